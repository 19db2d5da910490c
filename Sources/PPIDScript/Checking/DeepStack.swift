#if canImport(Glibc)
  import Glibc
#endif

/// Runs work that recurses as deep as its input nests on a stack that is large enough for the deepest nesting allowed.
enum DeepStack {
  /// So many brackets are at home on any stack.
  private static let shallow = 50
  private static let size = 256 << 20

  private final class Work {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// Does `body`, on a stack of its own if `source` nests deeply.
  static func run<Result>(for source: SourceText, _ body: () -> Result) -> Result {
    guard nestsDeeply(source.bytes) else { return body() }
    var result: Result?
    withoutActuallyEscaping({ result = body() }) { body in
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      pthread_attr_setstacksize(&attributes, size)
      defer { pthread_attr_destroy(&attributes) }
      let work = Unmanaged.passRetained(Work(body))
      var thread = pthread_t()
      let status = pthread_create(
        &thread, &attributes,
        { argument in
          guard let argument else { return nil }
          Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
          return nil
        }, work.toOpaque())
      if status == 0 {
        pthread_join(thread, nil)
      } else {
        work.takeRetainedValue().body()
      }
    }
    return result.unsafelyUnwrapped
  }

  /// Whether so many brackets are opened that some place may nest deeper than a plain stack is good for.
  private static func nestsDeeply(_ bytes: [UInt8]) -> Bool {
    var openers = 0
    for byte in bytes where byte == Byte.leftParen || byte == UInt8(ascii: "[") || byte == Byte.leftBrace {
      openers += 1
      if openers > shallow { return true }
    }
    return false
  }
}
