-- Takes a draft into the log: identity, story, revision, record and log entry, all or nothing.
-- The record's JSON is never decoded: the decision is spliced in front of it as text.
--
-- KEYS[1] log
-- ARGV    prefix, proposed id, source, aliases (space between), fields (name=digest, space between),
--         seen at (ms), rest of the record's JSON, correction (JSON string or empty), byline, agency
--         (0|1), bands (4 bytes each), probe, slot, record life (s), log length, revisions kept
-- returns outcome, id, revision, head of the record's JSON

local prefix, proposed, source, aliases, fields = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local at, rest, correction = tonumber(ARGV[6]), ARGV[7], ARGV[8]
local life = { record = ARGV[14], log = ARGV[15], revisions = ARGV[16] }

--- include identity
--- include revision
--- include story

local id = identity_of(proposed, aliases, fields)
local known = known_article(id)
if known and not is_news(known, at, fields) then
  seen_again(id, known, at)
  return { 'unchanged', id, known.revision, '' }
end

local decided = { id = id, revision = 1, change = 'published' }
if known then
  decided.revision = known.revision + 1
  decided.change = 'updated'
  decided.changed = changed_fields(known.fields, fields)
  decided.story = known.story
else
  local text = { byline = tonumber(ARGV[9]), agency = ARGV[10], bands = ARGV[11], probe = ARGV[12], slot = ARGV[13] }
  decided.story = story_of(id, at, text)
end
decided.correction = correction
local head = head_of(decided)
store(decided, head, { rest = rest, fields = fields, at = at, source = source }, known)
return { decided.change, id, decided.revision, head }
