import PPIDValues

extension Engine {
  /// The most urgent step that waits for the person, as the command that does it; nil where none does.
  package func nextSuggestion() throws -> String? {
    guard try actor().may(.readArchive) else { return nil }
    let queue = Relation.queue(for: try actor())
    guard let command = queue.columns.firstIndex(where: { $0.name == "perintah" }) else { return nil }
    return try store.texts(of: [queue], reading: [command], limit: 1).first?.first
  }
}
