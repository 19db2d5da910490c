import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let monevInstrumen = Command(
    "monev instrumen", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan instrumen yang pernah dipakai; dengan sebuah berkas, memeriksanya tanpa memakainya.",
      en: "Lists the instruments that were used; with a file, checks it without using it."),
    Parameter<String?>.optional("berkas", Phrase(id: "berkas instrumen yang diperiksa", en: "the instrument's file to check")).completing(
      .files),
    gives: .any, examples: [Example("monev instrumen | pilih nama versi dipakai")]
  ) { session, path in
    guard let path else { return session.table(try session.engine.monev.instruments()) }
    let instrument = try session.engine.monev.checkedInstrument(session.settings.reach.read(path), from: path)
    let count = instrument.indicators.count
    return session.change(
      [
        ("nama", .text(instrument.name)), ("versi", .int(instrument.version)), ("judul", .text(instrument.title)),
        ("indikator", .int(count)),
      ],
      Phrase(
        id: "instrumen \(instrument.name) versi \(instrument.version) baik: \(instrument.categories.count) kategori, \(count) indikator",
        en:
          "the instrument \(instrument.name), version \(instrument.version), is good: \(instrument.categories.count) categories, \(count) indicators"
      ))
  }
}
