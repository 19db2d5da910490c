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
    } catch let failure as EngineFailure {
      throw Failure(failure)
    } catch let failure as StorageFailure {
      throw Failure(failure.message, advice: failure.advice, status: .storage)
    } catch let failure as ImportFailure {
      throw Failure(failure.message, advice: failure.advice, status: .input)
    } catch let fault as HolidayListFault {
      throw Failure(fault.message, status: .input)
    } catch let fault as CalendarFault {
      throw Failure(fault.message, advice: fault.advice)
    } catch let fault as ProcedureFault {
      throw Failure(fault.message, status: .input)
    } catch let problem as ArgumentProblem {
      throw Failure(
        Phrase(id: "`\(problem.parameter)`: \(problem.reason.id)", en: "`\(problem.parameter)`: \(problem.reason.en)"))
    } catch is EngineInterruption {
      throw Interruption()
    }
  }

  private init(_ failure: EngineFailure) {
    let status: ExitStatus =
      switch failure.kind {
      case .rule: .failed
      case .input: .input
      case .forbidden: .forbidden
      case .storage: .storage
      }
    let details: Value = if case .importRefused(let result) = failure { result.value } else { .null }
    self.init(failure.message, advice: failure.advice, status: status, details: details)
  }
}
