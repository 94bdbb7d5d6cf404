-- Makes the last revision of an article, `withdrawn`, once its page is gone for good. 410 says so
-- itself (RFC 9110, 15.5.11). A first 404 is noted with the article (`gone`), and counts when a
-- later observation, at least the pause after, finds it again.
--
-- KEYS[1] log
-- ARGV    prefix, id, status, seen at (ms), pause (ms), record life (s), log length, revisions kept
-- returns outcome, id, revision, head and rest of the record's JSON

local prefix, id, status, at, pause = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5])
local life = { record = ARGV[6], log = ARGV[7], revisions = ARGV[8] }

--- include revision

local known = known_article(id)
if not known then return { 'unchanged', id, 0, '', '' } end
local key = prefix .. 'article:' .. id
local unchanged = { 'unchanged', id, known.revision, '', '' }
-- An observation older than the stored one says nothing: the page has been there since.
if known.change == 'withdrawn' or at < known.at then return unchanged end
local first = tonumber(redis.call('HGET', key, 'gone') or at)
if status ~= '410' and at - first < pause then
  redis.call('HSETNX', key, 'gone', at)
  return unchanged
end

local decided = { id = id, revision = known.revision + 1, change = 'withdrawn', story = known.story,
  details = '"changes":[{"kind":"withdrawn"}],' }
local head = head_of(decided)
local rest = redis.call('HGET', key, 'rest')
store(decided, head, { rest = rest, fields = known.fields, at = at, source = known.source }, known)
return { 'withdrawn', id, decided.revision, head, rest }
