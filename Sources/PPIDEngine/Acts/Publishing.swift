import PPIDValues

extension PublicList {
  /// Activity 9: publishes the DIP of `period` in `folder`, as ``SiteBuilder`` makes it: everything is built beside it, then switched.
  /// The record count.
  ///
  /// - Parameters:
  ///   - base: where the site will stand on the web, if that is known.
  ///   - progress: told now and then how far it has come.
  package func publish(
    _ period: Period, to folder: String, base: String? = nil, progress: @escaping (PublicationProgress) throws -> Void = { _ in }
  ) throws -> Int {
    try desk.require(.publish)
    guard let edition = try desk.read({ try EditionRows(db: $0.db).lastEdition(of: period) }) else {
      throw EditionRefusal.noEdition(period)
    }
    let base = try base.map(checkedBase)
    let early = try build(edition, base, folder, progress)
    return try desk.change(.publish) { change in
      let built = early.event == change.event - 1 ? early : try rebuild(early) { try build(edition, base, folder, progress) }
      let isDue = try Turns(inquiry: change).isDue(.publication, in: period)
      if isDue { try StepActs(change: change).finish(.publication, of: period) }
      try desk.archive.stage(built.site)
      // Publishing the same again changes nothing and is not told again.
      guard isDue || !built.site.isUnchanged else { return (built.count, nil) }
      return (
        built.count, Event("dip terbit", edition.name, after: [Field("folder", .text(folder)), Field("isi", .int(built.count))])
      )
    }
  }

  /// What was excluded while the site was built must not be on it.
  private func rebuild(_ early: BuiltSite, _ build: () throws -> BuiltSite) throws -> BuiltSite {
    early.site.discard()
    return try build()
  }
}
