import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let jejak = Command(
    "jejak", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan jejak: setiap perubahan, siapa, kapan, sebelum dan sesudahnya.",
      en: "Lists the journal: every change, by whom, when, before and after."),
    Parameter<String?>.optional(
      "objek", Phrase(id: "hanya objek ini, misalnya A-12 atau SETDA", en: "of this object only, such as A-12 or SETDA")),
    Parameter<CalendarDate?>.option("sejak", Phrase(id: "mulai tanggal ini", en: "from this day on")),
    Parameter<String?>.option("pelaku", Phrase(id: "oleh orang ini", en: "by this person")).completing(.archive(.people)),
    gives: .rows(PPIDEngine.History.journalColumns), examples: [Example("jejak | pilih nomor tindakan objek | ambil 10")]
  ) { session, subject, since, actor in
    session.table(try session.engine.history.journal(of: subject, since: since, by: actor))
  }
}
