// One input of `scripts/soak language`. The fuzzer itself finds crashes, hangs and memory without bound.

/// Called by libFuzzer for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let complaints = Ordeal.shared.play(Array(UnsafeBufferPointer(start: data, count: size)))
  precondition(complaints.isEmpty, complaints.joined(separator: "; "))
  return 0
}
