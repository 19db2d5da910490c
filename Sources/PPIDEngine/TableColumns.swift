import PPIDValues

// The columns of the tables that the doors give, for checking before anything runs.

extension Office {
  package static var unitColumns: [Relation.Column] { OfficeTables.units().columns }
  package static var personColumns: [Relation.Column] { OfficeTables.people().columns }
  package static var holidayColumns: [Relation.Column] { OfficeTables.holidays(of: 1).columns }
  package static var scriptColumns: [Relation.Column] { OfficeTables.scripts().columns }
}

extension Records {
  package static var recordColumns: [Relation.Column] { RecordTables.records(.everything).columns }
}

extension Schedule {
  package static var schemeCodeColumns: [Relation.Column] { SchemeTables.schemeCodes(of: nil).columns }
  package static var dueColumns: [Relation.Column] { RetentionTables.due(until: .first, .everything).columns }
}

extension Holdings {
  package static var fileColumns: [Relation.Column] { FileTables.files(of: nil, .everything).columns }
}

extension Disposals {
  package static var disposalColumns: [Relation.Column] { DisposalTables.disposals(.everything).columns }
  package static var disposalItemColumns: [Relation.Column] { DisposalTables.items(of: DisposalNumber(1), .everything).columns }
  package static var holdColumns: [Relation.Column] { DisposalTables.holds(.everything).columns }
}

extension Workflow {
  package static var queueColumns: [Relation.Column] { QueueTables.queue(for: nil).columns }
  package static var historyColumns: [Relation.Column] { CycleTables.history(of: 1, unit: nil, in: nil).columns }
  package static var handoverItemColumns: [Relation.Column] { HandoverTables.handoverItems(of: HandoverNumber(1), .everything).columns }
  package static var handoverColumns: [Relation.Column] { HandoverTables.handovers(.everything).columns }
  package static var controlCardColumns: [Relation.Column] { HandoverTables.controlCard(of: RecordNumber(1)).columns }
  package static var expectedColumns: [Relation.Column] { ExpectationTables.expectedKinds().columns }
  package static var adviceColumns: [Relation.Column] { ExpectationTables.advice().columns }
}

extension PublicList {
  package static var dipColumns: [Relation.Column] { EditionTables.listedRecords(period: nil, .everything).columns }
  package static var editionColumns: [Relation.Column] { EditionTables.editions().columns }
  package static var exclusionColumns: [Relation.Column] { ExclusionTables.exclusions(today: .first, .everything).columns }
  package static var proposalColumns: [Relation.Column] { ProposalTables.proposals(.everything).columns }
  package static var differenceColumns: [Relation.Column] { EditionTables.differenceColumns }
}

extension Monev {
  package static var instrumentColumns: [Relation.Column] { MonevTables.instruments().columns }
  package static var findingColumns: [Relation.Column] { MonevTables.findings().columns }
  package static var recommendationColumns: [Relation.Column] { MonevTables.recommendations(today: .first).columns }
  package static var publicInputColumns: [Relation.Column] {
    MonevTables.publicInput(now: LocalTime(date: .first, hour: 0, minute: 0)!).columns
  }
  package static var evaluationProposalColumns: [Relation.Column] { MonevTables.evaluationProposals().columns }
}

extension History {
  package static var journalColumns: [Relation.Column] {
    JournalTables.journal(of: nil, since: nil, by: nil, .everything).columns
  }
}

extension Care {
  package static var statisticColumns: [Relation.Column] { StatisticsTables.statistics(.everything).columns }
}
