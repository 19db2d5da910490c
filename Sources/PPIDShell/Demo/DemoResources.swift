import Foundation
import PPIDScript
import PPIDValues

/// The demos that come with the program, and the office in which they are played.
enum DemoResources {
  struct Shipped: Sendable {
    let name: String
    let title: Phrase
    let text: @Sendable () -> [UInt8]
  }

  static let demos = [
    Shipped(
      name: "sop",
      title: Phrase(id: "satu bulan menurut SOP, kegiatan 1 sampai 15", en: "a month by the SOP, activities 1 to 15"),
      text: { PackageResources.sop_ppid }),
    Shipped(
      name: "dip",
      title: Phrase(id: "DIP bulanan: dari daftar unit sampai terbit", en: "the monthly DIP: from units' lists to publication"),
      text: { PackageResources.dip_ppid }),
    Shipped(
      name: "monev",
      title: Phrase(id: "monitoring dan evaluasi satu semester", en: "a half-year's monitoring and evaluation"),
      text: { PackageResources.monev_ppid }),
  ]

  /// Sets the office up.
  static var office: SourceText { SourceText(name: "kantor.ppid", bytes: PackageResources.kantor_ppid) }

  /// The office's clock before anybody sets it.
  static let beginning = LocalTime("2026-11-02T08:00")!

  /// Where the office finds the lists, below its folder.
  static let listFolder = "masuk"

  private static var lists: [(name: String, bytes: [UInt8])] {
    [
      ("dip-jabar-2023-berkala.csv", PackageResources.dip_jabar_2023_berkala_csv),
      ("informasi-kantor.csv", PackageResources.informasi_kantor_csv),
      ("jra.csv", PackageResources.jra_csv),
      ("keuangan-november.csv", PackageResources.keuangan_november_csv),
      ("kode-dan-lokasi.csv", PackageResources.kode_dan_lokasi_csv),
      ("wajib.csv", PackageResources.wajib_csv),
    ]
  }

  static func writeLists(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for list in lists { try Data(list.bytes).write(to: URL(fileURLWithPath: "\(folder)/\(list.name)")) }
  }
}
