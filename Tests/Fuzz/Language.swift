// One input of `scripts/soak language`. The fuzzer itself finds crashes, hangs and memory without bound.

/// Called by libFuzzer for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let complaints = Ordeal.shared.play(Array(UnsafeBufferPointer(start: data, count: size)))
  precondition(complaints.isEmpty, complaints.joined(separator: "; "))
  return 0
}

/// Called by libFuzzer for a new input made of two.
@_cdecl("LLVMFuzzerCustomCrossOver")
public func crossOver(
  _ first: UnsafePointer<UInt8>?, _ firstSize: Int, _ second: UnsafePointer<UInt8>?, _ secondSize: Int,
  _ result: UnsafeMutablePointer<UInt8>?, _ capacity: Int, _ seed: CUnsignedInt
) -> Int {
  let crossing = ScriptCrossing(
    first: Array(UnsafeBufferPointer(start: first, count: firstSize)),
    second: Array(UnsafeBufferPointer(start: second, count: secondSize)))
  var random = SeededGenerator(UInt64(seed))
  let child = crossing.child(using: &random).prefix(capacity)
  return UnsafeMutableBufferPointer(start: result, count: capacity).update(fromContentsOf: child)
}

/// Called by libFuzzer for a new input made of one: its own changes, the dictionary among them.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>?, _ size: Int, _ capacity: Int, _ seed: CUnsignedInt) -> Int {
  changeBytes(data, size, capacity)
}

@_silgen_name("LLVMFuzzerMutate")
func changeBytes(_ data: UnsafeMutablePointer<UInt8>?, _ size: Int, _ capacity: Int) -> Int
