import PPIDValues

/// How a kind of change is taken back.
///
/// Every action of the journal that can be taken back has its undo in `table`, and so have those that stay for ever, with the
/// reason. What has none there is refused.
enum Undo: Sendable {
  /// Taken back by `revert`, by those who could make the change: `needs` is what the change itself needed.
  case revert(needs: Permission, @Sendable (Reversal) throws -> Reversal.Effect)
  /// Never taken back: the reason.
  case never(Phrase)
  /// It changed nothing that could be taken back, so that what was done before it is meant.
  case passedOver

  /// What the journal calls taking a change back.
  static let action = "batal"

  /// The actions that are no changes to take back.
  static let nothing = table.filter { if case .passedOver = $0.value { true } else { false } }.map(\.key) + [action]

  static let table: [String: Undo] = [
    "arsip tambah": .revert(needs: .writeRecords) { try $0.removeRecords() },
    "arsip ubah": .revert(needs: .writeRecords) { try $0.restoreRecords() },
    "arsip tarik": .revert(needs: .writeRecords) { try $0.restoreRecords() },
    "arsip impor": .revert(needs: .writeRecords) { try $0.restoreRecords() + $0.removeRecords() },
    "arsip lampirkan": .revert(needs: .writeRecords) { try $0.detachFile() },
    "arsip copot": .revert(needs: .writeRecords) { try $0.reattachFile() },
    "retensi peristiwa": .revert(needs: .writeRecords) { try $0.restoreRetentionEvent() },
    "tahan": .revert(needs: .careForArchive) { try $0.releaseHold() },
    "lepas": .revert(needs: .careForArchive) { try $0.restoreHold() },
    "susut usul": .revert(needs: .careForArchive) { try $0.removeProposal() },
    "susut setujui": .revert(needs: .approveDisposal) { try $0.withdrawApproval() },
    "susut tolak": .revert(needs: .approveDisposal) { try $0.withdrawRefusal() },
    "klasifikasi impor": .never(Phrase(id: "skema yang pernah berlaku tidak berubah lagi", en: "a scheme stays as it was in force")),
    "arsip periksa-berkas": .passedOver,
    "unit tambah": .revert(needs: .manageOffice) { try $0.removeUnit() },
    "unit ubah": .revert(needs: .manageOffice) { try $0.restoreUnit() },
    "pengguna tambah": .revert(needs: .manageOffice) { try $0.removePerson() },
    "pengguna ubah": .revert(needs: .manageOffice) { try $0.restorePerson() },
    "atur": .revert(needs: .manageOffice) { try $0.restoreSettings() },
    "kalender atur": .revert(needs: .manageOffice) { try $0.restoreSettings() },
    "kalender impor": .revert(needs: .manageOffice) { try $0.restoreHolidays() },
    "skrip simpan": .revert(needs: .writeScripts) { try $0.restoreScript() },
    "skrip hapus": .revert(needs: .writeScripts) { try $0.restoreScript() },
    "dip usul": .revert(needs: .proposeListing) { try $0.restoreListing() },
    "dip keluarkan": .revert(needs: .exclude) { try $0.restoreListing() },
    "kecuali tambah": .never(
      Phrase(
        id: "keputusan pengecualian tetap tercatat; buka dengan `kecuali buka`",
        en: "the decision stays on record; open it with `kecuali buka`")),
    "kecuali buka": .never(
      Phrase(
        id: "yang sudah dibuka sudah dibaca orang; kecualikan lagi dengan `kecuali tambah`",
        en: "what was opened has been read; exclude it again with `kecuali tambah`")),
    "dip tetapkan": .never(
      Phrase(id: "edisi yang sudah ditetapkan tidak berubah lagi", en: "an edition stays as it was determined")),
    "dip terbit": .never(Phrase(id: "yang sudah terbit sudah dibaca orang", en: "what was published has been read")),
    "langkah selesai": .never(Phrase(id: "dokumen langkah itu sudah diterbitkan", en: "the step's document was issued")),
    "langkah mulai": .never(Phrase(id: "riwayat langkah tetap", en: "a step's history stays")),
    "langkah terima": .never(Phrase(id: "laporan itu sudah diterima", en: "the report was acknowledged")),
    "verifikasi": .never(Phrase(id: "pemeriksaan itu sudah terjadi", en: "the checks did run")),
    "pertimbangan tambah": .never(
      Phrase(id: "masukan tetap tercatat; tambahkan yang baru", en: "the input stays on record; add another one")),
    "wajib tambah": .revert(needs: .expect) { try $0.removeExpectation() },
    "siklus buka": .revert(needs: .openCycle) { try $0.removeCycle() },
    "siklus tutup": .never(Phrase(id: "siklus yang ditutup tetap tertutup", en: "a closed cycle stays closed")),
    "serah kirim": .never(
      Phrase(
        id: "penyerahan sudah sampai; Tim Sekretariat mengembalikannya di langkah 7",
        en: "the hand-over has arrived; the secretariat sends it back at step 7")),
    "langkah putus": .never(Phrase(id: "keputusan PPID berlaku", en: "the PPID's decision holds")),
    "serah terima": .never(Phrase(id: "tanda terima sudah diberikan", en: "the receipt was given")),
    "susut laksanakan": .never(Phrase(id: "penyusutan sudah dilaksanakan", en: "the disposal was executed")),
    "siklus kecualikan": .never(Phrase(id: "pengecualian unit menutup penyerahannya", en: "excusing a unit ends its hand-over")),
    "pulihkan": .never(
      Phrase(
        id: "arsip sebelumnya ada di salinan di sebelahnya; pulihkan dari sana",
        en: "the archive as it was stands in a copy beside it; restore that one")),
  ]
}

