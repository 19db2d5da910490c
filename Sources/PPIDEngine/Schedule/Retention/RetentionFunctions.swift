import PPIDValues
import Synchronization

/// What statements ask of retention texts: the archive keeps them as they were written, and reads them when it reckons.
///
/// - `retention_reads(text)`: whether the term can be read.
/// - `retention_event(text)`: the event that the term waits for, or NULL.
/// - `retention_end(start, text)`: the last day of an age that begins on `start`, or NULL where there is none.
/// - `fate_kind(text)`, `fate_exception(text)`: the fate, and what it doesn't hold for; NULL where there is none.
enum RetentionFunctions {
  static let all: [SQLFunction] = [
    .truth("retention_reads", 1) { $0[0].map { term($0) != nil } },
    .text("retention_event", 1) { $0[0].flatMap(term)?.event },
    .text("retention_end", 2) { texts in
      guard let start = texts[0].flatMap({ CalendarDate($0) }) else { return nil }
      return texts[1].flatMap(term)?.end(from: start)?.description
    },
    .text("fate_kind", 1) { $0[0].flatMap { FinalFate($0) }?.kind.rawValue },
    .text("fate_exception", 1) { $0[0].flatMap { FinalFate($0) }?.exception },
  ]

  /// A schedule has few different texts, and a table asks for each of them many times.
  private static let known = Mutex<[String: RetentionTerm?]>([:])
  private static let mostKnown = 4096

  private static func term(_ text: String) -> RetentionTerm? {
    known.withLock { known in
      if let term = known[text] { return term }
      let term = RetentionTerm(text)
      if known.count >= mostKnown { known.removeAll(keepingCapacity: true) }
      known[text] = .some(term)
      return term
    }
  }
}
