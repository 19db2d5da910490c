import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let wajib = Command(
    "wajib", needs: .readArchive,
    help: Phrase(
      id: "Jenis informasi yang diharapkan DIP dari tiap unit (langkah 1).",
      en: "The kinds of information that the DIP expects of each unit (step 1)."),
    gives: .rows(Workflow.expectedColumns), examples: [Example("wajib | saring unit == \"SETDA\"")]
  ) { session in session.table(try session.engine.workflow.expectedKinds()) }
}
