-- Learns the validators of a document from an answer.
-- KEYS  1 validators (hash)  etag, lastModified, body, unchanged, lies
-- ARGV  1 status  2 ETag  3 Last-Modified  4 hash of the body  5 ms to keep
-- Returns 1 where the site was found out: another body under the same validators.

local known = redis.call('HMGET', KEYS[1], 'etag', 'lastModified', 'body')
local isSame = known[1] == ARGV[2] and known[2] == ARGV[3] and (ARGV[2] ~= '' or ARGV[3] ~= '')
local isLie = 0

if ARGV[1] == '304' then
  redis.call('HINCRBY', KEYS[1], 'unchanged', 1)
else
  if isSame and known[3] and known[3] ~= ARGV[4] then isLie = 1 end
  redis.call('HINCRBY', KEYS[1], 'lies', isLie)
  redis.call('HSET', KEYS[1], 'etag', ARGV[2], 'lastModified', ARGV[3], 'body', ARGV[4],
    'unchanged', 0)
end
redis.call('PEXPIRE', KEYS[1], ARGV[5])
return isLie
