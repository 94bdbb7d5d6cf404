#!lua flags=allow-oom
-- Takes or renews a lease: one owner at a time, until it lets go or its time runs out. Also while Redis
-- is full, since delivery goes on.
--
-- KEYS[1] lease
-- ARGV    owner, life (ms)
-- returns 2 where it was taken now, 1 where the owner had it, 0 where another has it

local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return holder and 1 or 2
