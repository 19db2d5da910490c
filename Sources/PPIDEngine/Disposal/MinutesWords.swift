import PPIDValues

/// The words of the minutes (berita acara) of a disposal.
struct MinutesWords {
  private let disposal: Disposal

  init(_ disposal: Disposal) {
    self.disposal = disposal
  }

  var title: Phrase {
    switch disposal.kind {
    case .transfer: Phrase(id: "Berita Acara Pemindahan Arsip Inaktif", en: "Minutes of a Transfer of Inactive Archives")
    case .destroy: Phrase(id: "Berita Acara Pemusnahan Arsip", en: "Minutes of a Destruction of Archives")
    case .handOver: Phrase(id: "Berita Acara Penyerahan Arsip Statis", en: "Minutes of a Hand-over of Static Archives")
    }
  }

  /// What is done with the records, and why: of a draft and of a refusal, what was to be done.
  var opening: Phrase {
    let day = disposal.judgedOn.inWords
    let (id, en) =
      switch disposal.state {
      case .proposed, .approved: ("dan akan", "they are to be")
      case .refused: ("dan diusulkan, tetapi tidak", "they were proposed to be, but not,")
      case .executed: ("dan", "they were")
      }
    return switch disposal.kind {
    case .transfer:
      Phrase(
        id: "Arsip berikut habis masa aktifnya sampai \(day.id) \(id) dipindahkan ke pusat arsip.",
        en: "The active age of these records was over by \(day.en); \(en) moved to the records centre.")
    case .destroy:
      Phrase(
        id: "Arsip berikut habis retensinya sampai \(day.id) \(id) dimusnahkan menurut nasib akhirnya.",
        en: "The retention of these records was over by \(day.en); \(en) destroyed as their final fate says.")
    case .handOver:
      Phrase(
        id: "Arsip berikut habis retensinya sampai \(day.id) \(id) diserahkan kepada lembaga kearsipan.",
        en: "The retention of these records was over by \(day.en); \(en) handed over to the archival institution.")
    }
  }

  /// A state, which is also what somebody did.
  func act(_ state: String) -> Phrase {
    switch DisposalState(rawValue: state) {
    case .proposed: Phrase(id: state, en: "proposed")
    case .approved: Phrase(id: state, en: "approved")
    case .refused: Phrase(id: state, en: "refused")
    case .executed: Phrase(id: state, en: "executed")
    case nil: Phrase(state)
    }
  }

  /// What the template puts before or above its parts.
  static let labels: [(name: String, label: Phrase)] = [
    ("nomor", Phrase(id: "Nomor", en: "Number")), ("kantor", Phrase(id: "Kantor", en: "Office")),
    ("keadaan", Phrase(id: "Keadaan", en: "State")), ("oleh", Phrase(id: "oleh", en: "by")), ("pada", Phrase(id: "pada", en: "on")),
    ("alasan", Phrase(id: "Alasan penolakan", en: "Why it was refused")), ("daftar", Phrase(id: "Daftar arsip", en: "The records")),
    ("berkas", Phrase(id: "Berkas yang dimusnahkan", en: "Files destroyed")),
    (
      "metadata",
      Phrase(
        id: "Metadata arsip tetap tersimpan. SHA-256 membuktikan berkas mana yang dimusnahkan.",
        en: "The records' metadata stay. The SHA-256 proves which files were destroyed.")
    ),
  ]

  /// The heads of the list.
  static let columns: [Phrase] = [
    Phrase(id: "nomor", en: "number"), Phrase(id: "judul", en: "title"), Phrase("unit"), Phrase(id: "kode", en: "code"),
    Phrase(id: "sejak", en: "since"), Phrase(id: "jatuh tempo", en: "due"), Phrase(id: "retensi aktif", en: "active retention"),
    Phrase(id: "retensi inaktif", en: "inactive retention"), Phrase(id: "nasib akhir", en: "final fate"),
    Phrase(id: "kecuali", en: "except"),
  ]

  /// The heads of the certificate.
  static let fileColumns: [Phrase] = [
    Phrase(id: "nomor", en: "number"), Phrase(id: "nama", en: "name"), Phrase(id: "jenis", en: "type"),
    Phrase(id: "ukuran (bita)", en: "size (bytes)"), Phrase("SHA-256"), Phrase(id: "keterangan", en: "remarks"),
  ]
}
