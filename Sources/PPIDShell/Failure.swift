import PPIDEngine
import PPIDScript
import PPIDValues

/// An error of a command, worded for people.
struct Failure: CommandFailure {
  let message: Phrase
  let advice: Phrase?
  let status: ExitStatus
  let details: Value

  init(_ message: Phrase, advice: Phrase? = nil, status: ExitStatus = .failed, details: Value = .null) {
    self.message = message
    self.advice = advice
    self.status = status
    self.details = details
  }

  /// Runs `body`; what the engine throws comes out as the language knows it.
  static func wording<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let refusal as any Refusal {
      throw Failure(refusal)
    } catch let problem as ArgumentProblem {
      throw Failure(
        Phrase(id: "`\(problem.parameter)`: \(problem.reason.id)", en: "`\(problem.parameter)`: \(problem.reason.en)"))
    } catch is EngineInterruption {
      throw Interruption()
    } catch is SumOverflow {
      throw RuntimeProblem.overflow(.add)
    }
  }

  private init(_ refusal: any Refusal) {
    let status: ExitStatus =
      switch refusal.kind {
      case .rule: .failed
      case .input: .input
      case .forbidden: .forbidden
      case .storage: .storage
      }
    let details: Value =
      switch refusal {
      case RecordRefusal.importRefused(let result): result.value
      case let damaged as DamagedArchive: damaged.value
      case ClassificationFailure.refused(let result): result.value
      case HoldingFailure.unsound(let faults), CareFailure.unsoundFiles(let faults), CareFailure.unsoundBackup(_, let faults): faults.value
      default: .null
      }
    self.init(refusal.message, advice: refusal.advice, status: status, details: details)
  }
}

extension DamagedArchive {
  /// The faults as scripts see them.
  fileprivate var value: Value {
    .list(List(faults.map { .record(Record([("pemeriksaan", .text($0.check.id)), ("temuan", .text($0.text.id))])) }))
  }
}
