/// Words and symbols of other languages that fingers type by themselves, and what they are called here.
package enum EnglishHabit {
  struct Habit {
    let word: String
    let instead: String
    let length: Int
  }

  /// The habit that begins with these two bytes of an expression.
  static func symbol(_ first: UInt8, _ second: UInt8) -> Habit? {
    let pair = String(decoding: [first, second], as: UTF8.self)
    return switch pair {
    case "&&": Habit(word: pair, instead: "dan", length: 2)
    case "||": Habit(word: pair, instead: "atau", length: 2)
    case "<>": Habit(word: pair, instead: "!=", length: 2)
    case "++": Habit(word: pair, instead: "$x += 1", length: 2)
    case "-=": Habit(word: pair, instead: "$x = $x - …", length: 2)
    case "*=": Habit(word: pair, instead: "$x = $x * …", length: 2)
    case "/=": Habit(word: pair, instead: "$x = $x / …", length: 2)
    case _ where first == UInt8(ascii: "!"): Habit(word: "!", instead: "bukan", length: 1)
    default: nil
    }
  }

  /// What a statement begins with instead of `word`, where it is a keyword elsewhere.
  static func statement(_ word: String) -> String? {
    switch word {
    case "if": "jika"
    case "else": "lainnya"
    case "elif", "elsif", "elseif": "lainnya jika"
    case "for", "foreach": "untuk x di …"
    case "while": "selama"
    case "let", "var", "const", "local": "misal x = …"
    case "def", "function", "func", "fn": "fungsi"
    case "return": "kembali"
    case "break": "henti"
    case "continue": "teruskan"
    case "try": "coba"
    case "catch", "except", "rescue": "tangkap"
    case "throw", "raise": "gagal"
    case "assert": "pastikan"
    default: nil
    }
  }

  /// What an expression says instead of `word`.
  static func operand(_ word: String) -> String? {
    switch word {
    case "true", "True": "benar"
    case "false", "False": "salah"
    case "null", "nil", "None", "undefined": "kosong"
    case "not": "bukan"
    default: nil
    }
  }

  /// What stands between two operands instead of `word`.
  static func infix(_ word: String) -> String? {
    switch word {
    case "and": "dan"
    case "or": "atau"
    case "in": "di"
    case "is": "=="
    case "like": "cocok"
    case "mod": "%"
    case "div": "//"
    default: nil
    }
  }

  /// The command that is meant by `word`.
  static func command(_ word: String) -> String? {
    switch word {
    case "print", "echo", "puts", "printf", "say": "cetak"
    case "exit", "quit", "bye", "logout": "keluar"
    case "help", "man", "info": "bantuan"
    case "history": "riwayat"
    case "clear", "cls": "bersihkan"
    case "version": "versi"
    case "list", "ls", "dir": "arsip"
    case "find", "search", "grep": "arsip cari"
    case "import": "arsip impor"
    case "export": "arsip ekspor"
    case "filter", "where": "saring"
    case "sort", "order": "urutkan"
    case "select": "pilih"
    case "head", "take", "limit": "ambil"
    case "skip": "lewati"
    case "group": "kelompok"
    case "count", "wc": "hitung"
    case "sum": "jumlah"
    case "avg", "average", "mean": "rata"
    case "max": "maks"
    case "reverse": "balik"
    case "uniq", "unique", "distinct": "unik"
    case "join": "gabung"
    case "first": "pertama"
    case "last": "terakhir"
    case "len", "length": "panjang"
    case "type", "typeof": "jenis"
    case "split": "pisah"
    case "replace": "ganti"
    case "upper": "huruf-besar"
    case "lower": "huruf-kecil"
    case "trim": "pangkas"
    case "round": "bulatkan"
    case "now", "date": "kini"
    case "cat": "baca-berkas"
    case "source": "sumber"
    case "undo": "batal"
    case "save": "simpan"
    case "show": "tampil"
    case "backup": "cadangkan"
    case "explain": "jelaskan"
    default: nil
    }
  }
}
