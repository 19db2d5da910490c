/// The three ways in which archives leave their place (UU 43/2009 art. 47: penyusutan).
package enum DisposalKind: String, Sendable, CaseIterable {
  /// Pemindahan: from the unit to the records centre; the record is *inaktif* then.
  case transfer = "pindah"
  /// Pemusnahan: the files are destroyed, the metadata stay; the record is *dimusnahkan* then.
  case destroy = "musnah"
  /// Penyerahan: to the archival institution; the record is *statis* then.
  case handOver = "serah"

  /// The status that it gives its records.
  var status: String {
    switch self {
    case .transfer: "inaktif"
    case .destroy: "dimusnahkan"
    case .handOver: "statis"
    }
  }

  /// Whether a record's retention allows it on its own: what is taken when no record is named. An exception must be looked at by a
  /// person first.
  func takes(_ record: DueRecord) -> Bool {
    record.action == action && (self != .destroy || record.exception == nil)
  }

  /// Whether a record may be taken by name: also what was to be reassessed, and what an exception may keep from its fate.
  func mayTake(_ record: DueRecord) -> Bool {
    if record.action == action { return true }
    switch self {
    case .transfer: return false
    case .destroy: return record.action == .reassess
    case .handOver: return record.action == .reassess || record.action == .destroy && record.exception != nil
    }
  }

  private var action: DueAction {
    switch self {
    case .transfer: .transfer
    case .destroy: .destroy
    case .handOver: .handOver
    }
  }
}

/// Where a disposal stands.
package enum DisposalState: String, Sendable, CaseIterable {
  case proposed = "diusulkan"
  case approved = "disetujui"
  case refused = "ditolak"
  case executed = "dilaksanakan"
}
