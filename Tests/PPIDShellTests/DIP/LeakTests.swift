import Foundation
import PPIDEngine
import PPIDScript
import PPIDValues
import Testing

@testable import PPIDShell

/// Nothing tells of excluded records to those who may not see them: every field of such records holds a marker, and no marker is found in
/// anything that those people are shown or that is left lying about.
@Suite struct LeakTests {
  /// Stands in every field of excluded records, and in the decisions on them. (No public number has a U.)
  private static let marker = "zqu"
  /// Stands in every field of a withdrawn record, which guests and the public see no more.
  private static let withdrawn = "wqu"
  private static let columns = [
    "judul", "ringkasan", "jenis", "penguasa", "penanggung_jawab", "waktu", "tempat", "bentuk", "kode", "retensi_aktif", "retensi_inaktif",
    "nasib_akhir", "lokasi", "kategori",
  ]
  /// Those who may not see excluded records of SETDA: a guest, another unit's support, the manager.
  private static let people = ["tono", "joko", "mila"]

  private static func list(_ word: String, _ category: String) -> String {
    let cells = columns.map { $0 == "kategori" ? category : "\(word)\($0.replacing("_", with: ""))" }
    return (columns + ["Kolom \(word)"]).joined(separator: ",") + "\n" + (cells + ["\(word)lainnya"]).joined(separator: ",") + "\n"
  }

  /// A-2 was public, proposed and listed before it was excluded; A-3 was taken in as excluded; A-4 was withdrawn.
  private static let prepared = Result<Office, any Error> {
    let office = try Office()
    try office.write("zqu-publik.csv", list(marker, "setiap-saat"))
    try office.write("zqu-rahasia.csv", list(marker + "b", "dikecualikan"))
    try office.write("wqu.csv", list(withdrawn, "berkala"))
    try office.write("hitung.ppid", "cetak $(arsip | hitung)\n")
    try office.lines(
      "unit tambah SETDA \"Sekretariat Daerah\"; unit tambah BKD \"Badan Kepegawaian\"",
      "pengguna tambah tono --peran tamu; pengguna tambah joko --peran pendukung --unit BKD; pengguna tambah mila --peran pengelola",
      "arsip tambah \"Laporan Kinerja\" --unit SETDA --kategori berkala",
      "arsip impor zqu-publik.csv --unit SETDA", "arsip impor zqu-rahasia.csv --unit SETDA", "arsip impor wqu.csv --unit SETDA",
      "dip usul A-2 --alasan zqualasan", "dip keluarkan A-4 --alasan wqualasan; dip usul A-4 --alasan wqualasan",
      "dip tetapkan 2026-10 --nomor KEP-10 --di-luar-siklus uji; arsip ubah A-2 --judul zqujudulbaru; arsip ubah A-1 --bentuk cetak",
      "dip tetapkan 2026-11 --nomor KEP-11 --di-luar-siklus uji",
      "kecuali tambah A-2 --pasal 17.h --dasar zqudasar --dibuka zqudibuka --ditutup zquditutup --jangka 1bulan",
      "kecuali tambah A-3 --pasal 17.a --dasar zqudasar --dibuka zqudibuka --ditutup zquditutup --jangka 5tahun",
      "dip tetapkan 2026-12 --nomor KEP-12 --di-luar-siklus uji", "skrip simpan jumlah-arsip hitung.ppid",
      "siklus buka 2027-01; langkah selesai 1 --unit SETDA --siklus 2027-01; serah kirim --unit SETDA --siklus 2027-01")
    for name in ["zqu-publik.csv", "zqu-rahasia.csv", "wqu.csv"] { try FileManager.default.removeItem(atPath: office.path(name)) }
    try office.sqlite("UPDATE record SET status = 'ditarik' WHERE id = 4")
    return office
  }

  /// An office of its own, with what the examples need.
  private func office() throws -> Office {
    let prepared = try Self.prepared.get()
    let office = try Office()
    for name in try FileManager.default.contentsOfDirectory(atPath: prepared.folder.path) where !name.hasSuffix(".kunci") {
      try FileManager.default.copyItem(atPath: prepared.path(name), toPath: office.path(name))
    }
    return office
  }

