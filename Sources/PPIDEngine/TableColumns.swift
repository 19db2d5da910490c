import PPIDValues

// The columns of the tables that the doors give, for checking before anything runs.

extension Office {
  package static var unitColumns: [Relation.Column] { Relation.units().columns }
  package static var personColumns: [Relation.Column] { Relation.people().columns }
  package static var holidayColumns: [Relation.Column] { Relation.holidays(of: 1).columns }
  package static var scriptColumns: [Relation.Column] { Relation.scripts().columns }
}

extension Records {
  package static var recordColumns: [Relation.Column] { Relation.records(.everything).columns }
}

extension Schedule {
  package static var schemeCodeColumns: [Relation.Column] { Relation.schemeCodes(of: nil).columns }
  package static var dueColumns: [Relation.Column] { Relation.due(until: .first, .everything).columns }
}

extension Holdings {
  package static var fileColumns: [Relation.Column] { Relation.files(of: nil, .everything).columns }
}

extension Disposals {
  package static var disposalColumns: [Relation.Column] { Relation.disposals(.everything).columns }
  package static var disposalItemColumns: [Relation.Column] { Relation.items(of: DisposalNumber(1), .everything).columns }
  package static var holdColumns: [Relation.Column] { Relation.holds(.everything).columns }
}

extension Workflow {
  package static var queueColumns: [Relation.Column] { Relation.queue(for: nil).columns }
  package static var historyColumns: [Relation.Column] { Relation.history(of: 1, unit: nil, in: nil).columns }
  package static var handoverItemColumns: [Relation.Column] { Relation.handoverItems(of: HandoverNumber(1), .everything).columns }
  package static var handoverColumns: [Relation.Column] { Relation.handovers(.everything).columns }
  package static var controlCardColumns: [Relation.Column] { Relation.controlCard(of: RecordNumber(1)).columns }
  package static var expectedColumns: [Relation.Column] { Relation.expectedKinds().columns }
  package static var adviceColumns: [Relation.Column] { Relation.advice().columns }
}

extension PublicList {
  package static var dipColumns: [Relation.Column] { Relation.listedRecords(period: nil, .everything).columns }
  package static var editionColumns: [Relation.Column] { Relation.editions().columns }
  package static var exclusionColumns: [Relation.Column] { Relation.exclusions(today: .first, .everything).columns }
  package static var proposalColumns: [Relation.Column] { Relation.proposals(.everything).columns }
  package static var differenceColumns: [Relation.Column] { Relation.differenceColumns }
}

extension Monev {
  package static var instrumentColumns: [Relation.Column] { Relation.instruments().columns }
  package static var findingColumns: [Relation.Column] { Relation.findings().columns }
  package static var recommendationColumns: [Relation.Column] { Relation.recommendations(today: .first).columns }
  package static var publicInputColumns: [Relation.Column] {
    Relation.publicInput(now: LocalTime(date: .first, hour: 0, minute: 0)!).columns
  }
  package static var evaluationProposalColumns: [Relation.Column] { Relation.evaluationProposals().columns }
}

extension History {
  package static var journalColumns: [Relation.Column] {
    Relation.journal(of: nil, since: nil, by: nil, .everything).columns
  }
}

extension Care {
  package static var statisticColumns: [Relation.Column] { Relation.statistics(.everything).columns }
}
