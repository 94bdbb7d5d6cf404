-- Appends records to a consumers' stream, each key once and an article's revisions in order,
-- whichever deliverer brings them and however often: the article notes the revision that the
-- stream has.
--
-- KEYS[1] stream
-- ARGV    prefix, name of the stream, entries kept (about), life of a note without its article (s),
--         JSON of what is said about each record: [id, revision, whether it was asked for again,
--         position in the log], then the JSON of each record
-- returns how many were appended

local prefix, name, keep, life = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local note = 'stream:' .. name
local appended = 0
for at, about in ipairs(cjson.decode(ARGV[5])) do
  local id, revision, again, position = about[1], about[2], about[3], about[4]
  local article = prefix .. 'article:' .. id
  local known = redis.call('HMGET', article, note, 'revision')
  local has = tonumber(known[1] or 0)
  if again or has < revision then
    redis.call('XADD', KEYS[1], 'MAXLEN', '~', keep, '*', 'key', id .. ':' .. revision, 'record', ARGV[5 + at],
      'log', position)
    appended = appended + 1
  end
  if has < revision then
    redis.call('HSET', article, note, revision)
    -- An article that is stored has its own life; a note without one must end too.
    if not known[2] then redis.call('EXPIRE', article, life, 'NX') end
  end
end
return appended
