import PPIDValues

/// The door to the workflow: the SOP's editions, cycles, hand-overs, verification, and what the DIP expects of units.
///
/// Acts that issue documents or touch the DIP stand in ``Acts``.
package struct Workflow {
  let desk: Desk
}
