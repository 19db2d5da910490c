import PPIDEngine
import PPIDScript
import PPIDValues

extension HandoverNumber: WordArgument {
  static let form = Phrase(id: "nomor penyerahan seperti ST-7", en: "a hand-over's number like ST-7")
  static var completion: CompletionSource { .archive(.handovers) }
  init?(_ text: String) { self.init(text[...]) }
}

extension Command {
  static let serahLihat = Command(
    "serah lihat", needs: .readArchive, help: Phrase(id: "Isi satu penyerahan.", en: "What a hand-over holds."),
    Parameter<HandoverNumber>.argument("nomor", Phrase(id: "nomor penyerahan, seperti ST-7", en: "the hand-over's number, like ST-7")),
    gives: .rows(Workflow.handoverItemColumns), examples: [Example("serah lihat ST-1 | pilih nomor judul perubahan")]
  ) { session, number in session.table(try session.engine.workflow.items(of: number)) }
}
