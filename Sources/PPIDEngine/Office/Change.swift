import PPIDValues

/// A change under way, which is an inquiry too: the entry of the journal that it becomes, its author and the office's time.
///
/// Its rows name the entry's number (``Database/entry``).
final class Change: Inquiry {
  let event: Int
  let author: Author
  /// The office's time, the same for all of the change.
  var now: LocalTime { author.statedTime }

  init(_ inquiry: Inquiry, event: Int, author: Author) {
    self.event = event
    self.author = author
    super.init(inquiry)
  }

  override func time() -> LocalTime { now }
}
