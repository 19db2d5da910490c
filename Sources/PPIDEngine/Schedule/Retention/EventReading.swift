import PPIDValues

/// What the words behind a span of time say of the event from which it is counted.
struct EventReading {
  /// Nil where none is named.
  private(set) var text: String?
  /// Whether the words name it properly, or there are none.
  private(set) var isSure = false
  /// Whether it is announced, but not there, or cut off.
  private(set) var isCutOff = false
  /// Whether it suggests itself what was meant, where they don't.
  private(set) var isGuessable = true

  private static let triggers = ["setelah", "sesudah", "sejak", "terhitung"]
  /// What may stand between a trigger and its event.
  private static let leadIns: Set<String> = ["sejak", "mulai", "setelah", "dari"]

  init(_ given: [String]) {
    var words = given
    // `2 tahun (setelah tidak berlaku)`
    if let first = words.first, let last = words.last, first.hasPrefix("("), last.hasSuffix(")") {
      words = words.joined(separator: " ").trimming("() ").split(separator: " ").map(String.init)
    }
    guard let first = words.first?.trimming(".,…").lowercased(), !words.isEmpty else {
      isSure = true
      return
    }
    let isTrigger = EventReading.triggers.contains(first)
    let isMeant = isTrigger || Nearest.name(to: first, among: EventReading.triggers) != nil
    var rest = isMeant ? words.dropFirst() : words[...]
    while isMeant, let next = rest.first?.lowercased(), EventReading.leadIns.contains(next) { rest.removeFirst() }
    let written = rest.joined(separator: " ")
    let event = written.trimming(".,;… ")
    if isMeant, event.isEmpty || written.looksCutOff {
      (isCutOff, isGuessable) = (true, false)
    } else if !isMeant, ["aktif", "inaktif"].contains(event.lowercased()) {
      // The column's head said once more.
    } else {
      text = event.isEmpty ? nil : event
      isSure = isTrigger
      // Words that hold a number say something else than an event.
      isGuessable = isMeant || !event.contains(where: \.isNumber)
    }
  }
}
