import PPIDValues

@testable import PPIDScript

/// The commands of the test programs: output, a clock, a small archive, and some that fail.
final class TestCatalog: Catalog {
  let signatures: [Signature] = [
    command("cetak", [.rest("nilai")], isOutput: true),
    command("tampil", [.argument("nilai")], isOutput: true),
    command("kini", result: .type(.time)),
    command("argumen", [.argument("n", .types([.int])), .option("baku", .any)], result: .any),
    command("arsip", result: .table(TestArchive.columns)),
    command(
      "arsip impor", [.argument("berkas", .text)], result: .record([Column("baru", .int), Column("berubah", .int)])),
    command("arsip cari", [.argument("kata", .text)], result: .table(TestArchive.columns)),
    command(
      "arsip tambah", [.argument("judul", .text), .option("akun", .text), .flag("segera")],
      result: .record([Column("nomor", .int)])),
    command(
      "siklus", [.argument("periode", .types([.period]), required: false)], result: .table([Column("langkah", .int)])),
    command(
      "siklus buka", [.argument("periode", .types([.period])), .flag("bila-belum")],
      result: .record([Column("nomor", .int)])),
    command("siklus siap", [.argument("periode", .types([.period]))], result: .type(.bool)),
    command("putus", [.argument("keputusan", .choice(["ya", "tidak"])), .option("ke", .types([.int]))]),
    command("unit", [.argument("kode", unitCode), .option("lain", .several(unitCode))]),
    command("tolak", [.argument("pesan", .text), .option("kode", .types([.int]))]),
    command("hentikan"),
    command("hasil", [.argument("nilai")], result: .any),
    command("bantuan", [.rest("nama", .commandName)], isOutput: true),
    command("keluar"),
  ]

  static let shared = TestCatalog()

  func index(of name: String) -> Int? { signatures.firstIndex { $0.name == name } }

  private static let unitCode = ParameterType.word(Phrase(id: "kode unit", en: "unit code")) { word in
    word.allSatisfy { $0.isUppercase }
  }

  private static func command(
    _ name: String, _ parameters: [ParameterSignature] = [], result: ResultShape = .nothing, isOutput: Bool = false
  ) -> Signature {
    Signature(name, help: Phrase(name), parameters: parameters, result: result, isOutput: isOutput, examples: [])
  }
}

extension ParameterSignature {
  fileprivate static func argument(_ name: String, _ type: ParameterType = .any, required: Bool = true) -> Self {
    Self(name, .argument(required: required), type, help: Phrase(name))
  }

  fileprivate static func rest(_ name: String, _ type: ParameterType = .any) -> Self {
    Self(name, .rest(required: false), type, help: Phrase(name))
  }

  fileprivate static func option(_ name: String, _ type: ParameterType) -> Self {
    Self(name, .option(required: false), type, help: Phrase(name))
  }

  fileprivate static func flag(_ name: String) -> Self {
    Self(name, .flag, .any, help: Phrase(name))
  }
}
