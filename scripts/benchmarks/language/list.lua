local l = {}
local x = 12345
for i = 1, 1000000 do
  x = (x * 1103515245 + 12345) % 2147483648
  l[#l + 1] = x
end
table.sort(l)
print(l[1], l[500001], l[#l])
