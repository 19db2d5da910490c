import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let masukan = Command(
    "masukan", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan masukan publik dengan tenggat dan tanggapannya.", en: "Lists what the public said, with due times and answers."),
    gives: .rows(Monev.publicInputColumns), examples: [Example("masukan | saring tanggapan == kosong | pilih nomor masukan tenggat")]
  ) { session in session.table(try session.engine.monev.publicInput()) }
}
