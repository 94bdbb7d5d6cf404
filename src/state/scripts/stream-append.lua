-- Appends records to a consumers' stream, each key once and an article's revisions in order,
-- whichever deliverer brings them and however often: the article notes the revision that the
-- stream has.
--
-- KEYS[1] stream
-- ARGV    prefix, name of the stream, entries kept (about), life of a note without its article (s),
--         then for each record: id, revision, 1 where it was asked for again, position in the log,
--         record's JSON
-- returns how many were appended

local prefix, name, keep, life = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local note = 'stream:' .. name
local appended = 0
for at = 5, #ARGV, 5 do
  local id, revision, again, position, record = ARGV[at], ARGV[at + 1], ARGV[at + 2], ARGV[at + 3], ARGV[at + 4]
  local article = prefix .. 'article:' .. id
  local has = tonumber(redis.call('HGET', article, note) or 0)
  if again == '1' or has < tonumber(revision) then
    redis.call('XADD', KEYS[1], 'MAXLEN', '~', keep, '*', 'key', id .. ':' .. revision, 'record', record,
      'log', position)
    appended = appended + 1
  end
  if has < tonumber(revision) then
    redis.call('HSET', article, note, revision)
    -- An article that is stored has its own life; a note without one must end too.
    redis.call('EXPIRE', article, life, 'NX')
  end
end
return appended
