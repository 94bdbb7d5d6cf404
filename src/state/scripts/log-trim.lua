-- Trims the log to its bound, the oldest entries first. With `pause` what a sink of the settings has
-- yet to get stays; with `drop` it goes, out of the sink's pending entries too, and the loss of each
-- sink is counted and named in the same step.
--
-- KEYS[1] log
-- ARGV    prefix, bound, entries trimmed in one call at most, policy (pause|drop), names of sinks
-- returns length after it, then of each sink that lost records now: its name, how many, and the
--         positions of the first and the last

local prefix, bound, most, policy = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4]
local over = redis.call('XLEN', KEYS[1]) - bound
if over <= 0 then return { bound + over } end

local function parts(id)
  local ms, seq = id:match('^(%d+)-(%d+)$')
  return tonumber(ms), tonumber(seq)
end
local function before(a, b)
  local a_ms, a_seq = parts(a)
  local b_ms, b_seq = parts(b)
  return a_ms < b_ms or (a_ms == b_ms and a_seq < b_seq)
end
local function behind(id)
  local ms, seq = id:match('^(%d+)-(%d+)$')
  return ms .. '-' .. string.format('%d', tonumber(seq) + 1)
end

-- The oldest entries, the last of which is the first that stays.
local oldest = redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', math.min(over, most) + 1)
local cut = oldest[#oldest][1]

local at = {}
for _, flat in ipairs(redis.call('XINFO', 'GROUPS', KEYS[1])) do
  local group = {}
  for index = 1, #flat, 2 do group[flat[index]] = flat[index + 1] end
  at[group['name']] = group['last-delivered-id']
end

local lost = {}
for index = 5, #ARGV do
  local sink = ARGV[index]
  if at[sink] then
    local pending = redis.call('XPENDING', KEYS[1], sink)
    if policy == 'pause' then
      local keep = pending[1] > 0 and pending[2] or behind(at[sink])
      if before(keep, cut) then cut = keep end
    else
      local gone, first, last = 0, nil, nil
      local held = redis.call('XPENDING', KEYS[1], sink, '-', '(' .. cut, most)
      for _, entry in ipairs(held) do
        gone, first, last = gone + 1, first or entry[1], entry[1]
        redis.call('XACK', KEYS[1], sink, entry[1])
      end
      for _, entry in ipairs(oldest) do
        if before(entry[1], cut) and before(at[sink], entry[1]) then
          gone, first, last = gone + 1, first or entry[1], entry[1]
        end
      end
      if gone > 0 then
        local note = prefix .. 'sink:' .. sink
        redis.call('HINCRBY', note, 'lost', gone)
        redis.call('HSETNX', note, 'lostFrom', first)
        redis.call('HSET', note, 'lostTo', last)
        lost[#lost + 1] = sink
        lost[#lost + 1] = gone
        lost[#lost + 1] = first
        lost[#lost + 1] = last
      end
    end
  end
end
redis.call('XTRIM', KEYS[1], 'MINID', cut)
return { redis.call('XLEN', KEYS[1]), unpack(lost) }
