import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let batal = Command(
    "batal", needs: .readArchive,
    help: Phrase(
      id:
        "Membatalkan perubahan terakhir Anda yang belum dibatalkan, sebagai catatan baru dalam jejak. Ditolak bila sesuatu sudah bertumpu padanya.",
      en: "Takes back your last change that isn't taken back yet, as a new entry of the journal. Refused when something rests on it."),
    gives: .record([Column("jejak", .int), Column("tindakan", .text), Column("objek", .text), Column("jumlah", .int)]),
    examples: [Example("batal")]
  ) { session in
    let undone = try session.engine.history.undoLastChange()
    let subject = undone.subject.map { " \($0)" } ?? ""
    return session.change(
      [
        ("jejak", .int(undone.entry)), ("tindakan", .text(undone.action)), ("objek", .optional(undone.subject)),
        ("jumlah", .int(undone.count)),
      ],
      Phrase(
        id: "`\(undone.action)`\(subject) (jejak \(undone.entry)) dibatalkan",
        en: "`\(undone.action)`\(subject) (entry \(undone.entry)) taken back"))
  }
}
