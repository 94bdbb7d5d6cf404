-- Reads several revisions of articles as they are stored.
--
-- KEYS[1] log, which only says where the script runs
-- ARGV    prefix, then id and revision of each
-- returns three values for each: the article's newest revision (or nothing), then head and rest of the
--         revision that was asked for, or the whole of an earlier one and nothing, or nothing twice

local prefix = ARGV[1]
local found = {}
for at = 2, #ARGV, 2 do
  local id, revision = ARGV[at], ARGV[at + 1]
  local got = redis.call('HMGET', prefix .. 'article:' .. id, 'revision', 'head', 'rest')
  local newest, head, rest = got[1], got[2], got[3]
  if not (newest and head and rest) then newest, head, rest = false, false, false end
  if newest and newest ~= revision then
    head, rest = false, false
    for _, earlier in ipairs(redis.call('LRANGE', prefix .. 'revisions:' .. id, 0, -1)) do
      if earlier:match('^{"id":"[^"]*","revision":(%d+)') == revision then
        head = earlier
        break
      end
    end
  end
  found[#found + 1] = newest
  found[#found + 1] = head
  found[#found + 1] = rest
end
return found
