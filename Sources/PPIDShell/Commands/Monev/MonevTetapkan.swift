import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let monevTetapkan = Command(
    "monev tetapkan", needs: .evaluate,
    help: Phrase(
      id: "Langkah 15: menerima usulan. Rekaman masuk langkah 8 berikutnya; masukan publik menjadi wajib sebuah unit.",
      en: "Activity 15: accepts proposals. Records enter the next activity 8; what the public asked for becomes a unit's duty."),
    Parameter<[Proposal]>.rest(
      "nomor", required: true, Phrase(id: "rekaman A-12 …, atau satu masukan M-3", en: "records A-12 …, or one input M-3")),
    Parameter<UnitCode?>.option(
      "unit", Phrase(id: "unit yang harus menyediakan, untuk masukan", en: "the unit that must provide it, for an input")),
    Parameter<PPIDEngine.Category?>.option(
      "kategori", Phrase(id: "kategori masukan; tanpa ini setiap-saat", en: "an input's category; setiap-saat if left out")),
    gives: .record([Column("usulan", .list), Column("unit", .text)]),
    examples: [Example("monev tetapkan A-3", prints: "A-3 diusulkan untuk DIP berikutnya")]
  ) { session, proposals, unit, category in
    let names = proposals.map(\.description)
    let list = names.joined(separator: ", ")
    let sentence: Phrase
    if proposals.count == 1, case .input(let number)? = proposals.first {
      guard let unit else { throw MonevFailure.unitMissing(number) }
      try session.engine.monev.accept(number, for: unit, category: category ?? .setiapSaat)
      sentence = Phrase(id: "\(number) menjadi wajib unit \(unit)", en: "\(number) becomes a duty of the unit \(unit)")
    } else {
      let records = try proposals.map { proposal in
        guard case .record(let number) = proposal else {
          throw Failure(Phrase(id: "masukan ditetapkan satu per satu", en: "inputs are accepted one by one"))
        }
        if unit != nil || category != nil { throw MonevFailure.unitForRecord(number) }
        return number
      }
      _ = try session.engine.monev.accept(records)
      sentence = Phrase(id: "\(list) diusulkan untuk DIP berikutnya", en: "\(list) proposed for the next DIP")
    }
    return session.change([("usulan", .list(List(names.map { .text($0) }))), ("unit", .optional(unit?.text))], sentence)
  }
}

/// What activity 15 decides on: a record, or something that the public asked for.
enum Proposal: WordArgument {
  case record(RecordNumber)
  case input(PublicInputNumber)

  static let form = Phrase(id: "nomor seperti A-12 atau M-3", en: "a number like A-12 or M-3")
  static var completion: CompletionSource { .archive(.proposals) }

  init?(_ text: String) {
    if let number = RecordNumber(text) {
      self = .record(number)
    } else if let number = PublicInputNumber(text) {
      self = .input(number)
    } else {
      return nil
    }
  }

  var description: String {
    switch self {
    case .record(let number): number.description
    case .input(let number): number.description
    }
  }
}
