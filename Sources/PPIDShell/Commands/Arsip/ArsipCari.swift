import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let arsipCari = Command(
    "arsip cari", needs: .readEdition,
    help: Phrase(
      id:
        "Mencari rekaman menurut isinya, yang paling cocok dulu. Awal kata cukup, kata berimbuhan sama dengan kata dasarnya; \"frasa tepat\" dan -kata juga bisa.",
      en:
        "Finds records by their words, the best match first. Beginnings of words do, and words of the same root; so do \"exact phrases\" and -words."
    ),
    Parameter<String>.argument("kata", Phrase(id: "yang dicari", en: "what to look for")),
    gives: .rows(Records.recordColumns), examples: [Example("arsip cari \"laporan keuangan -neraca\" | pilih nomor judul")]
  ) { session, words in
    let (found, marks) = try session.engine.records.search(words)
    session.marks = marks
    return session.table(found)
  }
}
