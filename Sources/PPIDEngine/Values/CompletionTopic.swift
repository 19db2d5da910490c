/// What the values of a parameter speak of, for completion.
package enum CompletionTopic: Sendable {
  case records, units, people, scripts, periods, steps, handovers, codes, disposals, findings, recommendations, publicInput, proposals
  case indicators
}
