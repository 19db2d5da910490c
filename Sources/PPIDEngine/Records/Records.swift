import OrderedCollections
import PPIDValues

/// The door to the records: looking them up, adding and changing them, lists in and out.
package struct Records {
  let desk: Desk
}

/// A record as it is shown to a person: every field with its value.
package struct RecordView: Sendable {
  package let number: RecordNumber
  package let fields: [Field]
  package let extra: OrderedDictionary<String, String>
}

extension Records {
  /// All records that the person may see; for a guest the edition in force.
  package func records() throws -> Relation {
    try desk.require(.readEdition)
    return RecordTables.records(try desk.visibility())
  }

  /// Records that hold the words of `text`, or others of the same roots: those with the typed words before the others, of each the
  /// best first; and what to mark in them.
  package func search(_ text: String) throws -> (found: Relation, marks: SearchMarks) {
    try desk.require(.readEdition)
    guard let typed = SearchQuery(text) else { throw RecordRefusal.nothingToSearch(text) }
    return try desk.read { inquiry in
      let query = try typed.widened { try RecordRows(db: inquiry.db).indexed(among: $0) }
      return (RecordTables.found(query, try inquiry.visibility()), query.marks)
    }
  }

  /// One record; a number that the person may not see is answered like one that doesn't exist.
  package func record(_ number: RecordNumber) throws -> RecordView {
    let relation = try records()
    guard let found = relation.filtered(by: .compare(.equal, .column(0), .constant(.text(number.description)))) else {
      throw RecordRefusal.unknownRecord(number)
    }
    var row: [FieldValue] = []
    guard try desk.rows(of: found).next(&row) else { throw RecordRefusal.unknownRecord(number) }
    let fields = zip(found.columns, row).map { Field($0.name, $1) }
    let extra = fields.first { $0.name == "lainnya" }?.value.text.flatMap(FieldText.fields)
    return RecordView(number: number, fields: fields, extra: extra ?? [:])
  }

  /// Adds a record of `unit` (the person's own, where nil).
  package func addRecord(_ content: RecordContent, unit: UnitCode?) throws -> RecordNumber {
    guard !content.foldedTitle.isEmpty else { throw RecordRefusal.emptyTitle }
    return try desk.change(.writeRecords) { change in
      let unit = try RecordRules(inquiry: change).unitForRecords(unit)
      let rows = RecordRows(db: change.db)
      let occurrence = try rows.nextOccurrence(unitID: unit.id, category: content.category, foldedTitle: content.foldedTitle)
      let number = try rows.insert(content, unitID: unit.id, occurrence: occurrence, at: change.now)
      return (number, Event("arsip tambah", number.description, after: [Field("unit", .text(unit.code.text))] + content.filled))
    }
  }

  /// Changes fields of a record; what differed, empty when nothing did.
  package func updateRecord(_ number: RecordNumber, _ edit: (inout RecordContent) -> Void) throws -> [(old: Field, new: Field)] {
    try desk.change(.writeRecords) { change in
      let rules = RecordRules(inquiry: change)
      let record = try rules.changeableRecord(number)
      var content = record.content
      edit(&content)
      guard !content.foldedTitle.isEmpty else { throw RecordRefusal.emptyTitle }
      try rules.checkStaysExcluded(record, as: content)
      guard let difference = try RecordRows(db: change.db).update(record, to: content, at: change.now) else { return ([], nil) }
      let fields = zip(difference.before, difference.after).map { (old: $0, new: $1) }
      return (fields, Event("arsip ubah", number.description, before: difference.before, after: difference.after))
    }
  }

  /// Withdraws a record: it stays, can't be changed any more, and the next edition leaves it out.
  package func withdraw(_ number: RecordNumber, reason: String) throws {
    try desk.require(.writeRecords)
    guard reason.contains(where: { !$0.isWhitespace }) else { throw RecordRefusal.reasonMissing }
    try desk.change(.writeRecords) { change in
      let record = try RecordRules(inquiry: change).changeableRecord(number)
      let rows = RecordRows(db: change.db)
      guard let difference = try rows.update(record, to: record.content, status: "ditarik", at: change.now) else { return nil }
      return Event(
        "arsip tarik", number.description, before: difference.before, after: difference.after + [Field("alasan", .text(reason))])
    }
  }
}
