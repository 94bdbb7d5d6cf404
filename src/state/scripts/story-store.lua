-- Where stories are kept. Part of find.lua and commit.lua, which set `prefix` and `life`. What is
-- one story is not decided here: src/line/dedupe/join.ts says so of what find.lua reads.
--
-- Index entries live in hashes of some 64 small fields, which Redis keeps as one listpack each
-- (12 bytes an entry): key = partition and low bits of the entry, field = its high bits, value =
-- numbers of the stories that have it. A story has the number of its first text. A partition is left after ten days or when it is full, and
-- expires 40 days after that: what is looked at covers 30 to 40 days. Slots of 51 texts share
-- one string, ids of 51 stories one small hash. A story of one text is its id and nothing else; of
-- more it has a state, which the rule writes: numbers of its texts, a line feed, its members.

local SLOT_BYTES = 400
-- 51 slots and a header are just under 20 KiB, a size that jemalloc gives out whole.
local CHUNK = 51
local PART_MS = 10 * 86400000
local PART_LIFE = 50 * 86400
-- 64 entries a bucket on average at 14 entries a story: a listpack holds 128 by default.
local STORIES_A_BUCKET = 64 / 14
local FIRST_BITS, LAST_BITS = 12, 19
-- Eight full partitions are 19 million stories: the bound of the whole, reached by no newsroom.
local MOST_PARTS = 8

-- The partitions in use, newest first: `number:bits:opened at:stories`, spaces between.
local function parts_at(now)
  local parts = {}
  for number, bits, opened, count in
    (redis.call('GET', prefix .. 'story-parts') or ''):gmatch('(%d+):(%d+):(%d+):(%d+)') do
    if now - tonumber(opened) < PART_LIFE * 1000 then
      parts[#parts + 1] = { number = tonumber(number), bits = tonumber(bits),
        opened = tonumber(opened), count = tonumber(count) }
    end
  end
  return parts
end

-- Bits for a partition that follows `last`: four times the room after a full one, else what fits.
local function next_bits(last, is_full)
  if is_full then return math.min(last.bits + 2, LAST_BITS) end
  local bits = FIRST_BITS
  while bits < LAST_BITS and 2 ^ bits * STORIES_A_BUCKET < last.count * 1.5 do bits = bits + 1 end
  return bits
end

-- Makes sure that the first of `parts` takes the next story, and counts it.
local function take_place(parts, now)
  local last = parts[1]
  local is_full = last and last.count >= 2 ^ last.bits * STORIES_A_BUCKET
  if not last or is_full or now - last.opened > PART_MS then
    local bits = last and next_bits(last, is_full) or FIRST_BITS
    local number = last and last.number + 1 or 1
    table.insert(parts, 1, { number = number, bits = bits, opened = now, count = 0 })
    parts[MOST_PARTS + 1] = nil
  end
  parts[1].count = parts[1].count + 1
  local lines = {}
  for index, part in ipairs(parts) do
    lines[index] = ('%d:%d:%.0f:%d'):format(part.number, part.bits, part.opened, part.count)
  end
  redis.call('SET', prefix .. 'story-parts', table.concat(lines, ' '), 'EX', PART_LIFE)
end

local function bucket_of(part, band)
  local size = 2 ^ part.bits
  local low = band % size
  return prefix .. 'story:' .. part.number .. ':' .. low, ('%.0f'):format((band - low) / size)
end

-- The stories that have an index entry, over all partitions, and what the newest one holds.
local function stories_of(parts, band)
  local stories, newest = {}, nil
  for index, part in ipairs(parts) do
    local known = redis.call('HGET', bucket_of(part, band))
    if known then
      if index == 1 then newest = known end
      for number in known:gmatch('%d+') do stories[#stories + 1] = tonumber(number) end
    end
  end
  return stories, newest
end

local function slot_of(number)
  local from = number % CHUNK * SLOT_BYTES
  local slot = redis.call('GETRANGE', prefix .. 'story-slots:' .. math.floor(number / CHUNK),
    from, from + SLOT_BYTES - 1)
  return #slot == SLOT_BYTES and slot or nil
end

local function ids_key(number)
  return prefix .. 'story-ids:' .. math.floor(number / CHUNK), tostring(number % CHUNK)
end

-- The id of a story's first record (and, after a tab, the agency that it credits), and the number of
-- the story that it is one with, if any.
local function ids_of(number)
  local key, field = ids_key(number)
  local ids = redis.call('HGET', key, field)
  if not ids then return nil end
  local cut = ids:find('\n', 1, true)
  if cut then return ids:sub(1, cut - 1), tonumber(ids:sub(cut + 1)) end
  return ids
end

-- The story that has this number by now: merges lead from one to the other.
local function root_of(number)
  for _ = 1, 16 do
    local id, into = ids_of(number)
    if not id then return nil end
    if not into then return number, id end
    number = into
  end
  return nil
end

local function state_key(root) return prefix .. 'story-state:' .. ('%.0f'):format(root) end

local function put_ids(number, ids)
  local key, field = ids_key(number)
  redis.call('HSET', key, field, ids)
  redis.call('EXPIRE', key, PART_LIFE)
end

-- Keeps a slot under the next number, and gives the number.
local function keep_slot(slot)
  local number = redis.call('INCR', prefix .. 'story-count')
  redis.call('EXPIRE', prefix .. 'story-count', PART_LIFE)
  local key = prefix .. 'story-slots:' .. math.floor(number / CHUNK)
  -- The whole string at once: grown bit by bit it would hold up to twice its size.
  if redis.call('EXISTS', key) == 0 then
    redis.call('SETRANGE', key, CHUNK * SLOT_BYTES - 1, '\0')
  end
  redis.call('SETRANGE', key, number % CHUNK * SLOT_BYTES, slot)
  redis.call('EXPIRE', key, PART_LIFE)
  return number
end

-- Enters a story under index entries of the newest partition.
local function enter(part, bands, root)
  local number = ('%.0f'):format(root)
  for _, band in ipairs(bands) do
    local bucket, field = bucket_of(part, band)
    local known = redis.call('HGET', bucket, field)
    if not known then
      redis.call('HSET', bucket, field, number)
      if redis.call('HLEN', bucket) == 1 then redis.call('EXPIRE', bucket, PART_LIFE) end
    elseif not (',' .. known .. ','):find(',' .. number .. ',', 1, true) then
      redis.call('HSET', bucket, field, known .. ',' .. number)
    end
  end
end
