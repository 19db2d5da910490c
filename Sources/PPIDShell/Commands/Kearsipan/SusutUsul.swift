import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let susutUsul = Command(
    "susut usul", needs: .careForArchive,
    help: Phrase(
      id: """
        Mengusulkan penyusutan: pindah, musnah, atau serah. Tanpa nomor, semua yang menurut `retensi` jatuh tempo; yang ditahan, \
        berkecuali, atau harus dinilai tidak ikut. Yang disebut nomornya harus dibolehkan retensinya.
        """,
      en: """
        Proposes a disposal: pindah, musnah or serah. Without numbers, all that `retensi` says is due; what is held, subject to an \
        exception or to be assessed is left out. Those that are named must be allowed by their retention.
        """),
    Parameter<DisposalKind>.argument("jenis", Phrase(id: "pindah, musnah, atau serah", en: "pindah, musnah or serah")),
    Parameter<[RecordNumber]>.rest("nomor", required: false, Phrase(id: "nomor rekaman", en: "numbers of records")),
    Parameter<LastDay?>.option("sampai", Phrase(id: "bulan, semester, atau tanggal", en: "a month, a half-year or a day")),
    gives: .record([Column("nomor", .text), Column("jenis", .text), Column("rekaman", .int)]),
    examples: [Example("susut usul pindah --sampai 2029-12", prints: "S-1 diusulkan: pindah, 1 rekaman")]
  ) { session, kind, numbers, last in
    let (number, count) = try session.engine.disposals.propose(kind, of: numbers, until: last?.date)
    return session.change(
      [("nomor", .text(number.description)), ("jenis", .text(kind.rawValue)), ("rekaman", .int(count))],
      Phrase(
        id: "\(number) diusulkan: \(kind.rawValue), \(count) rekaman", en: "\(number) proposed: \(kind.rawValue), \(count) records"))
  }
}

extension DisposalKind: ChoiceArgument {}

extension DisposalNumber: WordArgument {
  static let form = Phrase(id: "nomor penyusutan seperti S-3", en: "a disposal's number like S-3")
  static var completion: CompletionSource { .archive(.disposals) }
  init?(_ text: String) { self.init(text[...]) }
}

extension Parameter<DisposalNumber> {
  /// The disposal that a command is about.
  static let disposal = Parameter.argument("nomor", Phrase(id: "nomor penyusutan, seperti S-3", en: "the disposal's number, like S-3"))
}
