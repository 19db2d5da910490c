import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let langkahPutus = Command(
    "langkah putus", needs: .decide,
    help: Phrase(
      id: """
        Memutus langkah 7 (penyerahan) atau 11 (laporan bulan itu). Tidak mengembalikan: langkah 7 ke 1 (tidak-lengkap) atau \
        3 (tidak-sesuai), langkah 11 ke 1 atau 10; putarannya bertambah. Penyerahan beberapa unit diputus bersama, semua atau tidak \
        satu pun. Nilainya rekaman (siklus, langkah, unit, menuju, keadaan, putaran, tenggat), atau untuk beberapa unit daftarnya.
        """,
      en: """
        Decides step 7 (deliveries) or 11 (the month's report). Tidak sends back: step 7 to 1 (tidak-lengkap) or 3 (tidak-sesuai), \
        step 11 to 1 or 10; the round is counted. Several units' deliveries are decided together, all or none. Gives a rekaman \
        (siklus, langkah, unit, menuju, keadaan, putaran, tenggat), or a daftar of them for several units.
        """),
    .step, Parameter<YesNo>.argument("putusan", Phrase(id: "ya atau tidak (Y/T)", en: "ya or tidak (Y/T)")),
    Parameter<[UnitCode]>.options(
      "unit",
      Phrase(
        id: "langkah 7: unit-unit yang diputus; langkah 11: unit yang dibuka lagi (tanpa ini semua)",
        en: "step 7: the units that are decided; step 11: those that are opened again (all, when left out)")),
    Parameter<String?>.option(
      "alasan",
      Phrase(
        id: "langkah 7: tidak-lengkap atau tidak-sesuai; langkah 11: teks", en: "step 7: tidak-lengkap or tidak-sesuai; step 11: a text")),
    Parameter<Int?>.option("ke", Phrase(id: "langkah tujuan putusan tidak", en: "the step that tidak leads to")).completing(
      .archive(.steps)), .cycle,
    gives: .any,
    examples: [
      Example(
        """
        serah terima ST-1 --hitung 2; verifikasi --unit DISKOMINFO | hitung; langkah selesai 6 --unit DISKOMINFO; \
        langkah selesai 7 --unit DISKOMINFO; langkah putus 7 ya --unit DISKOMINFO
        """,
        prints: """
          ST-1 diterima: 1 rekaman
          1
          langkah 6 (DISKOMINFO) selesai, lanjut ke 7
          langkah 7 (DISKOMINFO) dilaporkan, menunggu putusan
          langkah 7 (DISKOMINFO) diputus: ya, lanjut ke 8
          """)
    ]
  ) { session, step, answer, units, reason, target, cycle in
    let outcomes = try session.engine.workflow.decideStep(
      step, yes: answer.isYes, units: units, in: cycle, reason: reason, target: target)
    return session.steps(outcomes) { outcome, name in
      guard answer.isYes else {
        return Phrase(
          id: "langkah \(name) diputus: tidak, kembali ke \(outcome.returned ?? outcome.track.step), putaran \(outcome.track.round)",
          en: "step \(name) decided: tidak, back to \(outcome.returned ?? outcome.track.step), round \(outcome.track.round)")
      }
      return Phrase(
        id: "langkah \(name) diputus: ya, lanjut ke \(outcome.next.map(String.init) ?? "akhir")",
        en: "step \(name) decided: ya, on to \(outcome.next.map(String.init) ?? "the end")")
    }
  }
}
