import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let dipUsul = Command(
    "dip usul", needs: .proposeListing,
    help: Phrase(
      id: "Mengusulkan rekaman untuk edisi DIP berikutnya; usul diterima pada langkah 8. Juga mengembalikan yang pernah dikeluarkan.",
      en: "Proposes records for the DIP's next edition; activity 8 accepts them. Also brings back what was taken out."),
    Parameter<[RecordNumber]>.rest("nomor", required: true, Phrase(id: "nomor rekaman", en: "the records' numbers")),
    Parameter<String?>.option("alasan", Phrase(id: "mengapa diusulkan", en: "why they are proposed")),
    gives: .record([Column("nomor", .list), Column("baru", .int)]),
    examples: [Example("dip usul A-3 --alasan \"diminta publik\"", prints: "1 dari 1 rekaman diusulkan: A-3")]
  ) { session, numbers, reason in
    let new = try session.engine.publicList.propose(numbers, reason: reason)
    let list = new.map(\.description)
    return session.change(
      [("nomor", .list(List(list.map { .text($0) }))), ("baru", .int(list.count))],
      new.isEmpty
        ? Phrase(id: "semua sudah diusulkan", en: "all are proposed already")
        : Phrase(
          id: "\(list.count) dari \(numbers.count) rekaman diusulkan: \(list.joined(separator: ", "))",
          en: "\(list.count) of \(numbers.count) records proposed: \(list.joined(separator: ", "))"))
  }
}
