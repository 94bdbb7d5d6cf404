# Marsad in a container. Run it with an init (`docker run --init`, compose: `init: true`): a browser
# leaves children behind that process 1 has to reap.
#
#   docker build -t marsad .                      without a browser: sources with `via: http`
#   docker build -t marsad --target browser .     with Debian's Chromium: sources with `via: browser`

FROM node:22-bookworm-slim AS build
WORKDIR /app
# Packages first: they change seldom, and this layer is then taken from the cache.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts
# What no process here loads is half of the packages: compilers, Crawlee's own command line, types and
# source maps of others. idcac-playwright is GPL as well, and stays out of what is passed on.
RUN cd node_modules \
  && rm -rf idcac-playwright typescript @typescript tsx esbuild @esbuild \
    @crawlee/cli @crawlee/templates inquirer figlet rxjs yargonaut \
  && find . -type f \( -name '*.map' -o -name '*.ts' -o -name '*.cts' -o -name '*.mts' \) -delete

# Debian with Node's binary alone: the image of Node brings npm, yarn and headers. Unpacked that is 78 MB
# of Debian, 125 of Node 22, 81 of packages and 3 of Marsad: under 300 MB together.
FROM debian:bookworm-slim AS base
COPY --from=build /usr/local/bin/node /usr/local/bin/node
RUN useradd --uid 1000 --create-home node
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/config ./config
# The one folder that is written to: files of the JSON Lines sink.
RUN install -d -o node -g node .marsad
ENV MARSAD_CONFIG=/app/config
# Whether this very process can take up work, on the port of the settings.
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s --retries=3 \
  CMD ["node", "dist/src/cli/main.js", "health", "--ready"]
EXPOSE 7700
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "--enable-source-maps", "dist/src/cli/main.js"]
CMD ["run"]

FROM base AS browser
# The version is Debian's: a pinned one would keep known holes open.
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install -y --no-install-recommends chromium-headless-shell fonts-noto-core \
  && rm -rf /var/lib/apt/lists/*
USER node

# Last, so that it is what `docker build` makes.
FROM base AS runtime
USER node
