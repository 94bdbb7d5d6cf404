-- One article is one id over all its addresses. Part of find.lua and
-- commit.lua.

-- Whether two observations can be of one article: headline, body or date is the same. A site whose pages
-- all name one address as canonical must not become one article.
local PROOF = { headline = true, articleBody = true, datePublished = true }
local function is_same_content(id, fields)
  local stored = redis.call('HGET', prefix .. 'article:' .. id, 'fields')
  if not stored then return true end
  local known = {}
  for name, value in stored:gmatch('(%w+)=(%S+)') do known[name] = value end
  for name, value in fields:gmatch('(%w+)=(%S+)') do
    if PROOF[name] and known[name] == value then return true end
  end
  return false
end

-- The id under which the article is known by its own id or any alias, else the proposed one.
local function owner_of(proposed, aliases, fields)
  if redis.call('EXISTS', prefix .. 'article:' .. proposed) == 1 then return proposed end
  for alias in aliases:gmatch('%S+') do
    local owner = redis.call('GET', prefix .. 'alias:' .. alias)
    if owner and is_same_content(owner, fields) then return owner end
  end
  return proposed
end

-- All free aliases lead to the article from now on; aliases of other articles stay, and their life is renewed.
local function keep_aliases(id, aliases)
  for alias in aliases:gmatch('%S+') do
    local key = prefix .. 'alias:' .. alias
    if not redis.call('SET', key, id, 'NX', 'EX', life.record) then
      redis.call('EXPIRE', key, life.record)
    end
  end
end
