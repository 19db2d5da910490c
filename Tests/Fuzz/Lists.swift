@testable import PPIDEngine

// One input of `scripts/soak lists`: bytes that an office hands in as a list.
//
// Beside crashes, hangs and memory without bound: a list is refused in words, or every row of it is accounted for.

/// Called by libFuzzer for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  do {
    let account = try RowAccount(of: Array(UnsafeBufferPointer(start: data, count: size)))
    precondition(account.isBalanced, "every row is accounted for")
  } catch let refusal as ImportFailure {
    precondition(!refusal.message.id.isEmpty && !refusal.message.en.isEmpty, "a refusal has words")
  } catch {
    preconditionFailure("a list is refused with what is wrong in it: \(error)")
  }
  return 0
}
