/// Indonesian words of one root: of `anggar` are `anggaran`, `penganggaran` and `menganggarkan`.
///
/// There is no dictionary behind it. A word's affixes are taken off wherever their sound changes allow it (`penganggaran` may come of
/// `anggar` or `kanggar`), and each root that may be behind it is inflected again. Most of what comes out is no word; who asks keeps
/// those that the archive has.
enum WordForms {
  /// All words that may have the same root as `word`, but those that begin with it. Empty for what isn't spelled in plain letters.
  static func related(to word: String) -> [String] {
    let word = word.lowercased()
    guard (3...40).contains(word.utf8.count), word.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else {
      return []
    }
    var forms: Set<String> = []
    for root in roots(of: word) { inflect(root, into: &forms) }
    return forms.filter { !$0.hasPrefix(word) }.sorted()
  }

  // MARK: Taking off

  private static let particles = ["lah", "kah", "nya"]
  private static let endings = ["kan", "an", "i"]

  /// Every root that the word may have, itself included.
  static func roots(of word: String) -> Set<String> {
    var roots: Set<String> = [word]
    var stems = [word[...]]
    for particle in particles { stems += stems.filter { $0.hasSuffix(particle) }.map { $0.dropLast(particle.count) } }
    for stem in stems {
      add(stem, hasEnding: false, to: &roots)
      for ending in endings where stem.hasSuffix(ending) { add(stem.dropLast(ending.count), hasEnding: true, to: &roots) }
    }
    return roots
  }

  /// Adds what a stem may be made of. A root is short only where it has affixes at both ends: `pengadaan` comes of `ada`, but
  /// `terima` doesn't come of `ima`.
  private static func add(_ stem: Substring, hasEnding: Bool, to roots: inout Set<String>) {
    if isRoot(stem, least: 4) { roots.insert(String(stem)) }
    for inner in withoutPrefix(stem) {
      let least = hasEnding ? 3 : 4
      if isRoot(inner[...], least: least) { roots.insert(inner) }
      for core in withoutPrefix(inner[...]) where isRoot(core[...], least: 4) { roots.insert(core) }
    }
  }

  private static func isRoot(_ text: Substring, least: Int) -> Bool {
    text.utf8.count >= least && text.contains(where: isVowel)
  }

  /// What may stand behind the word's first prefix.
  private static func withoutPrefix(_ word: Substring) -> [String] {
    var results: [String] = []
    for prefix in ["me", "pe"] where word.hasPrefix(prefix) { results += withoutNasal(word.dropFirst(2)) }
    for prefix in ["ber", "per", "ter"] where word.hasPrefix(prefix) { results.append(String(word.dropFirst(3))) }
    if word.hasPrefix("pekerja") { results.append(String(word.dropFirst(2))) }
    if word.hasPrefix("be"), word.dropFirst(2).first == "r" || word.hasPrefix("bekerja") { results.append(String(word.dropFirst(2))) }
    if word.hasPrefix("belajar") || word.hasPrefix("pelajar") { results.append(String(word.dropFirst(3))) }
    for prefix in ["di", "ke", "se"] where word.hasPrefix(prefix) { results.append(String(word.dropFirst(2))) }
    return results
  }

  /// The roots that sound like this behind `me-` or `pe-`: the nasal takes the place of k, p, s and t before a vowel.
  private static func withoutNasal(_ rest: Substring) -> [String] {
    func next(_ count: Int) -> Substring { rest.dropFirst(count) }
    func begins(_ text: Substring, _ letters: String) -> Bool { text.first.map(letters.contains) ?? false }
    func isCluster(_ text: Substring, _ letter: Character) -> Bool {
      text.first == letter && text.dropFirst().first.map { !isVowel($0) } ?? false
    }
    var results: [Substring] = []
    if rest.hasPrefix("ng") {
      let after = next(2)
      if begins(after, "aiueo") { results += [after, "k" + after] }
      if begins(after, "gh") || isCluster(after, "k") { results.append(after) }
      if after.first == "e", after.count <= 6 { results.append(after.dropFirst()) }
    } else if rest.hasPrefix("ny") {
      if begins(next(2), "aiueo") { results.append("s" + next(2)) }
    } else if rest.hasPrefix("m"), begins(next(1), "aiueobfvp") {
      let after = next(1)
      results.append(begins(after, "aiueo") ? "p" + after : after)
    } else if rest.hasPrefix("n") {
      let after = next(1)
      if begins(after, "aiueo") { results.append("t" + after) }
      if begins(after, "cdjz") || isCluster(after, "t") || isCluster(after, "s") { results.append(after) }
    }
    if begins(rest, "lmnrwy"), begins(next(1), "aiueo") { results.append(rest) }
    return results.map(String.init)
  }

  // MARK: Putting on

  private static let suffixes = ["", "an", "kan", "i", "nya", "annya", "kannya", "inya", "lah", "kah"]

  private static func inflect(_ root: String, into forms: inout Set<String>) {
    var stems = [root, "di" + root, "ter" + root, "ke" + root, "se" + root, "per" + root, "memper" + root, "diper" + root]
    stems += root.hasPrefix("r") ? ["be" + root] : ["ber" + root, "pember" + root, "keber" + root]
    if root == "kerja" { stems += ["be" + root, "pe" + root] }
    if root == "ajar" { stems += ["bel" + root, "pel" + root] }
    for prefix in ["me", "pe"] { stems += nasalized(root).map { prefix + $0 } }
    for stem in stems {
      for suffix in suffixes { forms.insert(stem + suffix) }
    }
  }

  /// The root as it sounds behind `me-` or `pe-`; words taken over from other languages may keep their first letter.
  private static func nasalized(_ root: String) -> [String] {
    guard let first = root.first else { return [] }
    let isBeforeVowel = root.dropFirst().first.map(isVowel) ?? false
    let rest = root.dropFirst()
    switch first {
    case "a", "i", "u", "e", "o", "g", "h": return ["ng" + root]
    case "k": return isBeforeVowel ? ["ng" + rest] : ["ng" + root]
    case "b", "f", "v": return ["m" + root]
    case "p": return isBeforeVowel ? ["m" + rest, "m" + root] : ["m" + root]
    case "c", "d", "j", "z": return ["n" + root] + (root.count <= 3 ? ["nge" + root] : [])
    case "t": return isBeforeVowel ? ["n" + rest, "n" + root] : ["n" + root]
    case "s": return isBeforeVowel ? ["ny" + rest, "n" + root] : ["n" + root]
    default: return [root]
    }
  }

  private static func isVowel(_ letter: Character) -> Bool { "aiueo".contains(letter) }
}
