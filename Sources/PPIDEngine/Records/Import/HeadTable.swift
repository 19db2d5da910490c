/// The heads of real lists and what they mean. This table is data: a new office's wording is a new line.
///
/// An entry applies to a head that has one word of each group of `needs`, and else only words of `with` and of
/// `HeadTable.filling`. The first entry that applies counts. Words match with small typing errors (`Penyimpanana`,
/// `Menguasi`), whatever their case and what stands between them (`PenanggungJawab`, `pejabat_penguasa`).
enum HeadTable {
  struct Entry: Sendable {
    let meaning: HeadMeaning
    let needs: [[String]]
    let with: [String]

    /// `needs` as in `"jangka/masa retensi/simpan"`: groups, with the words of a group divided by `/`.
    init(
      _ role: ColumnRole, _ needs: String, with: String = "", title: Int? = nil, weak: Bool = false,
      category: Category? = nil
    ) {
      meaning = HeadMeaning(role: role, titleRank: title, isWeak: weak, category: category)
      self.needs = needs.split(separator: " ").map { $0.split(separator: "/").map(String.init) }
      self.with = with.split(separator: " ").map(String.init)
    }
  }

  /// Words that may stand in any head.
  static let filling = [
    "informasi", "info", "publik", "yang", "yg", "dan", "atau", "dari", "di", "oleh", "atas", "untuk", "pada", "dengan",
    "the", "of",
  ]

  /// Whoever has something to say or to keep.
  private static let office =
    "pejabat unit satker satuan kerja opd skpd perangkat daerah bidang bagian badan lembaga instansi dinas nama jabatan "
    + "pimpinan satminkal"
  private static let making =
    "pembuatan penerbitan pembuat penerbit dibuat diterbitkan terbit buat penetapan pengesahan dokumen arsip"
  private static let keeping = "jangka waktu masa lama arsip jadwal jra dinamis"
  private static let forms =
    "tersedia cetak tercetak rekam terekam online elektronik hardcopy softcopy hard soft copy file digital"

  static let entries: [Entry] = [
    // Excluded information has heads of its own; they say so.
    Entry(
      .other, "informasi/dokumen dikecualikan", with: "jenis daftar nama judul uraian rincian isi dokumen", title: 1,
      category: .dikecualikan),
    Entry(
      .other, "alasan/dasar/akibat/konsekuensi/uji pengecualian/dikecualikan", with: "hukum bila jika dibuka ditutup"),

    Entry(.record(.title), "judul", with: "dokumen arsip berkas data daftar nama", title: 1),
    Entry(.record(.title), "nama", with: "dokumen arsip berkas data daftar", title: 2),
    Entry(.record(.summary), "rincian/perincian", with: "dokumen arsip jenis data isi", title: 3),
    Entry(.record(.summary), "uraian", with: "dokumen arsip berkas jenis data isi singkat", title: 4),
    Entry(.other, "dokumen/arsip", with: "daftar data", title: 5),
    Entry(.record(.kind), "sub kategori/jenis/kelompok/bidang", with: "informasi"),
    Entry(.record(.kind), "subkategori/subjenis/subkelompok", with: "informasi"),
    Entry(.record(.kind), "jenis/kelompok/golongan/rumpun/subjek", with: "dokumen arsip data dokumentasi", title: 7),
    Entry(
      .record(.summary), "ringkasan/ringkas/ikhtisar/deskripsi/resume/abstrak/isi",
      with: "isi dokumen arsip konten singkat keterangan", title: 8),

    Entry(.record(.code), "kode/klasifikasi arsip", with: "kode klasifikasi"),
    Entry(.record(.code), "kode klasifikasi", with: "arsip"),
    Entry(.record(.code), "kode", with: "no nomor"),
    Entry(
      .record(.security), "keamanan/skkaad/akses/kerahasiaan",
      with: "klasifikasi tingkat sistem derajat kategori arsip dinamis keamanan akses"),
    Entry(.record(.category), "kategori/kategorisasi/klasifikasi", with: "jenis kategori klasifikasi"),

    Entry(.record(.location), "lokasi/tempat/letak simpan/penyimpanan/disimpan", with: "arsip fisik dokumen berkas"),
    Entry(.record(.location), "lokasi", with: "arsip fisik berkas"),
    Entry(.record(.fate), "nasib/nasab/penyusutan", with: "akhir arsip keterangan"),
    Entry(.record(.fate), "keterangan retensi/jra/penyimpanan", with: keeping),
    Entry(.record(.inactiveRetention), "inaktif/inactive", with: keeping + " retensi penyimpanan simpan aktif"),
    Entry(.record(.inactiveRetention), "in aktif", with: keeping + " retensi penyimpanan simpan"),
    Entry(.record(.activeRetention), "aktif/active", with: keeping + " retensi penyimpanan simpan"),
    Entry(.record(.activeRetention), "penyimpanan/retensi/simpan/disimpan", with: keeping + " retensi penyimpanan"),
    Entry(.record(.activeRetention), "jangka waktu", weak: true),

    Entry(.record(.holder), "menguasai/penguasa/penguasaan/dikuasai", with: office),
    Entry(.record(.producer), "penanggungjawab/penanggung", with: "jawab " + office + " " + making),
    Entry(.record(.producer), "pencipta", with: office + " arsip"),
    Entry(.record(.producer), "pembuat/penerbit", with: office + " pembuat penerbit dokumen", weak: true),
    Entry(.field(.unit), "kode unit"),
    Entry(
      .record(.holder), "unit/satker/satuan/opd/skpd/perangkat/instansi", with: office + " pengelola pengolah",
      weak: true),
    Entry(.record(.holder), "pejabat", with: office, weak: true),

    Entry(.placeAndWhen, "tempat waktu/tanggal/tahun/tgl", with: "waktu tanggal tgl tahun " + making),
    Entry(.record(.when), "waktu/kurun", with: "kurun waktu tanggal tahun " + making),
    Entry(.record(.date), "tanggal/tgl", with: "tahun bulan " + making),
    Entry(.record(.year), "tahun", with: "anggaran " + making),
    Entry(.record(.place), "tempat", with: making),

    Entry(.record(.form), "bentuk/format", with: "dokumen arsip data media fisik jenis " + forms),
    Entry(.record(.form), "media", with: "jenis memuat dimuat " + forms, weak: true),

    Entry(.other, "informasi", with: "daftar", title: 6),
  ]

