/// `jelaskan`: which part of a pipeline is asked for its plan, and which is only named.
extension Checker {
  /// The stages that add to a table's question, and don't ask it.
  private static let lazyStages: Set<String> = ["urutkan", "pilih", "buang", "ambil", "lewati", "unik", "balik", "gabung"]

  mutating func checkPlan(_ pipeline: Pipeline) -> CheckedPlan {
    var segments = pipeline.segments
    // `jelaskan $( … )` is about what stands in the brackets.
    while case .expression(let head)? = segments.first?.kind, case .call(let inner) = head.kind {
      segments.replaceSubrange(0..<1, with: inner.segments)
    }
    var value: Typed?
    var steps: [CheckedExpression] = []
    for segment in segments {
      value = check(segment, input: value)
      if let value { steps.append(value.expression) }
    }
    let asked = steps.enumerated().prefix { $0 == 0 ? isHarmless($1) : isLazy($1) }.map(\.element)
    let question = asked.first.map { first in
      asked.count == 1
        ? first : CheckedExpression(kind: .pipeline(first, Array(asked.dropFirst())), range: pipeline.range)
    }
    return CheckedPlan(question: question, rest: zip(steps, segments).dropFirst(asked.count).map(planned))
  }

  /// Whether a pipeline's beginning may be worked out for the plan's sake: it changes nothing, or is a function of the script.
  private func isHarmless(_ step: CheckedExpression) -> Bool {
    guard case .call(let call) = step.kind, case .host(let index) = call.target else { return true }
    if case .table = commands.catalog.signatures[index].result { return true }
    return false
  }

  private func isLazy(_ step: CheckedExpression) -> Bool {
    switch step.kind {
    case .stage: true
    case .call(let call):
      if case .builtin(let index) = call.target { Checker.lazyStages.contains(Builtins.all[index].signature.name) } else { false }
    default: false
    }
  }

  private func planned(_ step: CheckedExpression, _ segment: Segment) -> PlannedStage {
    var words: [String] = []
    if case .call(let call) = step.kind {
      for case .value(let value) in call.arguments {
        if case .constant(let constant) = value.kind, let word = constant.string { words.append(word) }
      }
    }
    return PlannedStage(name: source.text(in: segment.head), words: words, text: source.text(in: segment.range))
  }
}
