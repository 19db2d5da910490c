import PPIDValues

/// The door to the files of records: what is attached to them, and whether it is still what it was.
package struct Holdings {
  let desk: Desk
}
