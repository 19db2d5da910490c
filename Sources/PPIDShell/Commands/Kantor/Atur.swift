import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let atur = Command(
    "atur", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan semua aturan kantor, atau satu di antaranya, atau mengubahnya. Nilai \"\" mengembalikan yang baku.",
      en: "Lists the office's settings, or tells one, or changes it. The value \"\" takes back the standard one."),
    Parameter<Setting?>.optional("kunci", Phrase(id: "misalnya kantor.nama", en: "such as kantor.nama")),
    Parameter<String?>.optional("nilai", Phrase(id: "nilai baru", en: "the new value")), gives: .any,
    examples: [
      Example("atur kantor.nama \"Pemerintah Daerah Contoh\"", prints: "kantor.nama kini Pemerintah Daerah Contoh"),
      Example("atur kantor.zona", prints: "WIB"), Example("atur | saring nilai != kosong | pilih kunci nilai"),
    ]
  ) { session, setting, value in
    guard let setting else { return try session.settingsTable() }
    guard let value else { return .optional(try session.engine.office.setting(setting)) }
    let hasChanged = try session.engine.office.decide([(setting, value)], as: "atur")
    let current = try session.engine.office.setting(setting)
    let key = setting.rawValue
    return session.change(
      [("kunci", .text(key)), ("nilai", .optional(current)), ("berubah", .bool(hasChanged))],
      hasChanged
        ? Phrase(id: "\(key) kini \(current ?? "kosong")", en: "\(key) is now \(current ?? "kosong")")
        : Phrase(id: "\(key) memang sudah \(current ?? "kosong")", en: "\(key) was \(current ?? "kosong") already"))
  }
}

extension Session {
  fileprivate func settingsTable() throws -> Value {
    let rows = try engine.office.settings().map { setting, value -> Value in
      .record(
        Record([
          ("kunci", .text(setting.rawValue)), ("nilai", .optional(value)), ("arti", .text(setting.help[language])),
        ]))
    }
    return .list(List(rows))
  }
}

extension Setting: ChoiceArgument {
  var meaning: Phrase? { help }
}
