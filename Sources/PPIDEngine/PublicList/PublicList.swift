import PPIDValues

/// The door to the list of public information: its editions, what is excluded from it or proposed for it, and what is published of it.
package struct PublicList {
  let desk: Desk
}
