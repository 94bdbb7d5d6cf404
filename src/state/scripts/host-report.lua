-- Gives a host's slot back and learns from how the request ended.
-- KEYS  1 slot (hash), 2 flight (zset): see host-reserve.lua
-- ARGV  1 token  2 ms of the request  3 outcome  4 Unix ms to be quiet until (0: none)  5 Unix ms
--       of the caller, from which 4 counts
-- Returns the Unix ms until which the breaker is open, 0 where it is closed.

-- Failures in a row that open the breaker, how long it first stays open, and at most.
local FAILS, OPEN_MS, OPEN_MAX_MS = 5, 30000, 3600000
-- Weight of the newest answer in the mean: the last five or six count.
local WEIGHT = 0.3
local KEPT_MS = 2 * 86400000

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local ms, outcome = tonumber(ARGV[2]), ARGV[3]

redis.call('ZREM', KEYS[2], ARGV[1])
local slot = redis.call('HMGET', KEYS[1], 'ewma', 'fails', 'trips', 'open', 'blocked')
local ewma = slot[1] and (tonumber(slot[1]) * (1 - WEIGHT) + ms * WEIGHT) or ms
local fails, trips = tonumber(slot[2] or 0), tonumber(slot[3] or 0)
local open, blocked = tonumber(slot[4] or 0), tonumber(slot[5] or 0)

if outcome == 'failed' then
  fails = fails + 1
  -- A probe that fails opens it again at once, for twice as long.
  if open > 0 or fails >= FAILS then
    open = now + math.min(OPEN_MS * 2 ^ trips, OPEN_MAX_MS)
    trips = math.min(trips + 1, 10)
  end
elseif outcome == 'answered' then
  fails, trips, open = 0, 0, 0
else
  blocked = math.max(blocked, now + tonumber(ARGV[4]) - tonumber(ARGV[5]))
end

-- The pause counts from the end: when the request left its process nobody else can know.
redis.call('HSET', KEYS[1], 'last', now, 'ewma', ewma, 'fails', fails, 'trips', trips,
  'open', open, 'blocked', blocked)
redis.call('PEXPIRE', KEYS[1], KEPT_MS)
return open
