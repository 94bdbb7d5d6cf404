-- One article is one id over all its addresses. Part of commit.lua.

-- The id under which the article is known by its own id or any alias, else the proposed one; all
-- aliases that are free lead to it from now on.
local function identity_of(proposed, aliases)
  local id = proposed
  local free = {}
  local is_known = redis.call('EXISTS', prefix .. 'article:' .. proposed) == 1
  for alias in aliases:gmatch('%S+') do
    local key = prefix .. 'alias:' .. alias
    local owner = redis.call('GET', key)
    if owner and not is_known then
      id, is_known = owner, true
    end
    if owner then
      redis.call('EXPIRE', key, life.record)
    else
      free[#free + 1] = key
    end
  end
  for _, key in ipairs(free) do
    redis.call('SET', key, id, 'EX', life.record)
  end
  return id
end
