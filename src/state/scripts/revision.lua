-- What is stored of an article, and what makes a new revision of it. Part of find.lua,
-- commit.lua and withdraw.lua, which set `prefix` and `life` (record, log, revisions).

-- The stored state of an article, or nil.
local function known_article(id)
  local got = redis.call('HMGET', prefix .. 'article:' .. id,
    'revision', 'at', 'fields', 'change', 'story', 'source')
  if not got[1] then return nil end
  return { revision = tonumber(got[1]), at = tonumber(got[2]), fields = got[3],
    change = got[4], story = got[5], source = got[6] }
end

-- Notes an observation that brought nothing new: the page is there, so an earlier 404 was not the end.
local function seen_again(id, known, at)
  if at < known.at then return end
  redis.call('HSET', prefix .. 'article:' .. id, 'at', at)
  redis.call('HDEL', prefix .. 'article:' .. id, 'gone')
end

-- The decision as the opening of the record's JSON; `details` is JSON in text, each with a comma.
local function head_of(decided)
  return '{"id":' .. cjson.encode(decided.id) .. ',"revision":' .. decided.revision
    .. ',"change":"' .. decided.change .. '",' .. (decided.details or '')
    .. '"story":' .. decided.story .. ','
end

-- Writes the log entry, keeps the revision that is replaced and stores the new one. The entry comes
-- first: it is the one write that can be refused, and then no record may stand without it.
local function store(decided, head, observation, known)
  local entry = { 'id', decided.id, 'revision', decided.revision, 'change', decided.change,
    'source', observation.source }
  if life.log == '0' then redis.call('XADD', KEYS[1], '*', unpack(entry))
  else redis.call('XADD', KEYS[1], 'MAXLEN', '~', life.log, '*', unpack(entry)) end
  local key = prefix .. 'article:' .. decided.id
  if known then
    local earlier = prefix .. 'revisions:' .. decided.id
    local old = redis.call('HMGET', key, 'head', 'rest')
    redis.call('LPUSH', earlier, old[1] .. old[2])
    redis.call('LTRIM', earlier, 0, life.revisions - 1)
    redis.call('EXPIRE', earlier, life.record)
  end
  redis.call('HSET', key, 'revision', decided.revision, 'at', observation.at, 'fields', observation.fields,
    'change', decided.change, 'story', decided.story, 'source', observation.source,
    'head', head, 'rest', observation.rest)
  redis.call('HDEL', key, 'gone')
  redis.call('EXPIRE', key, life.record)
end
