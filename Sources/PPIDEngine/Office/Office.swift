import PPIDValues

/// The door to the office: its units, people, settings, saved scripts and calendar.
///
/// What the change of a setting or of a holiday moves in the workflow stands in ``Acts``.
package struct Office {
  let desk: Desk
}
