local r = {nomor = 0, jumlah = 0, judul = "Laporan"}
for i = 1, 1000000 do
  r.nomor = i
  r.jumlah = r.jumlah + r.nomor % 10
end
print(r.nomor, r.jumlah, r.judul)
