-- What commit.lua would decide about a draft, with nothing written.
--
-- KEYS[1] log
-- ARGV    prefix, proposed id, aliases (space between), fields (name=digest, space between), seen at (ms)
-- returns outcome, id, revision, JSON list of the fields that differ

local prefix, proposed, aliases, fields, at = ARGV[1], ARGV[2], ARGV[3], ARGV[4], tonumber(ARGV[5])
local life = {}

--- include identity
--- include revision

local id = owner_of(proposed, aliases, fields)
local known = known_article(id)
if not known then return { 'published', id, 1, '[]' } end
if not is_news(known, at, fields) then return { 'unchanged', id, known.revision, '[]' } end
local changed = table.concat(changed_fields(known.fields, fields), ',')
return { 'updated', id, known.revision + 1, '[' .. changed .. ']' }
