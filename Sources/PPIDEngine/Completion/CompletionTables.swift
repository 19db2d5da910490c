import PPIDValues

/// Records as completion asks for them: few, and at once.
enum CompletionTables {
  /// The newest records that may be seen.
  static func newestRecords(_ visibility: Visibility) -> Relation {
    var relation = RecordTables.records(visibility)
    relation.order = [OrderKey(sql: "r.id", isDescending: true)]
    return relation
  }

  /// The records whose numbers begin with these digits, up to number `last`: 12, 120-129, 1200-1299, …
  static func numberedRecords(from beginning: Int, upTo last: Int, _ visibility: Visibility) -> [Relation] {
    var relations: [Relation] = []
    var (first, width) = (beginning, 1)
    while first <= last {
      var relation = RecordTables.records(visibility)
      let lower = relation.bind(.int(first))
      let upper = relation.bind(.int(first + width - 1))
      relation.filters.append("r.id BETWEEN \(lower) AND \(upper)")
      relations.append(relation)
      first *= 10
      width *= 10
    }
    return relations
  }

  /// The records that hold all words of `query`, the newest first, which need not be ranked.
  static func newest(_ query: SearchQuery, _ visibility: Visibility) -> Relation {
    var relation = RecordTables.found(query, visibility)
    relation.order = [OrderKey(sql: "t.rowid", isDescending: true)]
    return relation
  }
}

extension Relation {
  /// The rows whose first column begins with `beginning`, a number under way.
  func spelled(_ beginning: String) -> Relation {
    var relation = self
    let wanted = relation.bind(.text(beginning))
    relation.filters.append("substr(\(columns[0].sql), 1, length(\(wanted))) = \(wanted)")
    return relation
  }
}
