/// The archive's schema, as the steps that lead to it. A step never changes once it was released.
enum Schema {
  /// Marks an SQLite file as an archive of this program ("PPID" in ASCII).
  static let applicationID: Int32 = 0x5050_4944

  /// Step n brings an archive of version n - 1 to version n.
  static let steps: [String] = [
    version1, version2, workflow, classification, retention, archive, publicInformation, documents, monev, files, disposal,
    takingBack, standing, activities, categoryCounts,
  ]

  static var version: Int { steps.count }
}
