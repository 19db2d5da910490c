import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let klasifikasiLihat = Command(
    "klasifikasi lihat", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan satu kode klasifikasi: apa yang memulai retensinya, nasib akhirnya, dan kecualinya.",
      en: "Shows one classification code: what begins its retention, its final fate, and the exception to it."),
    Parameter<String>.argument("kode", Phrase(id: "kode klasifikasi, seperti PR.01.02", en: "the code, like PR.01.02")).completing(
      .archive(.codes)),
    Parameter<Int?>.option(
      "versi", Phrase(id: "versi skema; tanpa ini yang berlaku", en: "the scheme's version; the one in force if left out")),
    gives: .record([
      Column("kode", .text), Column("uraian", .text), Column("induk", .text), Column("bawahan", .list), Column("retensi_aktif", .text),
      Column("peristiwa", .text), Column("retensi_inaktif", .text), Column("nasib_akhir", .text), Column("kecuali", .text),
      Column("keamanan", .text), Column("versi", .int),
    ]), examples: [Example("klasifikasi lihat PR.01.02")]
  ) { session, text, version in
    let (code, below, version) = try session.engine.schedule.schemeCode(text, of: version)
    return .record(
      Record([
        ("kode", .text(code.code)), ("uraian", .optional(code.title)), ("induk", .optional(code.parent)),
        ("bawahan", .list(List(below.map { .text($0) }))), ("retensi_aktif", .optional(code.active)),
        ("peristiwa", .optional(code.active.flatMap { RetentionTerm($0)?.event })), ("retensi_inaktif", .optional(code.inactive)),
        ("nasib_akhir", .optional(code.fate?.kind.rawValue)), ("kecuali", .optional(code.fate?.exception)),
        ("keamanan", .optional(code.security?.rawValue)), ("versi", .int(version)),
      ]))
  }
}
