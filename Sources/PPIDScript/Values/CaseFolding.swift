/// Full case folding of Unicode, from the case mappings that the standard library has.
package enum CaseFolding {
  /// Calls `body` with the one to three scalars that `scalar` folds to.
  package static func fold(_ scalar: Unicode.Scalar, _ body: (Unicode.Scalar) -> Void) {
    if scalar.isASCII {
      body(scalar.properties.isUppercase ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
      return
    }
    // The dotless i is a letter of its own, though its capital is I.
    guard scalar != "\u{131}", scalar.properties.changesWhenCaseFolded || scalar.properties.changesWhenCaseMapped else {
      return body(scalar)
    }
    // Down, up and down again: the first step finds ß behind ẞ, the second takes ß apart, the third makes all of it small.
    for lowered in scalar.properties.lowercaseMapping.unicodeScalars {
      for raised in lowered.properties.uppercaseMapping.unicodeScalars {
        for folded in raised.properties.lowercaseMapping.unicodeScalars { body(folded) }
      }
    }
  }
}
