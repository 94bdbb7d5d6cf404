#!lua flags=allow-oom
-- Notes that a sink takes records: a few bytes a batch, also while Redis is full, since delivery goes on.
--
-- KEYS[1] notes of the sink
-- KEYS[2] when it took what: position of the log by time
-- ARGV    time (ISO 8601), time (Unix ms), life of a trace (ms), most traces, positions that end a batch

redis.call('HSET', KEYS[1], 'deliveredAt', ARGV[1])
redis.call('HDEL', KEYS[1], 'failingSince', 'error', 'failures', 'retryAt')
if #ARGV == 4 then return end
for at = 5, #ARGV do redis.call('ZADD', KEYS[2], ARGV[2], ARGV[at]) end
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', ARGV[2] - ARGV[3])
redis.call('ZREMRANGEBYRANK', KEYS[2], 0, -ARGV[4] - 1)
redis.call('PEXPIRE', KEYS[2], ARGV[3])
