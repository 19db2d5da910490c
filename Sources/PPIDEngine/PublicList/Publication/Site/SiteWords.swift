import PPIDValues

/// The site's own words, by the names that its templates know them by.
enum SiteWords {
  /// All of them in one language.
  static func all(in language: Language) -> [String: String] { words.mapValues { $0[language] } }

  static subscript(_ name: String) -> Phrase { words[name] ?? Phrase(name) }

  /// The heads of a list's seven columns (PerKI 1/2021).
  static let heads = ["nomor", "ringkasan", "penguasa", "penanggung_jawab", "waktu_tempat", "bentuk", "retensi"]

  private static let words: [String: Phrase] = [
    // The frame of each page
    "bahasa": Phrase(id: "id", en: "en"),
    "bahasa_lain": Phrase(id: "en", en: "id"),
    "nama_bahasa_lain": Phrase(id: "English", en: "Bahasa Indonesia"),
    "lompat": Phrase(id: "Langsung ke isi", en: "Skip to content"),
    "dip": Phrase(id: "Daftar Informasi Publik", en: "List of Public Information"),
    "menu": Phrase(id: "Menu utama", en: "Main menu"),
    "beranda": Phrase(id: "Beranda", en: "Home"),
    "semua": Phrase(id: "Semua informasi", en: "All information"),
    "edisi": Phrase(id: "Edisi", en: "Editions"),
    "letak": Phrase(id: "Letak halaman ini", en: "Where this page stands"),
    "kaki": Phrase(
      id: "Daftar ini ditetapkan menurut UU 14/2008 tentang Keterbukaan Informasi Publik. Informasi yang dikecualikan tidak dimuat.",
      en: "This list is determined under Law 14/2008 on Public Information. Excluded information is not part of it."),
    // Search
    "cari": Phrase(id: "Cari informasi publik", en: "Search public information"),
    "memuat": Phrase(id: "Memuat daftar …", en: "Loading the list …"),
    "gagal": Phrase(id: "Daftar tidak dapat dimuat seluruhnya.", en: "Not all of the list could be loaded."),
    "nihil": Phrase(id: "Tidak ada yang cocok.", en: "Nothing matches."),
    "satu": Phrase(id: "1 informasi ditemukan", en: "1 entry found"),
    "banyak": Phrase(id: "{n} informasi ditemukan", en: "{n} entries found"),
    "lagi": Phrase(id: "Tampilkan lebih banyak", en: "Show more"),
    // Home
    "pengantar": Phrase(
      id: "Informasi yang dikuasai badan publik ini dan terbuka bagi siapa saja.",
      en: "Information that this public body holds and that is open to everybody. Titles and summaries are in Indonesian."),
    "edisi_berlaku": Phrase(id: "Edisi yang berlaku", en: "Edition in force"),
    "nomor_keputusan": Phrase(id: "Nomor keputusan", en: "Decision number"),
    "ditetapkan": Phrase(id: "Ditetapkan", en: "Determined"),
    "penanda_tangan": Phrase(id: "Penanda tangan", en: "Signed by"),
    "jumlah": Phrase(id: "Jumlah informasi", en: "Entries"),
    "satu_informasi": Phrase(id: "informasi", en: "entry"),
    "beberapa_informasi": Phrase(id: "informasi", en: "entries"),
    "kategori": Phrase(id: "Menurut kategori", en: "By category"),
    "unit": Phrase(id: "Menurut unit", en: "By unit"),
    "terbaru": Phrase(id: "Baru dalam edisi ini", en: "New in this edition"),
    "semua_perubahan": Phrase(id: "Semua perubahan edisi ini", en: "All changes of this edition"),
    "unduh": Phrase(id: "Unduh data", en: "Download the data"),
    "unduh_penjelasan": Phrase(
      id: "Seluruh daftar, untuk diolah sendiri.", en: "The whole list, to work with. Its columns have Indonesian names."),
    "csv": Phrase(id: "daftar sebagai tabel CSV (UTF-8, koma)", en: "the list as a CSV table (UTF-8, commas)"),
    "json": Phrase(id: "daftar sebagai JSON", en: "the list as JSON"),
    "db": Phrase(id: "daftar sebagai basis data SQLite", en: "the list as an SQLite database"),
    "edisi_csv": Phrase(id: "semua edisi sebagai tabel CSV", en: "all editions as a CSV table"),
    "paket": Phrase(id: "keterangan kolom (Frictionless Data Package)", en: "what the columns mean (Frictionless Data Package)"),
    // Lists
    "daftar_kosong": Phrase(id: "Daftar ini masih kosong.", en: "This list is still empty."),
    "nomor": Phrase(id: "Nomor", en: "Number"),
    "ringkasan": Phrase(id: "Ringkasan isi informasi", en: "Information and summary"),
    "penguasa": Phrase(id: "Pejabat/unit yang menguasai", en: "Held by"),
    "penanggung_jawab": Phrase(id: "Penanggung jawab", en: "Responsible"),
    "waktu_tempat": Phrase(id: "Waktu dan tempat", en: "Time and place"),
    "bentuk": Phrase(id: "Bentuk yang tersedia", en: "Available as"),
    "retensi": Phrase(id: "Jangka simpan", en: "Retention"),
    "halaman": Phrase(id: "Lembar daftar", en: "Sheets of the list"),
    "sebelumnya": Phrase(id: "Lembar sebelumnya", en: "Previous sheet"),
    "berikutnya": Phrase(id: "Lembar berikutnya", en: "Next sheet"),
    "lembar_dari": Phrase(id: "Lembar {n} dari {m}", en: "Sheet {n} of {m}"),
    "rentang": Phrase(id: "Informasi {a}–{b} dari {n}", en: "Entries {a}–{b} of {n}"),
    // One piece of information
    "uraian": Phrase(id: "Ringkasan isi", en: "Summary"),
    "jenis": Phrase(id: "Jenis informasi", en: "Kind"),
    "penguasa_panjang": Phrase(id: "Pejabat atau unit yang menguasai", en: "Officer or unit that holds it"),
    "penanggung_jawab_panjang": Phrase(
      id: "Penanggung jawab pembuatan atau penerbitan", en: "Responsible for making or issuing it"),
    "waktu": Phrase(id: "Waktu pembuatan", en: "Time of making"),
    "tempat": Phrase(id: "Tempat pembuatan", en: "Place of making"),
    "retensi_aktif": Phrase(id: "Jangka simpan aktif", en: "Retention while in use"),
    "retensi_inaktif": Phrase(id: "Jangka simpan inaktif", en: "Retention afterwards"),
    "unit_kolom": Phrase(id: "Unit", en: "Unit"),
    "tidak_disebut": Phrase(id: "tidak disebut", en: "not stated"),
    "terakhir_diubah": Phrase(id: "Terakhir diubah dalam edisi", en: "Last changed in the edition of"),
    // Editions
    "arsip_edisi": Phrase(id: "Semua edisi", en: "All editions"),
    "arsip_edisi_penjelasan": Phrase(
      id: "Daftar ini ditetapkan setiap bulan. Setiap edisi tetap seperti saat ditetapkan; di sini tercatat apa yang diubahnya.",
      en: "The list is determined every month. Each edition stays as it was determined; here is what it changed."),
    "edisi_kolom": Phrase(id: "Edisi", en: "Edition"),
    "edisi_bulan": Phrase(id: "Edisi {bulan}", en: "Edition of {bulan}"),
    "perubahan": Phrase(id: "Perubahan", en: "Change"),
    "baru": Phrase(id: "baru", en: "new"),
    "berubah": Phrase(id: "berubah", en: "changed"),
    "hapus": Phrase(id: "hapus", en: "removed"),
    "kolom_berubah": Phrase(id: "Yang berubah", en: "What changed"),
    "tanpa_perubahan": Phrase(id: "Edisi ini tidak mengubah daftar.", en: "This edition changed nothing."),
    // What an edition may have changed of a record, by the columns' names
    "kolom_judul": Phrase(id: "judul", en: "title"),
    "kolom_ringkasan": Phrase(id: "ringkasan", en: "summary"),
    "kolom_jenis": Phrase(id: "jenis", en: "kind"),
    "kolom_kategori": Phrase(id: "kategori", en: "category"),
    "kolom_unit": Phrase(id: "unit", en: "unit"),
    "kolom_penguasa": Phrase(id: "pejabat/unit yang menguasai", en: "held by"),
    "kolom_penanggung_jawab": Phrase(id: "penanggung jawab", en: "responsible"),
    "kolom_waktu": Phrase(id: "waktu", en: "time"),
    "kolom_tanggal": Phrase(id: "tanggal", en: "day"),
    "kolom_tahun": Phrase(id: "tahun", en: "year"),
    "kolom_tempat": Phrase(id: "tempat", en: "place"),
    "kolom_bentuk": Phrase(id: "bentuk", en: "form"),
    "kolom_retensi_aktif": Phrase(id: "jangka simpan aktif", en: "retention while in use"),
    "kolom_retensi_inaktif": Phrase(id: "jangka simpan inaktif", en: "retention afterwards"),
    // Categories
    "berkala": Phrase(id: "Berkala", en: "Periodic"),
    "serta_merta": Phrase(id: "Serta-merta", en: "Immediate"),
    "setiap_saat": Phrase(id: "Setiap saat", en: "On request"),
  ]
}

extension Category {
  /// What the site calls it.
  var siteName: Phrase { SiteWords[rawValue.replacing("-", with: "_")] }

  /// What it means for those who look for information (UU 14/2008 arts. 9 to 11).
  var siteExplanation: Phrase {
    switch self {
    case .berkala:
      Phrase(
        id: "Diumumkan secara teratur, paling sedikit setiap enam bulan (pasal 9).",
        en: "Announced regularly, at least every six months (article 9).")
    case .sertaMerta:
      Phrase(
        id: "Diumumkan segera karena menyangkut hajat hidup orang banyak dan ketertiban umum (pasal 10).",
        en: "Announced at once, because lives or public order depend on it (article 10).")
    case .setiapSaat:
      Phrase(
        id: "Tersedia setiap saat dan diberikan atas permintaan (pasal 11).", en: "Available at any time and given on request (article 11)."
      )
    case .dikecualikan: Phrase("")
    }
  }

  /// The categories that are published, in the law's order.
  static let published: [Category] = [.berkala, .sertaMerta, .setiapSaat]
}