  /// Lines for every command: its examples, with the numbers of hidden records in place of theirs.
  private static let lines: [(command: String, lines: [String])] = CommandTable.shared.signatures.map { signature in
    let examples = signature.examples.map(\.line)
    let aimed = examples.flatMap { line in ["A-2", "A-3", "A-4"].map { line.replacing(/A-\d+/, with: $0) } }
    let plain = signature.parameters.contains { $0.isRequired } ? [] : [signature.name]
    return (signature.name, Array(Set(examples + aimed + plain)).sorted())
  }

  @Test(arguments: people) func `no command tells of a hidden record`(_ person: String) throws {
    let office = try office()
    try office.write("daftar.csv", "nomor,judul,kategori\nA-2,Judul,berkala\nA-3,Judul,berkala\n,Judul lain,berkala\n")
    try office.write("masuk/daftar.csv", "judul,kategori\nRencana,berkala\n")
    let clean = try Data(contentsOf: URL(fileURLWithPath: office.path(Office.archive)))
    var ran = 0
    for (command, lines) in Self.lines {
      for line in lines {
        for format in ["tabel", "json"] {
          let outcome = try office.ppid("--sebagai", person, "--format", format, "-c", line)
          expectClean(outcome.output + outcome.errors, for: person, "\(command): \(line)")
          ran += 1
        }
      }
      // What a command changed must not stand in the next one's way.
      try? FileManager.default.removeItem(atPath: office.path(Office.archive + "-wal"))
      try clean.write(to: URL(fileURLWithPath: office.path(Office.archive)))
    }
    #expect(ran >= 150)
    try expectFilesClean(office, for: person)
  }

