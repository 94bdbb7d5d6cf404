-- Whether a text is made of pieces of several stories. The same as src/line/dedupe/round-up.ts,
-- where the numbers have their reasons. Part of commit.lua.

local OWN_STORY = 800
local MAIN_STORY = 500
local PIECE = 3

local function is_round_up(slot, candidates)
  if #candidates < 2 then return false end
  local needed = 2
  for _, candidate in ipairs(candidates) do
    if candidate.overlap.of_new >= OWN_STORY then return false end
    if candidate.overlap.of_new >= MAIN_STORY then needed = 3 end
  end
  local own = numbers_at(slot, 22, slot:byte(12), 3)
  local owners, owner_counts = {}, {}
  for index, candidate in ipairs(candidates) do
    local theirs = {}
    for _, shingle in ipairs(numbers_at(candidate.slot, 22, candidate.slot:byte(12), 3)) do
      theirs[shingle] = true
    end
    for _, shingle in ipairs(own) do
      if theirs[shingle] then
        owners[shingle] = owners[shingle] or index
        owner_counts[shingle] = (owner_counts[shingle] or 0) + 1
      end
    end
  end
  local alone, pieces = {}, 0
  for shingle, owner in pairs(owners) do
    if owner_counts[shingle] == 1 then
      alone[owner] = (alone[owner] or 0) + 1
      if alone[owner] == PIECE then pieces = pieces + 1 end
    end
  end
  return pieces >= needed
end
