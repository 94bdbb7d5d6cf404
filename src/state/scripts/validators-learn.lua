-- Learns the validators of a document from an answer.
-- KEYS  1 validators (hash)  etag, lastModified, body, readBy, unchanged, lies, full, staleEtag,
--       staleModified
-- ARGV  1 status  2 ETag  3 Last-Modified  4 hash of the body  5 ms to keep
--       6 304 in a row after which the whole was asked for  7 digest of the rules it was read by,
--       empty where it is to be read each time
-- `lies`: 0 trusted, 1 in doubt, 2 found out. In doubt, the whole is asked for as often as `full` says,
-- then once by the validators of before, which an honest site has to answer with the whole.
-- Returns what `lies` is now.

local key = KEYS[1]
local known = redis.call('HMGET', key, 'etag', 'lastModified', 'body', 'unchanged', 'lies', 'full',
  'staleEtag', 'staleModified')
local etag, modified, body = known[1] or '', known[2] or '', known[3]
local unchanged, lies, full = tonumber(known[4] or 0), tonumber(known[5] or 0), tonumber(known[6] or 0)
local every = tonumber(ARGV[6])
local isProbe = lies == 1 and full >= every and (known[7] or known[8])

-- Weak comparison (RFC 9110, 8.8.3.2); servers that pack an answer mark its tag so.
local function bare(tag)
  return (tag:gsub('^W/', ''):gsub('[-;]%a+"$', '"'))
end

if ARGV[1] == '304' then
  local isOther = ARGV[2] ~= '' and etag ~= '' and bare(ARGV[2]) ~= bare(etag)
  local isLater = etag == '' and ARGV[3] ~= '' and modified ~= '' and ARGV[3] ~= modified
  if isProbe or (lies == 0 and (isOther or isLater)) then lies = 2 end
  redis.call('HINCRBY', key, 'unchanged', 1)
else
  local isChanged = body and body ~= ARGV[4]
  local isSame = (etag ~= '' and etag == ARGV[2])
    or (etag == '' and ARGV[2] == '' and modified ~= '' and modified == ARGV[3])
  if isProbe then lies = 0 end
  full = full + 1
  if isChanged and isSame then
    lies = 2
  elseif isChanged and lies == 0 and unchanged >= every then
    lies = 1
    full = 0
    redis.call('HSET', key, 'staleEtag', etag, 'staleModified', modified)
  end
  redis.call('HSET', key, 'etag', ARGV[2], 'lastModified', ARGV[3], 'body', ARGV[4],
    'readBy', ARGV[7], 'unchanged', 0, 'full', full)
end
redis.call('HSET', key, 'lies', lies)
redis.call('PEXPIRE', key, ARGV[5])
return lies
