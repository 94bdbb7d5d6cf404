local function story_of(id)
  return '{"id":' .. cjson.encode(id) .. ',"role":"original","of":null,"similarity":1}'
end