/// Why a change isn't taken back.
enum UndoFailure: Refusal {
  /// The person has changed nothing that isn't taken back already.
  case nothing(person: String)
  case never(action: String, entry: Int, reason: Phrase)
  /// This kind of change has no undo.
  case impossible(action: String, entry: Int)
  /// What the change left was changed again.
  case changedSince(what: String)
  /// Something else points to what the change added.
  case inUse(what: String, table: String)
  /// An edition lists the record since.
  case listed(RecordNumber, edition: String)
  case hasActed(person: String)
  /// The bytes of the file are gone: it was taken away too long ago, or destroyed.
  case bytesGone(RecordNumber, name: String)

  var message: Phrase {
    switch self {
    case .nothing(let person):
      Phrase(id: "tidak ada perubahan oleh \(person) yang dapat dibatalkan", en: "there is no change by \(person) to take back")
    case .never(let action, let entry, let reason):
      Phrase(
        id: "`\(action)` (jejak \(entry)) tidak dapat dibatalkan: \(reason.id)",
        en: "`\(action)` (entry \(entry)) can't be taken back: \(reason.en)")
    case .impossible(let action, let entry):
      Phrase(
        id: "`\(action)` (jejak \(entry)) tidak dapat dibatalkan dengan `batal`",
        en: "`\(action)` (entry \(entry)) can't be taken back with `batal`")
    case .changedSince(let what):
      Phrase(id: "\(what) sudah diubah lagi sesudahnya", en: "\(what) was changed again since")
    case .inUse(let what, let table):
      Phrase(id: "\(what) sudah dipakai \(UndoFailure.words(table).id)", en: "\(what) is in use by \(UndoFailure.words(table).en)")
    case .listed(let number, let edition):
      Phrase(id: "\(number) sudah masuk edisi \(edition)", en: "\(number) is in the edition \(edition) already")
    case .hasActed(let person):
      Phrase(id: "\(person) sudah mengubah sesuatu sesudahnya", en: "\(person) has changed something since")
    case .bytesGone(let number, let name):
      Phrase(id: "isi berkas `\(name)` (\(number)) sudah tidak disimpan", en: "the content of `\(name)` (\(number)) isn't kept any more")
    }
  }

  var advice: Phrase? {
    switch self {
    case .nothing, .never: nil
    case .impossible:
      Phrase(id: "lihat `jejak`, lalu betulkan dengan perintahnya sendiri", en: "see `jejak`, and mend it with its own command")
    case .changedSince, .listed:
      Phrase(id: "betulkan dengan perubahan baru; lihat `arsip riwayat`", en: "mend it with a new change; see `arsip riwayat`")
    case .inUse, .hasActed: Phrase(id: "lihat `jejak`", en: "see `jejak`")
    case .bytesGone: Phrase(id: "lampirkan lagi berkasnya", en: "attach the file again")
    }
  }

  /// What people call a table of the archive.
  private static func words(_ table: String) -> Phrase {
    switch table {
    case "exclusion": Phrase(id: "uji konsekuensi", en: "a consequence test")
    case "listing_request": Phrase(id: "usul untuk DIP", en: "a proposal for the DIP")
    case "edition_change": Phrase(id: "edisi DIP", en: "an edition of the DIP")
    case "revision": Phrase(id: "perubahan sesudahnya", en: "a later change")
    case "track": Phrase(id: "siklus", en: "a cycle")
    case "attachment": Phrase(id: "berkas terlampir", en: "an attached file")
    case "retention_event": Phrase(id: "peristiwa retensi", en: "an event of its retention")
    case "hold": Phrase(id: "penahanan", en: "a legal hold")
    case "disposal_item": Phrase(id: "penyusutan", en: "a disposal")
    case "handover_item": Phrase(id: "penyerahan", en: "a hand-over")
    case "person": Phrase(id: "pengguna", en: "a person")
    case "record": Phrase(id: "rekaman", en: "a record")
    default: Phrase(id: "catatan lain (\(table))", en: "other entries (\(table))")
    }
  }
}
