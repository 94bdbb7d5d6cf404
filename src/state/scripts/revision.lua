-- What is stored of an article, and what makes a new revision of it. Part of commit.lua and
-- withdraw.lua, which set `prefix` and `life` (record, log, revisions).

-- The stored state of an article, or nil.
local function known_article(id)
  local got = redis.call('HMGET', prefix .. 'article:' .. id,
    'revision', 'at', 'fields', 'change', 'story', 'source')
  if not got[1] then return nil end
  return { revision = tonumber(got[1]), at = tonumber(got[2]), fields = got[3],
    change = got[4], story = got[5], source = got[6] }
end

-- Whether a observation of a known article makes a new revision. One that is older than what is stored
-- (two workers, the slower one last) does not; a withdrawn article that is back does.
local function is_news(known, at, fields)
  if at < known.at then return false end
  return known.change == 'withdrawn' or known.fields ~= fields
end

-- Notes a observation that brought nothing new: the page is there, so an earlier 404 was not the end.
local function seen_again(id, known, at)
  if at < known.at then return end
  redis.call('HSET', prefix .. 'article:' .. id, 'at', at)
  redis.call('HDEL', prefix .. 'article:' .. id, 'gone')
end

-- The names of the fields whose digests differ, as JSON strings in order.
local function changed_fields(before, after)
  local was, names = {}, {}
  for name, value in before:gmatch('(%w+)=(%S+)') do was[name] = value end
  for name, value in after:gmatch('(%w+)=(%S+)') do
    if was[name] ~= value then names[#names + 1] = '"' .. name .. '"' end
    was[name] = nil
  end
  for name in before:gmatch('(%w+)=') do
    if was[name] then names[#names + 1] = '"' .. name .. '"' end
  end
  return names
end

-- The decision as the opening of the record's JSON.
local function head_of(decided)
  local head = '{"id":' .. cjson.encode(decided.id) .. ',"revision":' .. decided.revision
    .. ',"change":"' .. decided.change .. '"'
  if decided.changed then
    head = head .. ',"changed":[' .. table.concat(decided.changed, ',') .. ']'
  end
  if decided.correction and decided.correction ~= '' then
    head = head .. ',"correction":' .. decided.correction
  end
  return head .. ',"story":' .. decided.story .. ','
end

-- Writes the log entry, keeps the revision that is replaced and stores the new one. The entry comes
-- first: it is the one write that can be refused, and then no record may stand without it.
local function store(decided, head, observation, known)
  redis.call('XADD', KEYS[1], 'MAXLEN', '~', life.log, '*', 'id', decided.id,
    'revision', decided.revision, 'change', decided.change, 'source', observation.source)
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
