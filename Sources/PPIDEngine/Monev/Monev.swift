/// The door to monev: instruments and scores, findings and recommendations, what the public says, proposals (activities 13 to 15).
package struct Monev {
  let desk: Desk
}
