-- Takes the subscriptions that are due and puts each off until claimed work must be over, so that
-- two processes do not ask one hub for the same; a process that dies leaves them due again.
-- KEYS[1] subscriptions; ARGV: now (Unix ms), until (Unix ms), most
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[3])
for _, id in ipairs(due) do
  redis.call('ZADD', KEYS[1], 'XX', ARGV[2], id)
end
return due
