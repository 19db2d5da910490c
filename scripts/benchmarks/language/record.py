def main():
    r = {"nomor": 0, "jumlah": 0, "judul": "Laporan"}
    for i in range(1, 1000001):
        r["nomor"] = i
        r["jumlah"] += r["nomor"] % 10
    print(r["nomor"], r["jumlah"], r["judul"])

main()
