/// One file that a package's manifest names.
package struct BagFile: Sendable, Hashable {
  /// Its path in the package, `data/…`.
  package let path: String
  /// SHA-256, 64 hexadecimal digits.
  package let digest: String
}

/// What is wrong with a package.
package struct BagFault: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case missing = "hilang"
    case changed = "berubah"
    /// There, but no manifest names it.
    case extra = "berlebih"
    /// The path leads out of the package, or the file is none of its own: a link, a device.
    case outside = "di-luar"
    /// A line of a manifest that can't be read, or two that contradict each other.
    case malformed = "rusak"
  }

  package let kind: Kind
  /// The file's path in the package, or the line that can't be read.
  package let path: String
}
