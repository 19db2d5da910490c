import PPIDValues

/// What must be true in the archive before an activity is finished. An edition of the SOP says which activity has which gate.
package enum Gate: String, Sendable, CaseIterable {
  /// Every kind of information that the DIP expects of the unit has a record, or a reason why not.
  case collection = "pengumpulan"
  /// A hand-over is sent.
  case handingOver = "penyerahan"
  /// Every record handed over has a category of UU 14/2008.
  case category = "kategori"
  /// Every record handed over has a classification code, retention and a place (UU 43/2009).
  case filing = "kearsipan"
  /// The hand-over is received: counted, differences noted.
  case receipt = "penerimaan"
  /// Every check has run in this round.
  case verification = "verifikasi"
  /// The verification is reported, then decided.
  case verdict = "putusan-verifikasi"
  /// All deliveries are decided or excused, and an edition is determined.
  case determination = "penetapan"
  /// The edition is published.
  case publication = "penyajian"
  /// The month's report is issued.
  case monthlyReport = "laporan-bulanan"
  /// Tim Pertimbangan gave its input; the report is accepted or not.
  case acceptance = "putusan-laporan"
  /// The management report is issued, and sent to the superior.
  case managementReport = "laporan-pengelolaan"
  /// An evaluation is written.
  case evaluation = "evaluasi"
  /// The instrument is scored.
  case scoring = "penilaian"
  /// Each proposal is decided.
  case proposals = "usulan"

  /// What the gate is about: its activity is part of that.
  package var cycle: CycleKind {
    switch self {
    case .collection, .handingOver, .category, .filing, .receipt, .verification, .verdict: .delivery
    case .determination, .publication, .monthlyReport, .acceptance, .managementReport: .month
    case .evaluation, .scoring, .proposals: .halfYear
    }
  }

  /// The gate in words.
  package var meaning: Phrase {
    switch self {
    case .collection:
      Phrase(
        id: "setiap jenis informasi yang diharapkan DIP dari unit ini punya rekaman, atau alasan tertulis mengapa tidak",
        en: "every kind of information that the DIP expects of the unit has a record, or a stated reason why not")
    case .handingOver:
      Phrase(
        id: "penyerahan terkirim: daftar, jumlah, dan bentuknya", en: "a hand-over is sent: list, counts and media")
    case .category:
      Phrase(
        id: "setiap rekaman yang diserahkan punya kategori menurut UU 14/2008",
        en: "every record handed over has a category of UU 14/2008")
    case .filing:
      Phrase(
        id: "setiap rekaman yang diserahkan punya kode klasifikasi, retensi, dan lokasi (UU 43/2009)",
        en: "every record handed over has a classification code, retention and location (UU 43/2009)")
    case .receipt:
      Phrase(
        id: "penyerahan diterima: dihitung, diperiksa, selisihnya dicatat",
        en: "the hand-over is received: counted, checked, differences noted")
    case .verification:
      Phrase(id: "semua pemeriksaan dijalankan dalam putaran ini", en: "every check has run in this round")
    case .verdict:
      Phrase(id: "hasil verifikasi dilaporkan, lalu PPID memutus", en: "the verification is reported, then decided by the PPID")
    case .determination:
      Phrase(
        id: "semua penyerahan bulan itu diputus ya atau dikecualikan; satu edisi DIP ditetapkan",
        en: "all deliveries of the month are decided ya or excused; an edition of the DIP is determined")
    case .publication: Phrase(id: "edisi DIP itu diterbitkan", en: "that edition of the DIP is published")
    case .monthlyReport: Phrase(id: "laporan bulanan putaran ini diterbitkan", en: "this round's monthly report is issued")
    case .acceptance:
      Phrase(
        id: "masukan Tim Pertimbangan sudah dicatat sejak putusan terakhir",
        en: "the input of Tim Pertimbangan is recorded since the last decision")
    case .managementReport:
      Phrase(
        id: "laporan pengelolaan putaran ini diterbitkan, lalu disampaikan kepada Atasan PPID",
        en: "this round's management report is issued, then sent to the superior of the PPID")
    case .evaluation:
      Phrase(id: "evaluasi tertulis: temuan monev atau catatan", en: "an evaluation is written: a finding of monev, or a note")
    case .scoring: Phrase(id: "semua indikator instrumen sudah dinilai", en: "all indicators of the instrument are scored")
    case .proposals: Phrase(id: "setiap usulan sudah diputus", en: "each proposal is decided")
    }
  }

  /// The command that finishes such an activity; `isReported` is one that waits for its decision.
  package func command(step: String, isReported: Bool, unit: String, period: String, handover: String) -> String {
    switch self {
    case .handingOver: "serah kirim --unit \(unit) --siklus \(period)"
    case .receipt: "serah terima \(handover)"
    case .verdict where isReported: "langkah putus \(step) ya|tidak --unit \(unit) --siklus \(period)"
    case .collection, .category, .filing, .verification, .verdict:
      "langkah selesai \(step) --unit \(unit) --siklus \(period)"
    case .determination: "dip tetapkan \(period)"
    case .publication: "dip terbit \(period) --ke publik"
    case .acceptance: "langkah putus \(step) ya|tidak --siklus \(period)"
    case .monthlyReport, .managementReport, .evaluation, .scoring, .proposals:
      "langkah selesai \(step) --siklus \(period)"
    }
  }

  /// Whether one lane reports it and another decides.
  var isReportedFirst: Bool { self == .verdict }

  /// Whether `langkah selesai` finishes it; the others are finished by what they are about.
  package var isTicked: Bool {
    switch self {
    case .handingOver, .receipt, .determination, .publication, .acceptance: false
    default: true
    }
  }
}

extension ReportKind {
  /// The gates of the activities that put it out or wait for it: whoever may finish one of them may issue it.
  var gates: [Gate] {
    switch self {
    case .collection: [.collection]
    case .receipt, .controlCard: [.handingOver, .receipt]
    case .classification: [.category, .filing, .verification]
    case .monthly: [.monthlyReport]
    case .list: [.determination]
    case .management: [.managementReport]
    case .evaluation: [.evaluation, .scoring, .proposals]
    }
  }
}
