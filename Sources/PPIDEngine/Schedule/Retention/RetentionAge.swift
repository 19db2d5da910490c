/// The two ages of an archive before its final fate (UU 43/2009).
package enum RetentionAge: String, Sendable, CaseIterable {
  /// In the unit's use.
  case active = "aktif"
  /// Kept in the records centre.
  case inactive = "inaktif"

  /// What the journal calls the day of the event that this age waits for.
  var eventField: String { "peristiwa_\(rawValue)" }
}

/// What is to be done with an archive when it is due, as `retensi` calls it.
package enum DueAction: String, Sendable, CaseIterable {
  /// From the unit to the records centre.
  case transfer = "pindah"
  case destroy = "musnah"
  /// To the archival institution.
  case handOver = "serah"
  case reassess = "dinilai kembali"
  case personalFile = "masuk berkas perseorangan"
  /// Nothing can be counted before an event came about.
  case awaitsEvent = "menunggu peristiwa"
  /// Nothing can be counted because something isn't known: a time, a fate, a term that can be read.
  case incomplete = "lengkapi data"
}
