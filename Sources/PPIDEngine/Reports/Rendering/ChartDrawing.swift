import PPIDValues

/// A chart as an SVG drawing: bars in dark grey, hatched where they exceed their standard, with every value beside its bar and the
/// whole of it in words, so that nothing rests on colour.
struct ChartDrawing {
  private let chart: Report.Chart
  private let language: Language

  private static let width = 640
  /// What the longest bar takes; the rest is for its value.
  private static let longestBar = 500
  private static let rowHeight = 36

  init(_ chart: Report.Chart, _ language: Language) {
    self.chart = chart
    self.language = language
  }

  /// What the template draws.
  var context: [String: Any] {
    [
      "judul": text(chart.title[language]), "uraian": text(description), "lebar": ChartDrawing.width,
      "tinggi": chart.bars.count * ChartDrawing.rowHeight + 8, "berbaku": chart.bars.contains { $0.standard != nil },
      "keterangan": text(
        Phrase(
          id: "Garis tegak: baku. Batang bergaris: melampaui baku. Satuan: \(chart.measure.id).",
          en: "Upright line: standard. Hatched bar: beyond the standard. In: \(chart.measure.en).")[language]),
      "satuan": text(Phrase(id: "Satuan: \(chart.measure.id).", en: "In: \(chart.measure.en).")[language]),
      "batang": chart.bars.enumerated().map(bar),
    ]
  }

  private func bar(_ index: Int, _ bar: Report.Chart.Bar) -> [String: Any] {
    let top = index * ChartDrawing.rowHeight
    let length = length(of: bar.value)
    return [
      "label": text(bar.label[language]), "label_y": top + 14, "y": top + 19, "panjang": length, "nilai": text(valued(bar)),
      "nilai_x": max(length, bar.standard.map(self.length) ?? 0) + 6, "nilai_y": top + 30,
      "melampaui": bar.standard.map { $0 < bar.value } ?? false,
      "baku": bar.standard.map { ["x": self.length(of: $0), "y1": top + 16, "y2": top + 34] }.map { [$0] } ?? [],
    ]
  }

  /// Halves of a pixel don't matter.
  private func length(of value: ExactNumber) -> Int {
    let largest = chart.bars.flatMap { [$0.value, $0.standard ?? .zero] }.max() ?? .zero
    guard largest > .zero, value > .zero else { return 0 }
    return Int((value.double / largest.double * Double(ChartDrawing.longestBar)).rounded())
  }

  /// The chart in words, for those who don't see it.
  private var description: String {
    chart.bars.map { "\($0.label[language]): \(valued($0))" }.joined(separator: "; ")
  }

  /// `21,7 (baku 7,5)`
  private func valued(_ bar: Report.Chart.Bar) -> String {
    let standard = bar.standard.map { Phrase(id: " (baku \(spelled($0)))", en: " (standard \(spelled($0)))")[language] } ?? ""
    return spelled(bar.value) + standard
  }

  private func spelled(_ number: ExactNumber) -> String { ReportValue.decimal(number).spelled(language) }

  private func text(_ text: String) -> String { MarkupText.html(text) }
}
