-- The rule by which a new text joins a story. The same as src/line/dedupe/decide.ts and its
-- contradiction.ts; each number has its reason in rule.ts there. A property test holds both
-- together. Part of commit.lua.

local RULE = {
  templated = 300, short_words = 60, form_days = 2, form_share = 600, form_pairs = 800,
  form_missing = 250, subject = 3, few_numbers = 4, of_few_numbers = 500, numbers = 600,
  many_numbers = 8, of_many_numbers = 750, pairs = 500, pairs_from = 6, missing = 400,
  own_subject = 500, own_share = 800, known_share = 700, known_numbers = 4,
  of_known_numbers = 600, lone_number = 800, whole = 850, contained = 600, both_shares = 1150,
  exchanged = 220, exchanged_words = 660, part = 600, part_share = 750, quoted = 400,
  quoted_share = 850, collected = 800, abridged = 820, expanded = 1250, days = 30,
}

local function share_of(o) return math.max(o.of_first, o.of_new) end

local function is_other_subject(o)
  if math.max(o.subject_of_first, o.subject_of_new) < RULE.subject then return false end
  if o.miss_first > 0 and o.miss_new > 0 then
    return math.max(o.miss_first, o.miss_new) >= RULE.form_missing
  end
  local is_first_contained = o.of_first >= o.of_new
  local own = is_first_contained and o.subject_of_first or o.subject_of_new
  local is_by_first = is_first_contained == (own >= RULE.subject)
  return (is_by_first and o.miss_first or o.miss_new) >= RULE.form_missing
end

local function form_strength(o)
  local share = share_of(o)
  if o.days > RULE.form_days or share < RULE.form_share then return 0 end
  if o.pairs < RULE.form_pairs then return 0 end
  local numbers = o.of_first >= o.of_new and o.numbers_of_first or o.numbers_of_new
  return numbers < 1000 and 0 or share
end

local function collected_strength(o)
  local share = math.min(o.of_first, o.of_new)
  return share >= RULE.collected and share or 0
end

local function has_known_numbers(o)
  if share_of(o) < RULE.known_share or o.numbers_fewer < RULE.known_numbers then return false end
  return math.min(o.numbers_of_first, o.numbers_of_new) >= RULE.of_known_numbers
end

local function lacks_subject(o)
  if o.miss_first == 1000 and o.miss_new == 1000 then return true end
  if o.subject_of_first >= RULE.subject and o.miss_first >= RULE.own_subject then return true end
  return o.subject_of_new >= RULE.subject and o.miss_new >= RULE.own_subject
end

local function is_about_other(o)
  if has_known_numbers(o) then return false end
  if share_of(o) < RULE.own_share and lacks_subject(o) then return true end
  if o.miss_first == 0 or o.miss_new == 0 then return false end
  if math.max(o.miss_first, o.miss_new) < RULE.missing then return false end
  local words = math.min(o.subject_of_first, o.subject_of_new)
  return words >= RULE.subject or share_of(o) < RULE.contained
end

local function is_other_numbers(o)
  if o.numbers_fewer == 1 and share_of(o) >= RULE.lone_number then return false end
  local agreed = math.max(o.numbers_of_first, o.numbers_of_new)
  if o.numbers_fewer < RULE.few_numbers then return agreed < RULE.of_few_numbers end
  return agreed < (o.numbers_fewer < RULE.many_numbers and RULE.numbers or RULE.of_many_numbers)
end

local function is_other_order(o)
  if share_of(o) >= RULE.whole or o.numbers_fewer < RULE.pairs_from then return false end
  return o.pairs < RULE.pairs
end

-- `share` is of the shorter text, `words` and `missing` of the longer one's subject.
local function is_loose_part(ratio, share, words, missing)
  if share < RULE.part_share or words == 0 then return true end
  if ratio >= RULE.quoted then return false end
  return share < RULE.quoted_share or missing >= RULE.missing
end

local function is_quotation(o)
  if o.ratio < RULE.part then
    return is_loose_part(o.ratio, o.of_new, o.subject_of_first, o.miss_first)
  end
  if o.ratio <= 1000000 / RULE.part then return false end
  return is_loose_part(1000000 / o.ratio, o.of_first, o.subject_of_new, o.miss_new)
end

local function is_contained(o)
  if share_of(o) < RULE.contained then return false end
  if o.ratio < RULE.part or o.ratio > 1000000 / RULE.part then return true end
  return o.of_first + o.of_new >= RULE.both_shares
end

local function free_strength(o)
  if is_about_other(o) or is_other_numbers(o) or is_other_order(o) or is_quotation(o) then
    return 0
  end
  local share = share_of(o)
  if is_contained(o) then return share end
  return o.word_share() >= RULE.exchanged_words and share or 0
end

-- `o` has at least the share that the loosest rule asks for.
local function strength_of(o, form)
  if form.is_round_up then return collected_strength(o) end
  if form.words < RULE.short_words then
    return o.miss_first > 0 and o.miss_new > 0 and 0 or form_strength(o)
  end
  if form.templated < RULE.templated then return free_strength(o) end
  return is_other_subject(o) and 0 or form_strength(o)
end

-- Whether any rule could take the candidate: most candidates end here, unread.
local function is_possible(o)
  return o.days <= RULE.days and share_of(o) >= RULE.exchanged
end

local function role_of(o)
  if o.ratio < RULE.abridged then return 'abridged' end
  return o.ratio > RULE.expanded and 'expanded' or 'copy'
end

-- Two decimals as text: no script of ours leaves a number's form to chance.
local function similarity_of(o)
  local hundredths = o.identical and 100 or math.floor(share_of(o) / 10)
  if hundredths >= 100 then return '1' end
  return (('0.%02d'):format(hundredths):gsub('0$', ''):gsub('%.0$', ''))
end
