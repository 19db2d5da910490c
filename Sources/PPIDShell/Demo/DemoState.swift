import PPIDScript
import PPIDValues

/// All that a demo can go back to.
struct DemoState {
  /// Where the files are kept.
  let files: String
  /// Variables and functions.
  let variables: PPIDScript.Session
  let person: String?
  let time: LocalTime
  /// What the last step printed.
  let printed: String
}
