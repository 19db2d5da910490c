/// The door to the schedule: classification schemes, the retention of records, and what is due.
package struct Schedule {
  let desk: Desk
}
