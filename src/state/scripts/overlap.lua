-- How far a new text (its probe and slot) and a story's first text (its slot) agree, in whole
-- thousandths. The same as src/line/dedupe/overlap.ts to the last digit; the places are those of
-- src/line/dedupe/slot.ts. Part of commit.lua.

local BLOOM = 214
local BLOOM_BITS = 1280

local function u16(bytes, place)
  local high, low = bytes:byte(place + 1, place + 2)
  return high * 256 + low
end

-- `count` integers of `width` bytes from `place` on.
local function numbers_at(bytes, place, count, width)
  local list = {}
  for index = 0, count - 1 do
    local from = place + index * width
    if width == 3 then
      local a, b, c = bytes:byte(from + 1, from + 3)
      list[index + 1] = a * 65536 + b * 256 + c
    else
      list[index + 1] = u16(bytes, from)
    end
  end
  return list
end

-- The sections of a packed probe (src/line/dedupe/probe.ts).
local function open_probe(bytes)
  local widths = { 3, 2, 2, 2, 2, 2 }
  local sections, place = {}, 12
  for section, width in ipairs(widths) do
    local count = u16(bytes, (section - 1) * 2)
    sections[section] = numbers_at(bytes, place, count, width)
    place = place + count * width
  end
  local words = {}
  for _, word in ipairs(sections[2]) do words[word] = true end
  return { shingles = sections[1], words = words, sample_bits = sections[3],
    subject_bits = sections[4], numbers = sections[5], pairs = sections[6] }
end

local function thousandths(part, whole)
  if whole == 0 then return 0 end
  return math.floor(part * 1000 / whole)
end

local function limit_of(values, is_whole)
  if is_whole or #values == 0 then return 0x1000000 end
  return values[#values]
end

-- Shares of two bottom-k samples below the greatest value that both cover.
local function shares_of(first, first_whole, fresh, fresh_whole)
  local limit = math.min(limit_of(first, first_whole), limit_of(fresh, fresh_whole))
  local within, within_count = {}, 0
  for _, value in ipairs(fresh) do
    if value <= limit and not within[value] then
      within[value] = true
      within_count = within_count + 1
    end
  end
  local of, common = 0, 0
  for _, value in ipairs(first) do
    if value <= limit then
      of = of + 1
      if within[value] then common = common + 1 end
    end
  end
  return { of = of, within = within_count,
    of_first = thousandths(common, of), of_new = thousandths(common, within_count) }
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
  local subject = numbers_at(first, 182, first:byte(17), 2)
  local missing = 0
  for _, word in ipairs(subject) do
    if not words[word] then missing = missing + 1 end
  end
  return thousandths(missing, #subject)
end

local function overlap_of(first, slot, probe)
  local shared = shares_of(numbers_at(first, 22, first:byte(12), 3), u16(first, 4) <= first:byte(12),
    probe.shingles, u16(slot, 4) <= #probe.shingles)
  local numbers = shares_of(numbers_at(first, 142, first:byte(13), 2),
    first:byte(14) <= first:byte(13), probe.numbers, #probe.numbers < 64)
  local pairs_shared = shares_of(numbers_at(first, 166, first:byte(15), 2),
    first:byte(16) <= first:byte(15), probe.pairs, #probe.pairs < 64)
  local words_of_new = sample_share(first, probe.sample_bits)
  local words_of_first = 0
  if u16(first, 6) > 0 then
    words_of_first = math.min(1000, math.floor(words_of_new * u16(slot, 6) / u16(first, 6)))
  end
  local subject_of_new = #probe.subject_bits / 2
  return {
    of_first = shared.of_first,
    of_new = shared.of_new,
    words_of_new = words_of_new,
    words_of_first = words_of_first,
    numbers_of_first = numbers.of == 0 and 1000 or numbers.of_first,
    numbers_of_new = numbers.within == 0 and 1000 or numbers.of_new,
    numbers_fewer = math.min(numbers.of, numbers.within),
    pairs = math.min(pairs_shared.of, pairs_shared.within) == 0 and 1000
      or math.max(pairs_shared.of_first, pairs_shared.of_new),
    miss_first = miss_first(first, probe.words),
    miss_new = thousandths(subject_of_new - count_in(first, probe.subject_bits), subject_of_new),
    subject_of_first = first:byte(17),
    subject_of_new = subject_of_new,
    ratio = math.floor(u16(slot, 2) * 1000 / math.max(1, u16(first, 2))),
    days = math.abs(u16(slot, 0) - u16(first, 0)),
    identical = slot:sub(19, 22) == first:sub(19, 22),
  }
end
