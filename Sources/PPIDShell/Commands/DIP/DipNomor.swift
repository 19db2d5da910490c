import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let dipNomor = Command(
    "dip nomor", needs: .readArchive,
    help: Phrase(
      id:
        "Menunjukkan nomor publik sebuah rekaman, yaitu nomornya di situs dan data terbitan, atau rekaman yang bernomor publik itu.",
      en: "Shows the public number of a record, which is its number on the site and in published data, or the record that has it."),
    Parameter<RecordName>.argument(
      "nomor", Phrase(id: "nomor rekaman, seperti A-12, atau nomor publik", en: "the record's number, like A-12, or its public number")),
    gives: .record([Column("nomor", .text), Column("nomor_publik", .text), Column("judul", .text)]),
    examples: [Example("dip nomor A-2")]
  ) { session, name in
    let (record, number, title) = try session.engine.publicList.publicNumber(of: name)
    return .record(
      Record([("nomor", .text(record.description)), ("nomor_publik", .text(number.description)), ("judul", .text(title))]))
  }
}

extension RecordName: WordArgument {
  static let form = Phrase(
    id: "nomor rekaman seperti A-12 atau nomor publik seperti P-7K3QX2", en: "a record's number like A-12 or a public number like P-7K3QX2")
}
