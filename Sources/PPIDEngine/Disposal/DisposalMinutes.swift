import Mustache
import PPIDValues

/// The minutes (berita acara) of a disposal with its list; of a destruction that was executed also the certificate: which files were
/// destroyed, by their SHA-256. Drafts are in the reader's language, the others in Indonesian.
struct DisposalMinutes {
  let disposal: Disposal
  let office: String?
  let reader: Language
  /// The list's columns, by the names that users know, and its rows.
  let columns: [String]
  let rows: [[FieldValue]]
  let files: [(file: HeldFile, isShared: Bool)]

  /// The forms in which minutes are written, by the ending of the file.
  enum Form: String, CaseIterable {
    case markdown = "md"
    case page = "html"
    /// The list only.
    case csv, json
  }

  func text(_ form: Form) throws -> [UInt8] {
    switch form {
    case .markdown:
      return try rendered(PackageResources.berita_acara_md_mustache, cell: DisposalMinutes.markdown)
    case .page:
      return try rendered(PackageResources.berita_acara_html_mustache) { $0 }
    case .csv:
      var writer = CSVWriter(profile: .data)
      return writer.line(columns) + rows.flatMap { writer.line($0) }
    case .json:
      let head = FieldText.object(headFields) ?? "{}"
      let list = rows.map { FieldText.object(zip(columns, $0).map { Field($0, $1) }) ?? "{}" }.joined(separator: ",\n")
      let destroyed = files.map { FieldText.object(fields(of: $0)) ?? "{}" }.joined(separator: ",\n")
      return Array("{\"susut\":\(head),\"daftar\":[\n\(list)\n],\"berkas\":[\n\(destroyed)\n]}\n".utf8)
    }
  }

  private func rendered(_ template: [UInt8], cell: (String) -> String) throws -> [UInt8] {
    let template = try MustacheTemplate(string: String(decoding: template, as: UTF8.self))
    let words = MinutesWords(disposal)
    let list = rows.map { row in Dictionary(uniqueKeysWithValues: zip(columns, row.map { cell($0.plain) })) }
    let destroyed = files.map { file in Dictionary(uniqueKeysWithValues: fields(of: file).map { ($0.name, cell($0.value.plain)) }) }
    let acts = acts.map { ["tindakan": words.act($0.name)[language], "oleh": cell($0.act.person), "pada": $0.act.time.inWords[language]] }
    var content: [String: Any] = [
      "bahasa": language.rawValue, "judul": words.title[language], "nomor": disposal.number.description, "kantor": cell(office ?? ""),
      "keadaan": words.act(disposal.state.rawValue)[language], "pembuka": words.opening[language], "pelaku": acts,
      "alasan": cell(disposal.reason ?? ""), "jumlah": rows.count, "kolom": MinutesWords.columns.map { $0[language] }, "arsip": list,
      "ada_berkas": !files.isEmpty, "jumlah_berkas": files.count, "kolom_berkas": MinutesWords.fileColumns.map { $0[language] },
      "berkas": destroyed,
    ]
    for (name, label) in MinutesWords.labels { content["l_\(name)"] = label[language] }
    return Array(template.render(content.filter { ($0.value as? String)?.isEmpty != true }).utf8)
  }

  /// What the reader's language is here: what is over is a document of the office, in the language of the law.
  private var language: Language { disposal.isOver ? .indonesian : reader }

  private var acts: [(name: String, act: Disposal.Act)] {
    [
      (DisposalState.proposed, disposal.proposed), (disposal.state == .refused ? .refused : .approved, disposal.decided),
      (.executed, disposal.executed),
    ].compactMap { state, act in act.map { (state.rawValue, $0) } }
  }

  private var headFields: [Field] {
    [
      Field("nomor", .text(disposal.number.description)), Field("jenis", .text(disposal.kind.rawValue)),
      Field("keadaan", .text(disposal.state.rawValue)), Field("sampai", .date(disposal.judgedOn)), Field("kantor", .optional(office)),
    ]
      + acts.flatMap { [Field($0.name, .time($0.act.time)), Field("\($0.name)_oleh", .text($0.act.person))] }
      + (disposal.reason.map { [Field("alasan", .text($0))] } ?? [])
  }

  private func fields(of destroyed: (file: HeldFile, isShared: Bool)) -> [Field] {
    let file = destroyed.file
    return [
      Field("nomor", .text(file.record.description)), Field("nama", .text(file.name)), Field("jenis", .text(file.type)),
      Field("ukuran", .int(file.size)), Field("sha256", .text(file.digest)),
      Field("keterangan", .text(destroyed.isShared ? "isi yang sama tetap ada pada arsip lain" : "")),
    ]
  }

  /// A text as it may stand in a cell of a Markdown table.
  private static func markdown(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("|", with: "\\|").split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