  @Test(arguments: people) func `counts, comparisons, listings and the journal pass over hidden records`(_ person: String) throws {
    let office = try office()
    let known = person == "tono" ? 1 : 2
    for (line, count) in [
      ("arsip | hitung", known), ("arsip cari \"z*\" | hitung", 0), ("arsip | saring unit == \"SETDA\" | hitung", known),
      ("dip 2026-10 | hitung", known), ("dip 2026-11 | hitung", known), ("dip | hitung", known),
      ("dip banding 2026-09 2026-10 | hitung", known),
      ("dip banding 2026-11 2026-12 | saring perubahan == \"hapus\" | hitung", 0), ("arsip | jumlahkan tahun", 0),
    ] {
      let printed = try office.ppid("--sebagai", person, "-c", line)
      if line.hasSuffix("hitung") { #expect(try printed.succeeded() == "\(count)", "\(person): \(line)") }
      expectClean(printed.output + printed.errors, for: person, line)
    }
    guard person != "tono" else { return }
    let journal = try office.ppid("--sebagai", person, "--format", "json", "-c", "jejak; jejak A-2; jejak A-3; kecuali; dip usulan")
      .succeeded()
    expectClean(journal, for: person, "jejak")
    #expect(try office.ppid("--sebagai", person, "-c", "jejak A-2 | hitung; jejak A-99 | hitung").succeeded() == "0\n0")
  }

  @Test(arguments: people) func `a hidden record is answered like one that doesn't exist`(_ person: String) throws {
    let office = try office()
    for line in [
      "arsip lihat A-9", "arsip ubah A-9 --judul x", "kecuali lihat A-9", "kecuali surat A-9", "kecuali surat A-9 --ke x.html",
      "dip nomor A-9", "dip usul A-9", "jejak A-9", "arsip impor nomor-9.csv --unit BKD",
    ] {
      for number in ["2", "3", "77"] {
        try office.write("nomor-\(number).csv", "nomor,judul,kategori\nA-\(number),Judul,berkala\n")
      }
      let answers = try ["2", "3", "77"].map { number in
        let outcome = try office.ppid("--sebagai", person, "-c", line.replacing("9", with: number))
        return "\(outcome.status) \(outcome.output)\(outcome.errors)".replacing("A-\(number)", with: "A-9").replacing(
          "nomor-\(number)", with: "nomor-9"
        )
        .replacing(/\^+/, with: "^")
      }
      #expect(Set(answers).count == 1, "\(person): \(line): \(answers)")
    }
  }

  @Test(arguments: people) func `a hidden record's public number is answered like one that leads nowhere`(_ person: String) throws {
    let office = try office()
    let answers =
      try ["A-2", "A-3"].map { try office.ppid("--format", "csv", "-c", "dip nomor \($0)").succeeded() }.map { printed in
        String(printed.firstMatch(of: /P-[0-9A-Z]{6}/)?.output ?? "")
      } + ["P-000000"]
    let shown = try answers.map { number in
      let outcome = try office.ppid("--sebagai", person, "-c", "dip nomor \(number)")
      return "\(outcome.status) \(outcome.output)\(outcome.errors)".replacing(number, with: "P")
    }
    #expect(Set(shown).count == 1 && !answers.contains(""), "\(person): \(shown)")
  }

  @Test(arguments: ["2026-10", "2026-11", "2026-12"]) func `no publication tells of a hidden record`(_ period: String) throws {
    let office = try office()
    try office.lines("dip terbit \(period) --ke situs --basis https://ppid.contoh.go.id")
    let files = FileManager.default.enumerator(atPath: office.path("situs"))!.compactMap { $0 as? String }
    #expect(files.count > 20)
    // No number of the archive, so that none is missing.
    for file in files {
      #expect(!file.contains("A-"), "\(file)")
      guard let data = FileManager.default.contents(atPath: office.path("situs/\(file)")) else { continue }
      for word in [Self.marker, Self.withdrawn] { #expect(!data.holds(word), "\(file) holds \(word)") }
    }
  }

  @Test(arguments: people) func `nothing that the prompt offers or keeps tells of a hidden record`(_ person: String) throws {
    let office = try office()
    let engine = Engine(
      Archive(path: office.path(Office.archive), access: .readOnly, holder: person, interruption: nil),
      clock: .machine.standing(at: LocalTime("2026-11-10T09:00")!), account: person)
    let console = Console(terminal: Terminal(environment: [:]), language: .indonesian)
    let session = PPIDShell.Session(engine: engine, catalog: .shared, settings: Settings(), console: console)
    let completer = Completer(session: session)
    for signature in CommandTable.shared.signatures {
      let options = signature.parameters.map { "\(signature.name) --\($0.name) " }
      for text in [signature.name, "\(signature.name) ", "\(signature.name) A", "\(signature.name) A-", "\(signature.name) z"] + options {
        let offered = completer.candidates(text, text.utf8.count)
        expectClean(offered.map { "\($0)" }.joined(separator: "\n"), for: person, "completing `\(text)`")
      }
    }
    if person != "mila" { #expect(try engine.publicList.exclusionReminder() == nil) }
    engine.close()
  }

  // MARK: Looking for markers

  private func expectClean(_ text: String, for person: String, _ what: String) {
    let lowered = text.lowercased()
    #expect(!lowered.contains(Self.marker), "\(person): \(what): \(text)")
    if person == "tono" { #expect(!lowered.contains(Self.withdrawn), "\(person): \(what): \(text)") }
  }

  /// Everything that lies in the office's folder, which is its people's home too, but the archive itself and backups of it: whoever keeps
  /// them can read all of it.
  private func expectFilesClean(_ office: Office, for person: String) throws {
    for case let path as String in FileManager.default.enumerator(atPath: office.folder.path)!
    where !path.hasPrefix(Office.archive) && !path.hasSuffix(".db") {
      guard let data = FileManager.default.contents(atPath: office.path(path)) else { continue }
      #expect(!data.holds(Self.marker), "\(person): \(path)")
    }
  }
}

extension Data {
  /// Whether the word stands in it, in small letters or capitals.
  fileprivate func holds(_ word: String) -> Bool {
    String(decoding: self, as: UTF8.self).lowercased().contains(word)
  }
}

extension ParameterSignature {
  fileprivate var isRequired: Bool {
    switch kind {
    case .argument(let required), .option(let required), .rest(let required): required
    case .flag: false
    }
  }
}
