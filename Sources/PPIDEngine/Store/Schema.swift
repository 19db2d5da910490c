/// An archive's schema: a description of its tables as they are, which those who know the domain hand in (``Archive/Plan``), and the
/// steps that came after it.
enum Schema {
  /// A change of the tables that the description doesn't have.
  struct Step: Sendable {
    /// What it is told by, in a word or two.
    let name: String
    let sql: String
  }

  /// Marks an SQLite file as an archive of this program ("PPID" in ASCII).
  static let applicationID: Int32 = 0x5050_4944

  /// The version of the description. Archives of versions below it were made by builds that were never released.
  static let first = 16

  /// The first step brings an archive of version ``first`` to the next one, and so on. Neither a step nor the description changes once
  /// it was released.
  static let steps: [Step] = []
}
