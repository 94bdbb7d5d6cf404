/** A fault that Marsad stands, what was done to it, and the tests that show it. */
export interface FaultRow {
  readonly row: number;
  readonly fault: string;
  readonly done: string;
  /** By their file: titles as they stand there, of tests or of the block that holds them. */
  readonly tests: Readonly<Record<string, readonly string[]>>;
}

const FETCH = 'test/unit/fetch';

/** The faults, by the number that they are known under. */
export const FAULTS: readonly FaultRow[] = [
  {
    row: 1,
    fault: 'A worker is killed',
    done: '20 SIGKILLs at random moments in a run of 500 articles, then a run to the end (short: 2 in 30)',
    tests: { 'test/faults/kill.test.ts': ['loses nothing and publishes nothing twice'] },
  },
  {
    row: 2,
    fault: 'SIGTERM',
    done: 'SIGTERM with jobs in hand, and a second one behind it',
    tests: {
      'test/faults/ending.test.ts': [
        'ends in time amid silent pages',
        'ends at once at a second SIGTERM',
      ],
      'test/e2e/together.test.ts': ['ends cleanly on SIGTERM'],
    },
  },
  {
    row: 3,
    fault: 'Redis is killed and restarted',
    done: 'SIGKILL to the private Redis twice in a run, and every third of twenty kills of deliverers',
    tests: {
      'test/e2e/redis-death.test.ts': ['goes on where its private Redis is killed'],
      'test/unit/state/embedded-redis.test.ts': ['over a crash of the server'],
    },
  },
  {
    row: 4,
    fault: 'Redis is away',
    done: 'its process gone for 60 s under load (short: 4 s); console and probes ask meanwhile',
    tests: {
      'test/faults/redis-away.test.ts': ['waits while Redis is away'],
      'test/unit/operate/console.test.ts': ['answers within seconds while the state is away'],
      'test/unit/operate/status.test.ts': ['says what is away'],
    },
  },
  {
    row: 5,
    fault: 'Redis is out of memory, or evicts',
    done: 'maxmemory of one byte for 60 s under load (short: 3 s); an evicting policy at the start',
    tests: {
      'test/faults/redis-refuses.test.ts': ['pauses while Redis refuses writes'],
      'test/faults/alerts.test.ts': ['tells of a Redis that refuses writes'],
      'test/unit/state/embedded-redis.test.ts': ['says in one sentence what is wrong with a Redis'],
    },
  },
  {
    row: 6,
    fault: 'Redis cannot be used',
    done: 'too old, wrong password, TLS without its certificate, a replica; a failover of sentinels',
    tests: {
      'test/faults/redis-refusals.test.ts': ['is refused with its remedy, and not repeated'],
      'test/faults/redis-topologies.test.ts': [
        'is let in with it, and told why without',
        'lead to the primary, and after a failover to the new one',
      ],
      'test/unit/state/embedded-redis.test.ts': ['says in one sentence what is wrong with a Redis'],
    },
  },
  {
    row: 7,
    fault: 'Several processes at once',
    done: 'two schedulers and consoles, eight workers (short: two); two runs to the end on one state',
    tests: {
      'test/faults/several-processes.test.ts': ['makes each visit and each page once'],
      'test/e2e/together.test.ts': ['lets two runs at once share the work'],
    },
  },
  {
    row: 8,
    fault: 'The clock jumps, the machine sleeps',
    done: 'visits due for twenty hours, and a clock set back by an hour; a process that stands still',
    tests: {
      'test/unit/jobs/worker.test.ts': ['tells of a process that stood still'],
      'test/faults/clock.test.ts': [
        'visits each source once after a sleep',
        'plans anew where the clock was set back',
      ],
    },
  },
  {
    row: 9,
    fault: 'The disk is full',
    done: 'no room to write for the private Redis and for a sink, 20 s each (short: 2 s); for a table of a database; under the archive of pages',
    tests: {
      'test/faults/database-sink.test.ts': ['while it is away, and then without room on its disk'],
      'test/faults/disk-full.test.ts': [
        'stops taking work while the disk of the private Redis is full',
        'keeps what a sink on a full disk does not take',
      ],
      [`${FETCH}/archive/archive.test.ts`]: ['takes back what a full disk took'],
    },
  },
  {
    row: 10,
    fault: 'A sink is down, slow or answers 500',
    done: 'a receiver that refuses, orders a wait, hangs; a database that is read-only, away, full',
    tests: {
      'test/faults/database-sink.test.ts': ['a database that takes no records'],
      'test/unit/deliver/webhook.test.ts': [
        'makes the sink wait, nothing is lost',
        'that never comes ends at the time limit',
      ],
      'test/unit/cli/logged-sink-book.test.ts': ['tells once that a sink stopped'],
      'test/unit/operate/health.test.ts': ['names a sink at once'],
      'test/faults/delivery.test.ts': ['a sink that is stuck while the log fills'],
    },
  },
  {
    row: 11,
    fault: 'A poison record or page',
    done: 'a job whose worker dies each time, with others in hand; records that a sink refuses',
    tests: {
      'test/faults/dead-letters.test.ts': [
        'took its worker down each time',
        'blames no job that was in hand beside the one',
      ],
      'test/faults/delivery.test.ts': ['is a dead letter of each sink'],
    },
  },
  {
    row: 12,
    fault: 'A consumer stops acknowledging',
    done: 'a stuck sink while the log fills, by both settings',
    tests: { 'test/faults/delivery.test.ts': ['a sink that is stuck while the log fills'] },
  },
  {
    row: 13,
    fault: 'An upgrade',
    done: 'a record of the release before, one with fields of a later one, one of an unknown version',
    tests: {
      'test/faults/delivery.test.ts': ['is a dead letter of each sink'],
      'test/unit/state/retention.test.ts': ['reads what a release before stored plain'],
    },
  },
  {
    row: 14,
    fault: 'DNS, connection, TLS fail',
    done: 'a name that does not resolve, a refused and a reset connection, an expired certificate',
    tests: {
      'test/faults/network.test.ts': [
        'tells a name that does not resolve',
        'tells a refused connection',
        'tells an expired certificate',
        'with its class, and closes the connection',
      ],
    },
  },
  {
    row: 15,
    fault: 'A server that says nothing, or slowly',
    done: 'silence, a byte at a time, headers without end',
    tests: { 'test/faults/network.test.ts': ['with its class, and closes the connection'] },
  },
  {
    row: 16,
    fault: '429 and 503',
    done: 'Retry-After in seconds, as a date, absurd, absent',
    tests: {
      [`${FETCH}/retry-after.test.ts`]: ['%s'],
      'test/unit/state/host-slots.test.ts': ['obeys the host’s order to be quiet'],
    },
  },
  {
    row: 17,
    fault: '401, 403, 404, 410, 451',
    done: 'pages and feeds that are refused, gone and back',
    tests: {
      'test/e2e/refusals.test.ts': ['keeps what fails with its reason'],
      'test/unit/state/article-log.test.ts': ['takes a 410 at its word'],
      'test/faults/broken-routes.test.ts': ['is good again once all is mended'],
    },
  },
  {
    row: 18,
    fault: 'Redirects that mislead',
    done: 'a loop, hops without end, to files, to private addresses',
    tests: {
      'test/faults/network-addresses.test.ts': [
        'refuses a redirect: %s',
        'ends on a redirect with',
      ],
    },
  },
  {
    row: 19,
    fault: '301 on a feed',
    done: 'a redirect that holds for days, and ones that do not',
    tests: { 'test/unit/schedule/history.test.ts': ['a permanent redirect'] },
  },
  {
    row: 20,
    fault: 'A 304 that lies',
    done: 'validators that stay while the body changes, and the other way round',
    tests: {
      'test/unit/state/validators.test.ts': [
        'distrusts a site whose validators stay while the body changes',
        'finds out a site that answers 304 to anything',
      ],
    },
  },
  {
    row: 21,
    fault: 'Bodies that are too much',
    done: 'bombs of every coding, a length that lies, a cut gzip',
    tests: {
      'test/faults/network.test.ts': ['stops a bomb at the ratio', 'names a cut gzip'],
      [`${FETCH}/decompress.test.ts`]: ['refuses a bomb: %s'],
    },
  },
  {
    row: 22,
    fault: 'A host is down',
    done: 'five failures in a row beside a host that is well',
    tests: {
      'test/unit/state/host-slots.test.ts': ['opens a breaker after five failures'],
      [`${FETCH}/politeness.test.ts`]: ['leaves a host alone after five failures'],
    },
  },
  {
    row: 23,
    fault: 'robots.txt of every make',
    done: 'missing, failing, HTML, too large, byte-order marks, groups, wildcards, delays',
    tests: {
      [`${FETCH}/robots.test.ts`]: ['reads no more than 500 KiB'],
      [`${FETCH}/robots-precedence.test.ts`]: ['which rule counts (2.2.2)'],
      [`${FETCH}/politeness.test.ts`]: ['asks freely where robots.txt is %s'],
    },
  },
  {
    row: 24,
    fault: 'Addresses that lead inside',
    done: 'every notation of private addresses, names that resolve to them, rebinding',
    tests: {
      'test/faults/network-addresses.test.ts': ['refuses a name that resolves', 'rebinding'],
      [`${FETCH}/ip-address.test.ts`]: ['is not public'],
      [`${FETCH}/url-guard.test.ts`]: ['refuses %s'],
    },
  },
  {
    row: 25,
    fault: 'Addresses that deceive',
    done: 'logins, javascript:, data:, 10,000 characters, bidi controls',
    tests: {
      'test/unit/discover/links.test.ts': ['is counted as %s'],
      [`${FETCH}/url-guard.test.ts`]: ['refuses a URL of 10,000 characters'],
    },
  },
  {
    row: 26,
    fault: 'Feeds that are broken or hostile',
    done: 'no feed, entities that expand, two roots, 50,000 entries, guids and dates that lie',
    tests: {
      'test/unit/discover/feed.test.ts': ['expands an entity a billion times', 'broken XML'],
      'test/unit/discover/feed-hostile.test.ts': [
        'a feed that is too much',
        'entries that mislead',
      ],
    },
  },
  {
    row: 27,
    fault: 'Encodings',
    done: 'windows-1256, ISO-8859-6, UTF-16, stray bytes, double encoding, with and without a word',
    tests: {
      [`${FETCH}/charset.test.ts`]: [
        'reads every text without a declaration',
        'restores UTF-8 encoded twice',
      ],
    },
  },
  {
    row: 28,
    fault: 'Pages of every shape',
    done: 'nested, endless, without a body, soft 404, walls, challenges, galleries',
    tests: {
      'test/unit/extract/document.test.ts': ['in bounded time'],
      'test/unit/extract/no-article.test.ts': ['no article'],
      'test/unit/extract/fuzz.test.ts': ['is done within bounded time'],
    },
  },
  {
    row: 29,
    fault: 'Structured data that is broken or lies',
    done: 'broken JSON, graphs, several articles, dates that disagree, a zone that is none',
    tests: {
      'test/unit/extract/json-ld.test.ts': ['repairJson'],
      'test/unit/extract/data-agreement.test.ts': ['the text in structured data'],
      'test/unit/normalize/stated-offset.test.ts': ['stated offsets'],
    },
  },
  {
    row: 30,
    fault: 'Letters and signs',
    done: 'presentation forms, tatweel, vowel signs, bidi controls, mixed digits, emoji',
    tests: {
      'test/unit/arabic/display.test.ts': ['displayText of any text'],
      'test/unit/arabic/key.test.ts': ['matchKey'],
    },
  },
  {
    row: 31,
    fault: 'A selector that would run for ever',
    done: 'sibling chains and their like on pages made for them',
    tests: { 'test/unit/select.test.ts': ['on a page that is made for it'] },
  },
  {
    row: 32,
    fault: 'HTML, scripts and escapes in texts',
    done: 'in headlines, names, log lines and on the terminal',
    tests: {
      'test/unit/operate/console.test.ts': ['escapes whatever a site wrote'],
      'test/unit/operate/log.test.ts': ['keeps escapes, forged lines and secrets out'],
      'test/unit/operate/terminal-text.test.ts': ['is harmless as text and as JSON'],
      'test/unit/operate/feeds.test.ts': ['whatever a site wrote'],
    },
  },
  {
    row: 33,
    fault: 'A source file breaks, goes and comes back',
    done: 'files that break, go, are added and changed while it runs',
    tests: {
      'test/unit/config/load.test.ts': ['keeps the last good version of a file that breaks'],
      'test/faults/source-folder.test.ts': ['stops no other source'],
    },
  },
  {
    row: 34,
    fault: 'A site changes its template',
    done: 'twenty pages of a new make behind those of the old one; pages whose text is lost, from the first on',
    tests: {
      'test/unit/extract/drift/drift.test.ts': ['a change of template'],
      'test/unit/jobs/held-decision.test.ts': ['holds what is lost from the first page on'],
    },
  },
  {
    row: 35,
    fault: 'A source falls silent',
    done: 'days, nights, a Friday, Ramadan and a feast without an article',
    tests: { 'test/unit/schedule/silence.test.ts': ['%s'] },
  },
  {
    row: 36,
    fault: 'A source floods',
    done: '5,000 links at once beside a source with news; five times its usual day; hundreds of old pages',
    tests: {
      'test/faults/flood.test.ts': ['leaves the delay of other sources alone'],
      'test/unit/schedule/silence.test.ts': ['calls five times the usual a flood'],
      'test/e2e/backfill.test.ts': ['lets news pass hundreds of old pages'],
    },
  },
  {
    row: 37,
    fault: 'Attacks on the console',
    done: 'writes, cross-site requests, traversal, a body of 100 MB, 10,000 streams (short: 1,500)',
    tests: {
      'test/unit/operate/console.test.ts': [
        'is refused everywhere',
        'refuses a body of 100 MB without taking it in',
      ],
      'test/unit/operate/event-stream.test.ts': ['stays well under a flood of streams'],
    },
  },
  {
    row: 38,
    fault: 'Secrets',
    done: 'keys, passwords and logins in log, console, errors and alerts',
    tests: {
      'test/unit/operate/redaction.test.ts': ['%s'],
      'test/unit/operate/console.test.ts': ['tells no secret on %s'],
      'test/faults/redis-refusals.test.ts': ['is named, and no password shown'],
    },
  },
  {
    row: 39,
    fault: 'Two deliverers on one sink',
    done: 'two at a time, twenty SIGKILLs, Redis killed at every third, a sink of every kind',
    tests: {
      'test/faults/delivery-kills.test.ts': ['gives each sink every record once and in order'],
    },
  },
  {
    row: 40,
    fault: 'A sink is added, renamed, removed',
    done: 'one of two taken out while records wait',
    tests: { 'test/faults/delivery.test.ts': ['leaves the place of a sink alone'] },
  },
  {
    row: 41,
    fault: 'A sink is stuck to the bound of the log',
    done: 'a stuck sink while the log fills, by both settings',
    tests: { 'test/faults/delivery.test.ts': ['a sink that is stuck while the log fills'] },
  },
  {
    row: 42,
    fault: 'A record that can never be taken',
    done: 'an unknown version, broken JSON, an unknown change; a consumer whose handler always throws',
    tests: {
      'test/faults/delivery.test.ts': ['is a dead letter of each sink'],
      'test/unit/cli/consumer-letters.test.ts': ['lists what a consumer gave up'],
    },
  },
  {
    row: 43,
    fault: 'Every route of a source fails',
    done: 'DNS, refused, 403, 404, 500, HTML as a feed; then mended',
    tests: {
      'test/faults/broken-routes.test.ts': [
        'ends with 1, and names every route that failed',
        'is good again once all is mended',
      ],
      'test/faults/alerts.test.ts': ['tells in one message of a dead feed'],
    },
  },
  {
    row: 44,
    fault: 'A role is gone',
    done: 'scheduler and deliverer silent for a minute while Redis answers',
    tests: {
      'test/faults/roles-gone.test.ts': ['is red within a minute where %s is gone'],
      'test/faults/alerts.test.ts': ['tells in one message of a dead feed, a missing role'],
    },
  },
  {
    row: 45,
    fault: 'An answer that takes longer than 30 s',
    done: 'an answer of 31.5 s under a limit of 60 s (short: 4.5 s)',
    tests: { 'test/faults/slow-answers.test.ts': [''] },
  },
  {
    row: 46,
    fault: 'Pages whose shape costs most',
    done: 'inline elements without spaces, paragraphs without end; a page that is ended alone',
    tests: {
      'test/unit/extract/document.test.ts': ['in bounded time'],
      'test/unit/jobs/page-readers.test.ts': [''],
    },
  },
  {
    row: 47,
    fault: 'SIGTERM at a bad moment',
    done: 'during the start, a visit of silent hosts, through `npm start` and `npm run demo`',
    tests: {
      'test/faults/ending.test.ts': [
        'ends in time during the start',
        'ends in time and leaves no process',
      ],
    },
  },
  {
    row: 48,
    fault: 'Redis refuses writes under load',
    done: '60 s of refusal amid a hundred pages (short: 3 s amid 30)',
    tests: { 'test/faults/redis-refuses.test.ts': ['pauses while Redis refuses writes'] },
  },
  {
    row: 49,
    fault: 'The private Redis is hindered',
    done: 'an empty and a reused lock, a long path, a folder of another user',
    tests: {
      'test/faults/private-redis.test.ts': [
        'does not block the start',
        'a folder of its own that nobody else can enter',
      ],
    },
  },
  {
    row: 50,
    fault: 'Rules that cannot be read',
    done: 'robots.txt that fails, ai.txt and tdmrep.json that break off',
    tests: {
      [`${FETCH}/opt-out-files.test.ts`]: ['keeps what it said before'],
      [`${FETCH}/politeness.test.ts`]: ['asks nothing for a day where robots.txt answers 5xx'],
    },
  },
  {
    row: 51,
    fault: 'A folder of sources that is odd',
    done: 'a dangling link, a loop, a FIFO, an id twice, 30,000 keys, a file during the start',
    tests: {
      'test/faults/source-folder.test.ts': [
        'stops no other source',
        'takes a bounded time for keys without end',
        'takes a file written during the start',
      ],
    },
  },
  {
    row: 52,
    fault: 'One article under four addresses',
    done: 'tracking, AMP, the text of the feed',
    tests: {
      'test/unit/jobs/visit.test.ts': ['asks for an article once, under whichever address'],
      'test/unit/dedupe/revision.test.ts': ['makes no revision: %s'],
      'test/unit/normalize/draft.test.ts': ['gives one id to every address of an article'],
    },
  },
];
