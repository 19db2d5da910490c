/// `pilih` and `buang`: some of the columns, in a given order.
final class ProjectedTable: NestingSource {
  let columns: [Column]
  private let base: any TableSource
  private let places: [Int]

  init(_ base: any TableSource, _ places: [Int]) {
    self.base = base
    self.places = places
    columns = places.map { base.columns[$0] }
  }

  var depth: Int { base.depthAsStage }
  var plan: [PlanStep] {
    base.plan + [PlanStep(.above, "pilih " + columns.map(\.name).joined(separator: " "))]
  }

  func rows(reading columns: [Int]) throws -> any RowCursor {
    try base.rows(reading: columns.map { places[$0] })
  }
}
