/// Values in registers.
extension Value {
  /// Whether it is no counted reference.
  @inline(__always)
  var isPlain: Bool {
    switch self {
    case .text, .list, .record, .table: false
    default: true
    }
  }

  /// Roughly the bytes that it takes.
  var size: Int {
    switch self {
    case .text(let text): text.byteCount
    case .list(let list): list.range == nil ? list.count * 16 : 0
    default: 0
    }
  }
}

extension UnsafeMutablePointer<Value> {
  /// The record in the register, without counting a further owner. Only where there is one, and for as long as it stays there.
  ///
  /// A value is its case's payload, then a tag, because integers and fractions leave no bit free for it.
  @inline(__always)
  var unownedRecord: Unmanaged<Record> {
    UnsafeRawPointer(self).load(as: Unmanaged<Record>.self)
  }

  /// Calls `body` with the record in the register, if nobody else holds it; nil where somebody does. Only where there is one.
  @inline(__always)
  func withOnlyRecord<Result>(_ body: (Record) -> Result) -> Result? {
    UnsafeMutableRawPointer(self).withMemoryRebound(to: Record.self, capacity: 1) { record in
      isKnownUniquelyReferenced(&record.pointee) ? unownedRecord._withUnsafeGuaranteedRef(body) : nil
    }
  }

  /// Replaces the register's value; without counting where the old one is plain.
  @inline(__always)
  func put(_ value: Value) {
    if pointee.isPlain { initialize(to: value) } else { pointee = value }
  }

  /// Takes the value out of the register.
  @inline(__always)
  func take() -> Value {
    let value = move()
    initialize(to: .null)
    return value
  }
}
