-- Reserves a host's slot for one request.
-- KEYS  1 slot (hash)   last: Unix ms at which a request last began or ended, ewma: ms of its answers,
--                       blocked: Unix ms until which the host asked for quiet,
--                       open: Unix ms until which the breaker is open (0 closed), fails, trips
--       2 queue (zset)  token of a waiting request → Unix ms promised to it
--       3 flight (zset) token of a request on its way → Unix ms at which its lease ends
--       4 (only for a request that yields) the queue of those that do not: KEYS[2] is then the
--         queue of those that do
-- ARGV  1 token  2 delay ms  3 concurrency  4 lease ms  5 longest pause ms  6 ahead (1 or 0)
-- Returns ms to wait; 0: go now.

-- A job comes back within a minute of its time; else it is gone, and its place is given up.
local GRACE_MS = 60000
-- While the request in hand takes longer than usual: ask again after that.
local LOOK_AGAIN_MS = 50
-- What is known of a host is not needed for longer: Retry-After is obeyed for a day.
local KEPT_MS = 2 * 86400000

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local token = ARGV[1]
local delay, concurrency = tonumber(ARGV[2]), tonumber(ARGV[3])

redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now - GRACE_MS)
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now)

local slot = redis.call('HMGET', KEYS[1], 'last', 'ewma', 'blocked', 'open')
local last, ewma = tonumber(slot[1] or 0), tonumber(slot[2] or 0)
local blocked, open = tonumber(slot[3] or 0), tonumber(slot[4] or 0)

local pause = delay
if delay > 0 then pause = math.max(delay, math.min(ewma, tonumber(ARGV[5]))) end
-- A breaker that was open lets one request at a time probe. Hosts of one's own have no limit.
local limit = concurrency
if open > 0 then limit = 1 elseif delay == 0 then limit = math.huge end
local isFull = redis.call('ZCARD', KEYS[3]) >= limit

local free = math.max(now, last + pause, blocked, open)
local promised = tonumber(redis.call('ZSCORE', KEYS[2], token) or nil)
local waiting = redis.call('ZCARD', KEYS[2])
-- A request that comes at its promised time goes, also before others that are late; new ones join the end.
local isDue = delay == 0 or waiting == 0 or ARGV[6] == '1' or (promised and promised <= now)
  or redis.call('ZRANK', KEYS[2], token) == 0

-- A request that yields goes while no other waits, and is promised a time behind all others.
local step = pause + ewma
if KEYS[4] then
  redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', now - GRACE_MS)
  local others = redis.call('ZRANGE', KEYS[4], -1, -1, 'WITHSCORES')
  if others[2] then
    isDue = false
    free = math.max(free, tonumber(others[2]) + step)
  end
end

if free <= now and not isFull and isDue then
  redis.call('ZREM', KEYS[2], token)
  redis.call('ZADD', KEYS[3], now + tonumber(ARGV[4]), token)
  redis.call('HSET', KEYS[1], 'last', now)
  redis.call('PEXPIRE', KEYS[1], KEPT_MS)
  redis.call('PEXPIRE', KEYS[3], KEPT_MS)
  return 0
end

if promised and promised > now and promised >= free then return math.ceil(promised - now) end

-- The pause begins when the request in hand has ended, which is about when the others did.
if isFull then free = math.max(free, last + ewma + pause, now + LOOK_AGAIN_MS) end
local at = free
if promised then
  at = free + redis.call('ZRANK', KEYS[2], token) * step
elseif waiting > 0 and ARGV[6] ~= '1' then
  local hindmost = redis.call('ZRANGE', KEYS[2], -1, -1, 'WITHSCORES')
  at = math.max(free, tonumber(hindmost[2]) + step)
end
redis.call('ZADD', KEYS[2], at, token)
-- The queue lives as long as its last request: an earlier promise does not shorten that.
local life = math.ceil(at - now) + GRACE_MS
redis.call('PEXPIRE', KEYS[2], life, 'NX')
redis.call('PEXPIRE', KEYS[2], life, 'GT')
return math.max(1, math.ceil(at - now))
