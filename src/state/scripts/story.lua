-- Decides to which story a new article belongs, and remembers it. The same as StoryIndex.join in
-- src/line/dedupe/story-index.ts. Part of commit.lua, which sets `prefix` and `life`.

--- include overlap
--- include decide
--- include round-up
--- include story-store

local COMMON = 6
local USED = 14
local VERIFIED = 8

local function bands_of(bytes)
  local bands = {}
  for place = 1, #bytes, 4 do bands[#bands + 1] = struct.unpack('>I4', bytes, place) end
  return bands
end

-- Walks the index entries: common ones are passed over, up to 14 others count.
local function look(bands, parts)
  local used, hits, common = {}, {}, 0
  for _, band in ipairs(bands) do
    if #used == USED then break end
    local stories, newest = stories_of(parts, band)
    if #stories >= COMMON then
      common = common + 1
    else
      used[#used + 1] = { entry = band, stories = newest }
      for _, story in ipairs(stories) do hits[story] = (hits[story] or 0) + 1 end
    end
  end
  local looked = common + #used
  return used, hits, looked == 0 and 0 or math.floor(common * 1000 / looked)
end

-- The candidates with most entries in common, the older first among equals, opened.
local function candidates_of(hits, slot, probe_bytes)
  local order = {}
  for story in pairs(hits) do order[#order + 1] = story end
  if #order == 0 then return order end
  table.sort(order, function(a, b)
    if hits[a] ~= hits[b] then return hits[a] > hits[b] end
    return a < b
  end)
  local probe, candidates = open_probe(probe_bytes), {}
  for index = 1, math.min(#order, VERIFIED) do
    local first = slot_of(order[index])
    if first then
      candidates[#candidates + 1] = { number = order[index], slot = first,
        probe = probe, overlap = overlap_of(first, slot, probe) }
    end
  end
  return candidates
end

local function strength_with(candidate, slot, form)
  local o, first, probe = candidate.overlap, candidate.slot, candidate.probe
  if not is_possible(o) then return 0 end
  add_details(o, first, probe)
  o.word_share = function() return word_share(first, slot, probe) end
  return strength_of(o, form)
end

local function best_of(candidates, slot, templated)
  if #candidates == 0 then return nil, false end
  local round_up = slot:byte(11) >= 2 or is_round_up(slot, candidates)
  local strongest, best = 0, nil
  for _, candidate in ipairs(candidates) do
    local form = { templated = templated, words = math.min(u16(slot, 2), u16(candidate.slot, 2)),
      is_round_up = round_up or candidate.slot:byte(11) >= 2 }
    local strength = strength_with(candidate, slot, form)
    if strength > strongest then strongest, best = strength, candidate end
  end
  return best, round_up
end

-- The second bit of the flags marks a round-up.
local function marked_round_up(slot)
  return slot:sub(1, 10) .. string.char(slot:byte(11) % 2 + 2) .. slot:sub(12)
end

local function story_json(id, role, of, similarity)
  return '{"id":' .. cjson.encode(id) .. ',"role":"' .. role .. '","of":'
    .. (of and cjson.encode(of) or 'null') .. ',"similarity":' .. similarity .. '}'
end

-- Whether the source of a later text is where the first one is from: an agency, or its credit.
local function is_origin_of(first, text)
  if first:byte(11) % 2 == 1 then return false end
  return text.agency == '1' or (text.byline ~= 0 and text.byline == u16(first, 350))
end

local function story_of(id, now, text)
  local parts = parts_at(now)
  local used, hits, templated = look(bands_of(text.bands), parts)
  local best, round_up = best_of(candidates_of(hits, text.slot, text.probe), text.slot, templated)
  local story, origin
  if best then story, origin = ids_of(best.number) end
  -- Opened by a commit that was refused after it: its own text again.
  if story == id then return story_json(id, 'original', nil, '1') end
  if not story then
    local slot = round_up and marked_round_up(text.slot) or text.slot
    if #used > 0 then open_story(id, slot, used, parts, now) end
    return story_json(id, 'original', nil, '1')
  end
  local members = prefix .. 'story-members:' .. story
  redis.call('RPUSH', members, id)
  redis.call('LTRIM', members, 0, 999)
  redis.call('EXPIRE', members, life.record)
  local similarity = similarity_of(best.overlap)
  if origin == story and is_origin_of(best.slot, text) then
    put_ids(best.number, story .. '\n' .. id)
    return story_json(story, 'original', nil, similarity)
  end
  return story_json(story, role_of(best.overlap), origin, similarity)
end