  /// Sub-heads that stand for a form, to be ticked.
  private static let formMarks = [
    "cetak", "tercetak", "rekam", "terekam", "online", "on line", "daring", "luring", "elektronik", "digital",
    "hardcopy",
    "hard copy", "hardfile", "hard file", "softcopy", "soft copy", "softfile", "soft file", "website", "web", "audio",
    "video", "audio visual", "kertas", "fisik", "file", "berkas", "buku", "situs",
  ]

  /// What a head means; nil when it isn't known.
  static func meaning(of head: String) -> HeadMeaning? {
    if let own = ListField(head) { return HeadMeaning(role: .field(own), titleRank: titleRank(of: own)) }
    guard head.utf8.count <= CellText.longestPhrase else { return nil }
    let words = Words(head).list.map { abbreviations[$0] ?? $0 }
    if isOrdinal(head) { return HeadMeaning(role: words == ["nomor"] ? .field(.number) : .ordinal) }
    if let category = Category.spelled(head) {
      // Alone, this is the title of a list of such information; beside the others, a column to tick.
      return HeadMeaning(role: .categoryMark(category), titleRank: category == .dikecualikan ? 4 : 9, category: category)
    }
    if formMarks.contains(words.joined(separator: " ")) { return HeadMeaning(role: .formMark(head)) }
    let known = words.compactMap(known)
    guard !known.isEmpty, known.count == words.count else { return nil }
    return entries.first { applies($0, to: known) }?.meaning
  }

  /// Heads are narrow: words that they shorten beyond what counts as a typing error.
  private static let abbreviations = [
    "thn": "tahun", "th": "tahun", "jns": "jenis", "ket": "keterangan", "pj": "penanggungjawab", "pjb": "penanggungjawab",
    "wkt": "waktu", "kat": "kategori", "jml": "jumlah", "pjbt": "pejabat",
  ]

  private static func titleRank(of field: ListField) -> Int? {
    switch field {
    case .record(.title): 0
    case .record(.kind): 7
    case .record(.summary): 8
    default: nil
    }
  }

  /// Whether a head stands over the counts of the rows.
  static func isOrdinal(_ head: String) -> Bool {
    switch Words(head).list {
    case ["no"], ["nomor"], ["nomer"], ["nr"], ["num"], ["urut"], ["no", "urut"], ["nomor", "urut"], ["nomer", "urut"]:
      true
    default: head == "#" || head == "№"
    }
  }

  private static func applies(_ entry: Entry, to words: [String]) -> Bool {
    entry.needs.allSatisfy { group in words.contains { group.contains($0) } }
      && words.allSatisfy { word in
        filling.contains(word) || entry.with.contains(word) || entry.needs.contains { $0.contains(word) }
      }
  }

  /// All words of the table.
  private static let vocabulary = Set(filling + entries.flatMap { $0.with + $0.needs.flatMap(\.self) }).sorted()

  /// The word of the table that was meant; nil for none.
  private static func known(_ word: String) -> String? {
    vocabulary.first { $0 == word } ?? vocabulary.first { Words.matches(word, $0) }
  }
}
