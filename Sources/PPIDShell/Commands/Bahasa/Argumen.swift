import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let argumen = Command(
    "argumen", needs: .anything,
    help: Phrase(
      id: "Kata ke-n (mulai 0) di belakang nama skrip; angka dan tanggal dibaca sebagai nilainya.",
      en: "The nth word (from 0) after the script's name; numbers and dates are read as their values."),
    Parameter<Int>.argument("n", Phrase(id: "urutannya, mulai 0", en: "which, from 0")),
    Parameter<Value?>.option("baku", Phrase(id: "nilai bila tidak ada", en: "the value where there is none")),
    gives: .any,
    examples: [Example("misal bulan = $(argumen 0 --baku 2026-11)")]
  ) { session, place, standard in
    if session.arguments.indices.contains(place) { return session.arguments[place] }
    guard let standard else {
      throw Failure(
        Phrase(id: "skrip tidak diberi argumen ke-\(place)", en: "the script was given no argument number \(place)"),
        advice: Phrase(
          id: "tulis di belakang nama skrip, atau beri `--baku`",
          en: "write it after the script's name, or give `--baku`"))
    }
    return standard
  }
}
