import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let serahTerima = Command(
    "serah terima", needs: .receive,
    help: Phrase(
      id: "Langkah 5: menerima penyerahan. Isi rekaman pada saat ini yang akan diverifikasi; selisih dicatat, tidak menahan.",
      en: "Step 5: receives a hand-over. The records as they are now will be verified; differences are noted and hold nothing up."),
    Parameter<HandoverNumber>.argument("nomor", Phrase(id: "nomor penyerahan, seperti ST-7", en: "the hand-over's number, like ST-7")),
    Parameter<Int?>.option("hitung", Phrase(id: "jumlah cetakan yang dihitung", en: "how many printed copies were counted")),
    Parameter<String?>.option("selisih", Phrase(id: "selisih yang ditemukan", en: "the differences found")),
    Parameter<String?>.option(
      "paket",
      Phrase(id: "folder paket BagIt yang diterima; kerusakannya dicatat", en: "the BagIt package received; its faults are noted")
    ).completing(.folders),
    gives: .record([
      Column("nomor", .text), Column("siklus", .period), Column("unit", .text), Column("isi", .int), Column("putaran", .int),
    ]), examples: [Example("serah terima ST-1 --hitung 2", prints: "ST-1 diterima: 1 rekaman")]
  ) { session, number, counted, difference, package in
    let outcome = try session.engine.workflow.receiveHandover(number, counted: counted, difference: difference, package: package)
    return session.change(
      handoverFields(outcome),
      Phrase(id: "\(number) diterima: \(outcome.count) rekaman", en: "\(number) received: \(outcome.count) records"))
  }
}
