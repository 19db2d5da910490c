import PPIDValues

/// Columns and figures that several reports share.
enum ReportColumn {
  static let number = Report.Column("nomor", Phrase(id: "Nomor", en: "Number"), isCode: true)
  static let title = Report.Column("judul", Phrase(id: "Informasi", en: "Information"))
  static let kind = Report.Column("jenis", Phrase(id: "Jenis", en: "Kind"))
  static let category = Report.Column("kategori", Phrase(id: "Kategori", en: "Category"), isCode: true)
  static let unit = Report.Column("unit", Phrase("Unit"), isCode: true)
  /// A unit with its name.
  static let namedUnit = Report.Column("unit", Phrase("Unit"))
  static let form = Report.Column("bentuk", Phrase(id: "Bentuk", en: "Form"))
  static let step = Report.Column("langkah", Phrase(id: "Langkah", en: "Step"), isNumber: true)
  static let state = Report.Column("keadaan", Phrase(id: "Keadaan", en: "State"))
  static let round = Report.Column("putaran", Phrase(id: "Putaran", en: "Round"), isNumber: true)
  static let since = Report.Column("sejak", Phrase(id: "Sejak", en: "Since"))
  static let due = Report.Column("tenggat", Phrase(id: "Tenggat", en: "Due"))

  static func count(_ name: String, _ heading: Phrase) -> Report.Column { Report.Column(name, heading, isNumber: true) }
}

extension Category {
  /// `Serta-merta`
  var heading: Phrase {
    switch self {
    case .berkala: Phrase(id: "Berkala", en: "Periodic")
    case .sertaMerta: Phrase(id: "Serta-merta", en: "Immediate")
    case .setiapSaat: Phrase(id: "Setiap saat", en: "On request")
    case .dikecualikan: Phrase(id: "Dikecualikan", en: "Excluded")
    }
  }
}

extension ReportScope {
  /// The categories that may be told of.
  var categories: [Category] { Category.allCases.filter { $0 != .dikecualikan || visibility.seesAllExcluded } }

  /// `part` of `whole` as a percentage with two digits; none of nothing.
  static func share(_ part: Int, of whole: Int) -> ReportValue {
    ExactNumber(part * 100, over: whole).map { .percent($0.rounded(to: 2)) } ?? .none
  }
}

/// What is said where a report has nothing to list.
enum ReportEmptiness {
  static let records = Phrase(id: "Tidak ada informasi.", en: "There is no information.")
  static let nothingHandedOver = Phrase(id: "Nihil: tidak ada yang diserahkan.", en: "Nothing was handed over.")
  static let deliveries = Phrase(id: "Siklus bulan ini belum dibuka.", en: "The month's cycle has not been opened.")
  static let editions = Phrase(id: "Belum ada DIP yang ditetapkan.", en: "No DIP is determined yet.")
  static let units = Phrase(id: "Tidak ada unit aktif.", en: "There are no units in service.")
  static let edition = Phrase(id: "DIP bulan ini belum ditetapkan.", en: "The month's DIP is not determined yet.")
}
