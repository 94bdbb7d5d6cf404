-- How far a new text (its probe and slot) and a story's first text (its slot) agree, in whole
-- thousandths. The same as src/line/dedupe/overlap.ts to the last digit; the places are those of
-- src/line/dedupe/slot.ts. Part of commit.lua.

local BLOOM = 198
local BLOOM_BITS = 1216

local function u16(bytes, place)
  local high, low = bytes:byte(place + 1, place + 2)
  return high * 256 + low
end

-- `count` integers of `width` bytes from `place` on, eight a call.
local EIGHT = { [2] = '>I2I2I2I2I2I2I2I2', [3] = '>I3I3I3I3I3I3I3I3' }
local ONE = { [2] = '>I2', [3] = '>I3' }
local function numbers_at(bytes, place, count, width)
  local list, index, from = {}, 0, place + 1
  local eight, one = EIGHT[width], ONE[width]
  while index + 8 <= count do
    list[index + 1], list[index + 2], list[index + 3], list[index + 4], list[index + 5],
      list[index + 6], list[index + 7], list[index + 8] = struct.unpack(eight, bytes, from)
    index, from = index + 8, from + 8 * width
  end
  while index < count do
    list[index + 1] = struct.unpack(one, bytes, from)
    index, from = index + 1, from + width
  end
  return list
end

-- The sections of a packed probe (src/line/dedupe/probe.ts). What only a few candidates ask for
-- is left packed.
local function open_probe(bytes)
  local widths = { 3, 2, 2, 2, 2, 2 }
  local sections, place = {}, 12
  for section, width in ipairs(widths) do
    local count = u16(bytes, (section - 1) * 2)
    sections[section] = { place = place, count = count, width = width }
    place = place + count * width
  end
  local function opened(section)
    local at = sections[section]
    return numbers_at(bytes, at.place, at.count, at.width)
  end
  local words = sections[2]
  return { shingles = opened(1), sample_bits = function() return opened(3) end,
    words = bytes:sub(words.place + 1, words.place + words.count * 2),
    subject_bits = opened(4), numbers = opened(5), pairs = opened(6) }
end

-- Whether the packed list of two-byte words has this one, at an even place.
local function has_word(words, word)
  local from = 1
  while true do
    local at = words:find(word, from, true)
    if not at then return false end
    if at % 2 == 1 then return true end
    from = at + 1
  end
end

local function thousandths(part, whole)
  if whole == 0 then return 0 end
  return math.floor(part * 1000 / whole)
end

local function limit_of(values, is_whole)
  if is_whole or #values == 0 then return 0x1000000 end
  return values[#values]
end

-- Shares of two bottom-k samples below the greatest value that both cover: both are in order, so
-- that one walk over them counts what they share.
local function shares_of(first, first_whole, fresh, fresh_whole)
  local limit = math.min(limit_of(first, first_whole), limit_of(fresh, fresh_whole))
  local of, within, common = 0, 0, 0
  local a, b = first[1], fresh[1]
  while true do
    local has_a, has_b = a and a <= limit, b and b <= limit
    if not has_a and not has_b then break end
    if has_a and has_b and a == b then common = common + 1 end
    if has_a and (not has_b or a <= b) then
      of = of + 1
      if not has_b or a < b then
        a = first[of + 1]
      else
        within = within + 1
        a, b = first[of + 1], fresh[within + 1]
      end
    else
      within = within + 1
      b = fresh[within + 1]
    end
  end
  return { of = of, within = within,
    of_first = thousandths(common, of), of_new = thousandths(common, within) }
end

local function has_bit(first, position)
  local byte = first:byte(BLOOM + bit.rshift(position, 3) + 1)
  return bit.band(bit.rshift(byte, bit.band(position, 7)), 1) == 1
end

local function count_in(first, bits)
  local count = 0
  for index = 1, #bits, 2 do
    if has_bit(first, bits[index]) and has_bit(first, bits[index + 1]) then count = count + 1 end
  end
  return count
end

-- Share of the sampled words that the first text's filter has, less what it has by chance.
local function sample_share(first, bits)
  local share = thousandths(count_in(first, bits), #bits / 2)
  local fill = u16(first, 8)
  local chance = math.floor(fill * fill * 1000 / (BLOOM_BITS * BLOOM_BITS))
  if share <= chance then return 0 end
  return math.floor((share - chance) * 1000 / (1000 - chance))
end

local function miss_first(first, words)
  local count, missing = first:byte(17), 0
  for index = 0, count - 1 do
    local from = 167 + index * 2
    if not has_word(words, first:sub(from, from + 1)) then missing = missing + 1 end
  end
  return thousandths(missing, count)
end

-- Day 0 is an unknown day.
local function days_between(a, b)
  if a == 0 or b == 0 then return 0 end
  return math.abs(a - b)
end

-- The shares of shingles: what every candidate is asked first.
local function overlap_of(first, slot, probe)
  local shared = shares_of(numbers_at(first, 22, first:byte(12), 3), u16(first, 4) <= first:byte(12),
    probe.shingles, u16(slot, 4) <= #probe.shingles)
  return {
    of_first = shared.of_first,
    of_new = shared.of_new,
    ratio = math.floor(u16(slot, 2) * 1000 / math.max(1, u16(first, 2))),
    days = days_between(u16(slot, 0), u16(first, 0)),
    identical = slot:sub(19, 22) == first:sub(19, 22),
  }
end

-- Numbers and subject, for a candidate whose shingles may do.
local function add_details(o, first, probe)
  local numbers = shares_of(numbers_at(first, 130, first:byte(13), 2),
    first:byte(14) <= first:byte(13), probe.numbers, #probe.numbers < 64)
  local pairs_shared = shares_of(numbers_at(first, 154, first:byte(15), 2),
    first:byte(16) <= first:byte(15), probe.pairs, #probe.pairs < 64)
  o.numbers_of_first = numbers.of == 0 and 1000 or numbers.of_first
  o.numbers_of_new = numbers.within == 0 and 1000 or numbers.of_new
  o.numbers_fewer = math.min(numbers.of, numbers.within)
  o.pairs = math.min(pairs_shared.of, pairs_shared.within) == 0 and 1000
    or math.max(pairs_shared.of_first, pairs_shared.of_new)
  o.subject_of_first = first:byte(17)
  o.subject_of_new = #probe.subject_bits / 2
  o.miss_first = miss_first(first, probe.words)
  o.miss_new = thousandths(o.subject_of_new - count_in(first, probe.subject_bits), o.subject_of_new)
end

-- The greater share of single words, of the first text and of the new one.
local function word_share(first, slot, probe)
  local of_new = sample_share(first, probe.sample_bits())
  local of_first = 0
  if u16(first, 6) > 0 then
    of_first = math.min(1000, math.floor(of_new * u16(slot, 6) / u16(first, 6)))
  end
  return math.max(of_first, of_new)
end
