-- Takes a draft into the log: identity, story, revision, record and log entry, all or nothing, if
-- what find.lua read is still what is stored; else `conflict`, and nothing is written. The record's
-- JSON is never decoded: the decision is spliced in front of it as text.
--
-- KEYS[1] log
-- ARGV    prefix, proposed id, source, aliases (space between), fields (name=digest, space between),
--         seen at (ms), rest of the record's JSON, the decision (JSON), slot, record life (s), log
--         length, revisions kept
-- The decision: { title (an alias that leads to the article for a week where it leads to none, or
--         ''), id, known (revision and time of the article that was read, or ''), change, fields
--         (as they stand now), views (JSON in text), details (JSON in text), place and story }
--         story of a new article: { part, used, held, read (number → state or ''), joins, merged,
--         state, kept, revised ({id, story as JSON text}) }
-- returns outcome, id, revision, head of the record's JSON

local prefix, proposed, source, aliases, fields = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local at, rest, slot = tonumber(ARGV[6]), ARGV[7], ARGV[9]
local decision = cjson.decode(ARGV[8])
local life = { record = ARGV[10], log = ARGV[11], revisions = ARGV[12] }

--- include identity
--- include revision
--- include story-store
--- include story-change

local id = owner_of(proposed, aliases, fields)
local known = known_article(id)
local read = known and known.revision .. ' ' .. ('%.0f'):format(known.at) or ''
if id ~= decision.id or read ~= decision.known then return { 'conflict', id, 0, '' } end
local change = decision.story
local parts = change and parts_at(at)
if change and not is_as_read(change, parts) then return { 'conflict', id, 0, '' } end

keep_aliases(id, aliases)
if decision.title ~= '' then
  redis.call('SET', prefix .. 'alias:' .. decision.title, id, 'NX', 'EX', 7 * 86400)
end
local function keep_views()
  redis.call('HSET', prefix .. 'article:' .. id, 'views', decision.views)
end
if decision.change == 'unchanged' then
  seen_again(id, known, at)
  if at >= known.at then keep_views() end
  return { 'unchanged', id, known.revision, '' }
end
local decided = { id = id, revision = known and known.revision + 1 or 1, change = decision.change,
  details = decision.details, story = known and known.story or decision.place }
local head = head_of(decided)
store(decided, head, { rest = rest, fields = decision.fields, at = at, source = source }, known)
keep_views()
if change then take_change(change, id, parts) end
return { decision.change, id, decided.revision, head }
