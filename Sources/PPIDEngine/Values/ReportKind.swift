import PPIDValues

/// The documents that the SOP names as its outputs.
package enum ReportKind: String, Sendable, Hashable, CaseIterable, Codable {
  /// Laporan pengumpulan data sesuai DIP (activity 1).
  case collection = "pengumpulan"
  /// Tanda Terima (activities 2 and 5).
  case receipt = "tanda-terima"
  /// Kartu kontrol (activities 2 and 5).
  case controlCard = "kartu-kontrol"
  /// Laporan klasifikasi dan ketersediaan data (activities 3, 4 and 6).
  case classification = "klasifikasi"
  /// Laporan Bulanan Ketersediaan Informasi (activities 7, 9 and 10).
  case monthly = "bulanan"
  /// DIP yang diperbarui setiap bulan (activity 8).
  case list = "dip"
  /// Laporan Pengelolaan Informasi (activities 11 and 12).
  case management = "pengelolaan"
  /// Monev Laporan Pengelolaan Informasi (activities 13-15).
  case evaluation = "monev"

  /// What the document is called.
  package var title: Phrase {
    switch self {
    case .collection: Phrase(id: "Laporan Pengumpulan Data Sesuai DIP", en: "Report on the Collection of Data by the DIP")
    case .receipt: Phrase(id: "Tanda Terima", en: "Receipt")
    case .controlCard: Phrase(id: "Kartu Kontrol", en: "Control Card")
    case .classification:
      Phrase(id: "Laporan Klasifikasi dan Ketersediaan Data", en: "Report on the Classification and Availability of Data")
    case .monthly: Phrase(id: "Laporan Bulanan Ketersediaan Informasi", en: "Monthly Report on the Availability of Information")
    case .list: Phrase(id: "Daftar Informasi Publik", en: "List of Public Information")
    case .management: Phrase(id: "Laporan Pengelolaan Informasi", en: "Report on the Management of Information")
    case .evaluation:
      Phrase(id: "Monev Laporan Pengelolaan Informasi", en: "Monitoring and Evaluation of the Management of Information")
    }
  }

  /// What it reports on: a month or a half-year.
  package var span: Period.Kind { self == .evaluation ? .halfYear : .month }

  /// Whether there is one for each unit's delivery.
  package var isOfUnits: Bool {
    switch self {
    case .collection, .receipt, .controlCard, .classification: true
    case .monthly, .list, .management, .evaluation: false
    }
  }

  /// Whether its pages lie on their side, because of its wide table.
  var isWide: Bool { self == .list }
}
