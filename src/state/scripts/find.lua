-- Reads what the decision about a draft depends on: the article it is of, and for a new one the
-- stories that share index entries with its text. Writes nothing, but that a known article was seen
-- again in the form that is stored.
--
-- KEYS[1] log
-- ARGV    prefix, proposed id, aliases (space between), fields (name=digest, space between),
--         seen at (ms), bands (4 bytes each), how many of them count, whether to note that the
--         article was seen (0|1), title (an alias, or '')
-- returns id, article ({} or {revision, seen at, fields, change, story, rest, views}; the last
--         two only where the fields differ), partition, used bands, what each used one held in the
--         partition, candidates ({number, first record's id, state or '', text, slot, text, slot, …}),
--         namesake ({} or {id, rest}) of a new article: what the title led to this week

local prefix, proposed, aliases, fields, at = ARGV[1], ARGV[2], ARGV[3], ARGV[4], tonumber(ARGV[5])
local life = {}

--- include identity
--- include revision
--- include story-store

-- From six stories on, what they share is a form or boilerplate, no evidence of a copy.
local COMMON = 6
-- Stories that are compared, those with most entries in common first.
local COMPARED = 8

-- Walks the index entries: common ones are passed over, `most` others count.
local function look(bytes, most, parts)
  local used, held, hits = {}, {}, {}
  for place = 1, #bytes, 4 do
    if #used == most then break end
    local band = struct.unpack('>I4', bytes, place)
    local stories, newest = stories_of(parts, band)
    if #stories < COMMON then
      used[#used + 1] = ('%.0f'):format(band)
      held[#held + 1] = newest or ''
      local counted = {}
      for _, story in ipairs(stories) do
        local root = root_of(story)
        if root and not counted[root] then
          counted[root] = true
          hits[root] = (hits[root] or 0) + 1
        end
      end
    end
  end
  return used, held, hits
end

local function candidate_of(root)
  local _, id = root_of(root)
  local state = redis.call('GET', state_key(root)) or ''
  local texts = state == '' and tostring(root) or state:match('^[%d ]+')
  local candidate = { root, id, state }
  for text in texts:gmatch('%d+') do
    local slot = slot_of(tonumber(text))
    if slot then
      candidate[#candidate + 1] = tonumber(text)
      candidate[#candidate + 1] = slot
    end
  end
  return candidate
end

local function candidates_of(hits)
  local order, candidates = {}, {}
  for root in pairs(hits) do order[#order + 1] = root end
  table.sort(order, function(a, b)
    if hits[a] ~= hits[b] then return hits[a] > hits[b] end
    return a < b
  end)
  for index = 1, math.min(#order, COMPARED) do candidates[index] = candidate_of(order[index]) end
  return candidates
end

local function namesake_of(title)
  local other = title ~= '' and redis.call('GET', prefix .. 'alias:' .. title)
  local rest = other and redis.call('HGET', prefix .. 'article:' .. other, 'rest')
  return rest and { other, rest } or {}
end

local id = owner_of(proposed, aliases, fields)
local known = known_article(id)
if known then
  local article = { known.revision, ('%.0f'):format(known.at), known.fields, known.change, known.story }
  if known.fields ~= fields then
    local kept = redis.call('HMGET', prefix .. 'article:' .. id, 'rest', 'views')
    article[6], article[7] = kept[1], kept[2] or ''
  elseif known.change ~= 'withdrawn' and ARGV[8] == '1' then
    seen_again(id, known, at)
  end
  return { id, article, 0, '', {}, {}, {} }
end
local parts = parts_at(at)
local used, held, hits = look(ARGV[6], tonumber(ARGV[7]), parts)
local part = parts[1] and parts[1].number or 0
return { id, {}, part, table.concat(used, ' '), held, candidates_of(hits), namesake_of(ARGV[9]) }
