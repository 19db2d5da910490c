import PPIDValues

/// What the public said, what was found, and what became of earlier recommendations.
enum EvaluationFollowUp {
  static func sections(_ scope: ReportScope) throws -> [Report.Section] {
    [try publicInput(scope), try proposals(scope), try findings(scope), try recommendations(scope)]
  }

  private static func publicInput(_ scope: ReportScope) throws -> Report.Section {
    let inputs = try PublicInputRows(db: scope.db).publicInput().filter { scope.period.contains($0.received.date) }
    return Report.Section(
      Phrase(id: "Masukan publik", en: "Public input"),
      [
        .table(
          Report.Table(
            [
              ReportColumn.number, Report.Column("masukan", Phrase(id: "Masukan", en: "Input")),
              Report.Column("dari", Phrase(id: "Dari", en: "From")), ReportColumn.due,
              Report.Column("ditanggapi", Phrase(id: "Ditanggapi", en: "Answered")),
            ],
            inputs.map {
              [.text($0.number.description), .text($0.text), .text($0.origin), .optional($0.due), answer($0, scope)]
            }, ifEmpty: Phrase(id: "Tidak ada masukan publik pada semester ini.", en: "There was no public input in this half-year.")))
      ])
  }

  private static func answer(_ input: PublicInput, _ scope: ReportScope) -> ReportValue {
    if let answered = input.answered { return .time(answered) }
    guard let due = input.due, due < scope.now else { return .phrase(Phrase(id: "belum", en: "not yet")) }
    return .phrase(Phrase(id: "belum, lewat tenggat", en: "not yet, overdue"))
  }

  /// What activity 15 decided, and how much it has still to decide while it is not finished.
  private static func proposals(_ scope: ReportScope) throws -> Report.Section {
    let rows = PublicInputRows(db: scope.db)
    let decisions = try rows.proposalDecisions(of: scope.period, seesExcluded: scope.visibility.seesAllExcluded)
    var figures = [
      Report.Figure(Phrase(id: "Diterima", en: "Accepted"), .int(decisions.count(where: \.isAccepted))),
      Report.Figure(Phrase(id: "Ditolak", en: "Refused"), .int(decisions.count { !$0.isAccepted })),
    ]
    if try CycleRows(db: scope.db).ownTracks(of: scope.period).contains(where: { $0.state != .done }) {
      let waiting = try rows.openProposals(naming: 0).count
      figures.append(Report.Figure(Phrase(id: "Belum diputus", en: "Not decided yet"), .int(waiting)))
    }
    return Report.Section(
      Phrase(id: "Usulan informasi baru", en: "Proposed information"),
      [
        .figures(figures),
        .table(
          Report.Table(
            [
              ReportColumn.number, ReportColumn.title, ReportColumn.unit, Report.Column("putusan", Phrase(id: "Putusan", en: "Decision")),
              Report.Column("oleh", Phrase(id: "Oleh", en: "By")),
            ],
            decisions.map { [.text($0.number), .optional($0.text), .optional($0.unit?.text), .phrase(words($0)), .text($0.actor)] },
            ifEmpty: Phrase(id: "Belum ada usulan yang diputus.", en: "No proposal is decided yet."))),
      ])
  }

  private static func words(_ decision: ProposalDecision) -> Phrase {
    let reason = decision.reason.map { ": \($0)" } ?? ""
    return decision.isAccepted
      ? Phrase(id: "diterima\(reason)", en: "accepted\(reason)") : Phrase(id: "ditolak\(reason)", en: "refused\(reason)")
  }

  private static func findings(_ scope: ReportScope) throws -> Report.Section {
    let findings = try EvaluationRows(db: scope.db).findings(of: scope.period)
    return Report.Section(
      Phrase(id: "Temuan", en: "Findings"),
      [
        .table(
          Report.Table(
            [ReportColumn.number, Report.Column("temuan", Phrase(id: "Temuan", en: "Finding")), ReportColumn.step],
            findings.map { [.text($0.number.description), .text($0.text), $0.step.map { .int($0) } ?? .none] },
            ifEmpty: Phrase(id: "Belum ada temuan.", en: "There are no findings yet.")))
      ])
  }

  /// Those of this half-year, and those of earlier ones that were not done before it began.
  private static func recommendations(_ scope: ReportScope) throws -> Report.Section {
    let all = try EvaluationRows(db: scope.db).recommendations().filter { recommendation in
      recommendation.period <= scope.period && (recommendation.done.map { $0 >= scope.period.firstDay } ?? true)
    }
    return Report.Section(
      Phrase(id: "Rekomendasi dan tindak lanjut", en: "Recommendations and follow-up"),
      [
        .table(
          Report.Table(
            [
              ReportColumn.number, Report.Column("rekomendasi", Phrase(id: "Rekomendasi", en: "Recommendation")),
              Report.Column("temuan", Phrase(id: "Temuan", en: "Finding")), Report.Column("pic", Phrase("PIC")),
              Report.Column("batas", Phrase(id: "Batas", en: "Due")), ReportColumn.state,
              Report.Column("tindak_lanjut", Phrase(id: "Tindak lanjut", en: "Follow-up")),
            ], all.map { row($0, scope) }, ifEmpty: Phrase(id: "Belum ada rekomendasi.", en: "There are no recommendations yet.")))
      ])
  }

  private static func row(_ recommendation: Recommendation, _ scope: ReportScope) -> [ReportValue] {
    let isLate = recommendation.done == nil && recommendation.due < scope.now.date
    let state = recommendation.state?.rawValue ?? "terbuka"
    let late = isLate ? Phrase(id: "\(state), lewat batas", en: "\(state), overdue") : Phrase(state)
    let carried = recommendation.period < scope.period ? " (\(recommendation.period))" : ""
    let evidence = [recommendation.evidence?.description, recommendation.note].compactMap(\.self).joined(separator: ": ")
    return [
      .text(recommendation.number.description), .text(recommendation.text), .text("\(recommendation.finding)\(carried)"),
      .text(recommendation.owner), .date(recommendation.due), .phrase(late),
      evidence.isEmpty ? .none : .text(evidence),
    ]
  }
}
