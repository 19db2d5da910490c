import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let bacaBerkas = Command(
    "baca-berkas", needs: .anything,
    help: Phrase(
      id: "Isi sebuah berkas UTF-8 sebagai teks; hanya di bawah folder kerja.",
      en: "A UTF-8 file's content as a text; only below the working folder."),
    Parameter<String>.argument("jalur", Phrase(id: "berkas", en: "the file")).completing(.files), gives: .type(.text),
    examples: [Example("baca-berkas catatan.txt | panjang")]
  ) { session, path in .text(try session.settings.reach.read(path)) }
}
