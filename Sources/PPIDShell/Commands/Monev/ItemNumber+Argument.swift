import PPIDEngine
import PPIDValues

extension ItemNumber: Argument, WordArgument {
  static var form: Phrase { Phrase(id: "nomor seperti \(Kind.letter)-1", en: "a number like \(Kind.letter)-1") }
  static var completion: CompletionSource { .archive(Kind.topic) }
  init?(_ text: String) { self.init(spelled: text) }
}
