import PPIDScript
import PPIDValues

extension Invocation {
  /// A flag of the process: what it does, and its line in `ppid --bantuan`.
  struct Flag: Sendable {
    enum Action: Sendable {
      case set(@Sendable (inout Invocation) -> Void)
      /// With a value: what it should be, and how it is taken; false when it is none.
      case take(Phrase, @Sendable (inout Invocation, String) -> Bool)
    }

    let name: String
    let help: Phrase
    let action: Action
  }

  /// By name, other spellings included.
  static let flags: [String: Flag] = {
    var flags = Dictionary(uniqueKeysWithValues: list.map { ($0.name, $0) })
    for (other, name) in [("--help", "--bantuan"), ("-h", "--bantuan"), ("--version", "--versi")] { flags[other] = flags[name] }
    return flags
  }()

  /// In the order of `ppid --bantuan`.
  static let list: [Flag] = [
    Flag(
      name: "--arsip", help: Phrase(id: "berkas arsip (atau PPID_ARSIP)", en: "the archive's file (or PPID_ARSIP)"),
      action: .take(Phrase(id: "jalur berkas", en: "a file's path")) {
        $0.archive = $1
        return !$1.isEmpty
      }),
    Flag(
      name: "--format", help: Phrase(id: "bentuk keluaran", en: "the form of results"),
      action: .take(Phrase(OutputFormat.all.map(\.name).joined(separator: "|"))) {
        $0.format = OutputFormat.named($1)
        return $0.format != nil
      }),
    Flag(
      name: "--bahasa", help: Phrase(id: "bahasa pesan: id atau en", en: "the language of messages: id or en"),
      action: .take(Phrase("id|en")) {
        $0.language = Language(rawValue: $1)
        return $0.language != nil
      }),
    Flag(
      name: "--waktu", help: Phrase(id: "jam kantor berhenti pada waktu ini", en: "the office's clock stands at this time"),
      action: .take(Phrase(id: "waktu seperti 2026-11-22T08:30", en: "a time like 2026-11-22T08:30")) {
        $0.time = LocalTime($1) ?? CalendarDate($1).flatMap { LocalTime(date: $0, hour: 0, minute: 0) }
        return $0.time != nil
      }),
    Flag(
      name: "--sebagai", help: Phrase(id: "bertindak untuk orang ini (hanya pengelola)", en: "act for this person (pengelola only)"),
      action: .take(Phrase(id: "nama pengguna", en: "a person's name")) {
        $0.person = $1
        return !$1.isEmpty
      }),
    Flag(
      name: "--coba",
      help: Phrase(id: "coba saja: tidak ada yang disimpan, jejaknya ditampilkan", en: "dry run: nothing is stored, the journal is shown"),
      action: .set { $0.isDryRun = true }),
    Flag(
      name: "--periksa", help: Phrase(id: "periksa skrip tanpa menjalankannya", en: "check the script without running it"),
      action: .set { $0.isCheckOnly = true }),
    Flag(
      name: "--hanya-baca", help: Phrase(id: "arsip tidak ditulis", en: "the archive is not written"),
      action: .set { $0.isReadOnly = true }),
    Flag(
      name: "--tanpa-warna", help: Phrase(id: "tanpa warna (atau NO_COLOR)", en: "without colour (or NO_COLOR)"),
      action: .set { $0.isPlain = true }),
    Flag(
      name: "--langkah", help: Phrase(id: "tampilkan tiap pernyataan sebelum dijalankan", en: "show each statement before it runs"),
      action: .set { $0.isStepping = true }),
    Flag(
      name: "--izinkan", help: Phrase(id: "folder tambahan untuk berkas skrip", en: "a further folder for a script's files"),
      action: .take(Phrase(id: "folder", en: "a folder")) {
        $0.allowed.append($1)
        return !$1.isEmpty
      }),
    Flag(
      name: "--batas-langkah", help: Phrase(id: "batas jumlah langkah skrip", en: "how many steps a script may take"),
      action: .take(Phrase(id: "bilangan bulat", en: "a whole number")) {
        $0.limits.steps = Int($1)
        return ($0.limits.steps ?? 0) > 0
      }),
    Flag(
      name: "--batas-memori", help: Phrase(id: "batas memori skrip, dalam MiB", en: "how much memory a script may take, in MiB"),
      action: .take(Phrase(id: "bilangan bulat", en: "a whole number")) {
        guard let size = Int($1), (1...1 << 20).contains(size) else { return false }
        $0.limits.memory = size << 20
        return true
      }),
    Flag(
      name: "--batas-waktu", help: Phrase(id: "batas waktu skrip, dalam detik", en: "how long a script may take, in seconds"),
      action: .take(Phrase(id: "bilangan bulat", en: "a whole number")) {
        $0.limits.time = Int($1).map { .seconds($0) }
        return (Int($1) ?? 0) > 0
      }),
    Flag(name: "--bantuan", help: Phrase(id: "bantuan ini", en: "this help"), action: .set { $0.source = .help }),
    Flag(name: "--versi", help: Phrase(id: "versi program", en: "the program's version"), action: .set { $0.source = .version }),
  ]

  /// What `ppid --bantuan` prints.
  static func help(_ language: Language) -> String {
    var text = Phrase(
      id: """
        ppid                     prompt
        ppid skrip.ppid a b      menjalankan berkas skrip dengan argumen
        ppid -c 'baris'          menjalankan satu baris
        … | ppid                 menjalankan masukan standar


        """,
      en: """
        ppid                     the prompt
        ppid script.ppid a b     runs a script's file with arguments
        ppid -c 'line'           runs one line
        … | ppid                 runs standard input


        """)[language]
    let width = list.map(\.name.count).max() ?? 0
    for flag in list {
      text += "  \(flag.name)\(String(repeating: " ", count: width - flag.name.count))  \(flag.help[language])\n"
    }
    return text
  }
}
