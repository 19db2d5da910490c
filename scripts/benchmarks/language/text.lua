local parts = {}
for i = 1, 1000000 do
  parts[#parts + 1] = "baris " .. i .. "\n"
end
print(#table.concat(parts))
