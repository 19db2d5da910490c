import Testing

@testable import PPIDEngine

@Suite struct PublicNumberTests {
  private let numbers = PublicNumbers(key: "kunci")

  @Test func `every record has a number of its own, which leads back to it`() {
    var seen: Set<PublicNumber> = []
    for value in Array(1...5000) + [1 << 15, 1 << 20, (1 << 30) - 1] {
      let number = numbers.number(of: RecordNumber(value))
      #expect(seen.insert(number).inserted)
      #expect(numbers.record(of: number) == RecordNumber(value))
      #expect(PublicNumber(number.description) == number && PublicNumber(number.description.lowercased()) == number)
    }
  }

  @Test func `numbers tell neither count nor order, and another archive has others`() {
    let values = (1...1000).map { numbers.number(of: RecordNumber($0)).value }
    let rising = zip(values, values.dropFirst()).count { $0 < $1 }
    #expect(400...600 ~= rising)
    #expect(values.max()! > 1 << 29 && values.min()! < 1 << 24)
    let others = PublicNumbers(key: "kunci lain")
    #expect((1...100).allSatisfy { numbers.number(of: RecordNumber($0)) != others.number(of: RecordNumber($0)) })
  }

  @Test(arguments: ["", "P-", "P-7K3QX", "P-7K3QX22", "P-7K3QXU", "7K3QX2", "A-7K3QX2", "P-7K3QX\u{660}", "P-7K3 X2"])
  func `anything else is no public number`(_ text: String) {
    #expect(PublicNumber(text) == nil)
  }
}
