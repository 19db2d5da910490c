import PPIDValues
import Testing

@testable import PPIDEngine

@Suite struct InstrumentTests {
  /// A small instrument whose weights add up to 100.
  static let small = """
    # Contoh.
    instrumen: CONTOH
    judul: Instrumen Contoh
    versi: 1

    kategori: satu
    judul: Kategori Satu

    indikator: A-1
    kategori: satu
    bobot: 60
    cara: nilai
    tingkat: bertingkat
    judul: Satu
    sumber: aturan
    rumus: dinilai
    contoh: separuh: nilai 0.5
    bukti: foto
    nilai 1: semua
    nilai 0.75: hampir
    nilai 0.5: separuh
    nilai 0.25: sedikit
    nilai 0: tidak

    indikator: A-2
    kategori: satu
    bobot: 40
    cara: hitung cakupan-unit
    tingkat: semua-atau-tidak
    judul: Dua
    sumber: aturan
    rumus: dihitung
    contoh: 4 dari 5
    ambang: 80

    """

  @Test func `the instrument that comes along is whole`() throws {
    let instrument = try InstrumentReader.read(Instrument.builtInSource)
    #expect(instrument.categories.map(\.code) == ["mengumumkan", "menyediakan", "sarana-prasarana", "kelembagaan", "digitalisasi"])
    let computed = instrument.indicators.compactMap { if case .computed(let name, _) = $0.method { name } else { nil } }
    #expect(Set(computed) == Set(ComputedIndicator.allCases) && computed.count == 16)
    #expect(instrument.indicators.count - computed.count == 14)
    let weights = instrument.indicators.map(\.weight)
    #expect(weights.reduce(.zero, +) == ExactNumber(100))
    #expect(weights.allSatisfy { $0 >= ExactNumber("0.5")! && $0 <= ExactNumber(4) })
    for indicator in instrument.indicators { #expect(indicator.example.contains("nilai "), "\(indicator.code)") }
  }

  /// The examples of counted indicators say which grade their percentage gives; the thresholds must agree.
  @Test func `the worked examples are right`() throws {
    for indicator in try InstrumentReader.read(Instrument.builtInSource).indicators {
      guard case .computed(_, let thresholds) = indicator.method, let grade = indicator.example.split(separator: "nilai ").last else {
        continue
      }
      let numbers = indicator.example.split { !$0.isNumber && $0 != "." }.compactMap { Int($0.replacing(".", with: "")) }
      let isReversed = indicator.example.contains(" dari ")
      let pair = isReversed ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
      let percentage = try #require(ExactNumber(pair.0 * 100, over: pair.1))
      #expect(thresholds.grade(of: percentage) == Grade(grade), "\(indicator.code): \(indicator.example)")
    }
  }

  @Test func `line ends, spaces, comments and a byte order mark don't matter`() throws {
    let text = "\u{FEFF}" + Self.small.replacing("\n", with: "\r\n").replacing("bobot: 60", with: "bobot :   60  ")
    #expect(try InstrumentReader.read(text).indicators.map(\.weight) == [ExactNumber(60), ExactNumber(40)])
  }

  struct Fault: CustomTestStringConvertible {
    let old: String
    let new: String
    let line: Int
    let column: Int
    let problem: InstrumentFault.Problem
    var testDescription: String { new }
  }

  @Test(arguments: [
    Fault(old: "bobot: 40", new: "bobot: 39.5", line: 27, column: 8, problem: .weightsDontAddUp(ExactNumber("99.5")!)),
    Fault(old: "bobot: 40", new: "bobot: 0", line: 27, column: 8, problem: .unfitWeight("0")),
    Fault(old: "bobot: 40", new: "bobot: 4,5", line: 27, column: 8, problem: .unfitWeight("4,5")),
    Fault(old: "bobot: 40\n", new: "", line: 25, column: 1, problem: .missingKey("bobot")),
    Fault(old: "nilai 0.5: separuh", new: "nilai 0.6: separuh", line: 21, column: 7, problem: .unknownGrade("0.6")),
    Fault(old: "nilai 0.5: separuh\n", new: "", line: 9, column: 1, problem: .missingKey("nilai 0.5")),
    Fault(old: "nilai 0.5: separuh", new: "nilai 1: separuh", line: 21, column: 1, problem: .repeatedKey("nilai 1")),
    Fault(old: "bukti: foto\n", new: "", line: 9, column: 1, problem: .missingKey("bukti")),
    Fault(old: "bukti: foto", new: "bukti:", line: 18, column: 7, problem: .emptyValue("bukti")),
    Fault(
      old: "hitung cakupan-unit", new: "hitung cakupan-unik", line: 28, column: 7,
      problem: .unknownIndicator("cakupan-unik", nearest: "cakupan-unit")),
    Fault(old: "hitung cakupan-unit", new: "timbang", line: 28, column: 7, problem: .unknownMethod("timbang")),
    Fault(old: "semua-atau-tidak", new: "kadang", line: 29, column: 10, problem: .unknownKind("kadang")),
    Fault(old: "ambang: 80", new: "ambang: 80 60", line: 34, column: 9, problem: .unfitThresholds("80 60", count: 1)),
    Fault(
      old: "ambang: 80", new: "bukti: foto\nambang: 80", line: 34, column: 1,
      problem: .keyOfOtherMethod("bukti", method: "hitung")),
    Fault(
      old: "kategori: satu\nbobot: 40", new: "kategori: dua\nbobot: 40", line: 26, column: 11, problem: .unknownCategory("dua")),
    Fault(old: "indikator: A-2", new: "indikator: A-1", line: 25, column: 12, problem: .repeatedCode("A-1")),
    Fault(old: "versi: 1", new: "versi: satu", line: 4, column: 8, problem: .unfitVersion("satu")),
    Fault(old: "versi: 1", new: "versi 1", line: 4, column: 1, problem: .noKey),
    Fault(
      old: "sumber: aturan\nrumus: dihitung", new: "sumbr: aturan\nrumus: dihitung", line: 31, column: 1,
      problem: .unknownKey("sumbr", nearest: "sumber")),
    Fault(old: "# Contoh.\ninstrumen: CONTOH", new: "# Contoh.\nkategori: CONTOH", line: 2, column: 1, problem: .noHead),
  ])
  func `a fault is refused with its place`(_ fault: Fault) throws {
    try #require(Self.small.contains(fault.old))
    #expect(throws: InstrumentFault(fault.line, fault.column, fault.problem)) {
      try InstrumentReader.read(Self.small.replacing(fault.old, with: fault.new))
    }
    // The file's name stands before the place, where there is one.
    do {
      _ = try InstrumentReader.read(Self.small.replacing(fault.old, with: fault.new), from: "uji/instrumen.txt")
    } catch let named as InstrumentFault {
      #expect(named.message.id.hasPrefix("uji/instrumen.txt, baris \(fault.line) kolom \(fault.column): "))
      #expect(named.message.en.hasPrefix("uji/instrumen.txt, line \(fault.line) column \(fault.column): "))
    }
    let words = InstrumentFault(fault.line, fault.column, fault.problem).message
    #expect(words.id.contains("baris \(fault.line) kolom \(fault.column)") && words.id != words.en)
  }

  @Test(arguments: [
    ("0", Band.uninformative), ("39.995", .uninformative), ("40", .hardlyInformative), ("59.995", .hardlyInformative),
    ("60", .fairlyInformative), ("79.995", .fairlyInformative), ("80", .nearlyInformative), ("89.95", .nearlyInformative),
    ("89.995", .nearlyInformative), ("89.999999", .nearlyInformative), ("90", .informative), ("100", .informative),
  ])
  func `the band follows from the unrounded score`(_ score: String, _ band: Band) throws {
    #expect(Band(try #require(ExactNumber(score))) == band)
  }

  @Test(arguments: ["1", "1.0", "0.75", "0.750", "0.5", "0.25", "0", "0.0"]) func `grades are five`(_ text: String) {
    #expect(Grade(text) != nil)
  }

  @Test(arguments: ["0.8", "2", "-1", "", "0,75", "1/2", ".5"]) func `nothing else is a grade`(_ text: String) {
    #expect(Grade(text) == nil)
  }
}
