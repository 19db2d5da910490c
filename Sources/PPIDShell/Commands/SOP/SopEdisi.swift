import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let sopEdisi = Command(
    "sop edisi", needs: .readArchive,
    help: Phrase(
      id: "Edisi-edisi SOP. Dengan nama: tabel edisinya, seperti yang dibaca `sop impor --edisi`.",
      en: "The editions of the SOP. With a name: that edition's table, as `sop impor --edisi` reads it."),
    Parameter<String?>.optional("nama", Phrase(id: "nama edisi", en: "the edition's name")), gives: .any,
    examples: [Example("sop edisi | pilih nama kegiatan berlaku"), Example("sop edisi bawaan | saring gerbang == \"penyajian\"")]
  ) { session, name in
    guard let name else { return session.table(try session.engine.workflow.procedures()) }
    let rows = try session.engine.workflow.procedure(named: name).activities.map { activity -> Value in
      let returns = activity.returns.map { place in place.reason.map { "\($0.rawValue): \(place.step)" } ?? "\(place.step)" }
      return .record(
        Record([
          ("no", .int(activity.number)), ("pelaksana", .text(activity.lane.rawValue)), ("siklus", .text(activity.cycle.rawValue)),
          ("setelah", .list(activity.after.map(String.init))), ("gerbang", .optional(activity.gate?.rawValue)),
          ("dokumen", .list(activity.documents.map(\.rawValue))), ("pemutus", .optional(activity.decider?.rawValue)),
          ("tidak", .list(returns)),
        ]))
    }
    return .list(List(rows))
  }
}

extension Value {
  /// Words joined by commas; kosong where there are none.
  fileprivate static func list(_ words: [String]) -> Value { words.isEmpty ? .null : .text(words.joined(separator: ", ")) }
}
