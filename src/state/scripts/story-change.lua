-- Writes what a new record makes of the stories. Part of commit.lua.

-- Whether the stories are still what the decision was made on: its index entries and their states.
local function is_as_read(change, parts)
  local newest = parts[1]
  if (newest and newest.number or 0) ~= change.part then return false end
  if newest then
    for index, band in ipairs(change.used) do
      local bucket, field = bucket_of(newest, band)
      if (redis.call('HGET', bucket, field) or '') ~= change.held[index] then return false end
    end
  end
  for _, story in ipairs(change.read) do
    local root = root_of(story[1])
    if root ~= story[1] then return false end
    if (redis.call('GET', state_key(root)) or '') ~= story[2] then return false end
  end
  return true
end

-- Members beyond the first, for a look-up of the story by its id.
local function add_members(story, ids)
  local key = prefix .. 'story-members:' .. story
  if #ids == 0 then return end
  redis.call('RPUSH', key, unpack(ids))
  redis.call('LTRIM', key, 0, 999)
  redis.call('EXPIRE', key, life.record)
end

-- Merges a story into another one, with its members.
local function unite(number, into, into_id)
  local ids = ids_of(number)
  local id = ids:match('^[^\t]*')
  local key = prefix .. 'story-members:' .. id
  local members = redis.call('LRANGE', key, 0, -1)
  add_members(into_id, { id, unpack(members) })
  redis.call('DEL', key, state_key(number))
  put_ids(number, ids .. '\n' .. ('%.0f'):format(into))
end

-- A record whose place in its story has changed gets a revision that changes nothing else.
local function revise(id, story, now)
  local known = known_article(id)
  if not known or known.change == 'withdrawn' then return end
  local key = prefix .. 'article:' .. id
  local kept = redis.call('HMGET', key, 'rest', 'gone')
  local decided = { id = id, revision = known.revision + 1, story = story,
    change = 'merged' }
  local observation = { rest = kept[1], fields = known.fields, at = known.at, source = known.source }
  store(decided, head_of(decided), observation, known)
  if kept[2] then redis.call('HSET', key, 'gone', kept[2]) end
end

-- 0x01 stands for the number of the new text: no JSON has that byte.
local function take_change(change, id, parts)
  local number, root = change.text, change.joins
  -- A text without any run of words has no index entry, so no other text can join its story.
  if #change.used == 0 then return end
  if change.kept then
    number = keep_slot(slot)
    if not root or not parts[1] then take_place(parts, at) end
    root = root or number
    enter(parts[1], change.used, root)
  end
  if not change.joins then
    return put_ids(root, change.agency == '' and id or id .. '\t' .. change.agency)
  end
  redis.call('SET', state_key(root), (change.state:gsub('\1', ('%.0f'):format(number or 0))),
    'EX', PART_LIFE)
  for _, other in ipairs(change.merged) do unite(other, root, change.id) end
  add_members(change.id, { id })
  for _, revised in ipairs(change.revised) do revise(revised[1], revised[2], at) end
end
