import PPIDValues

/// A report as data: what it says, in both languages where words are the program's own. How it looks is decided elsewhere
/// (`Rendering`).
package struct Report: Codable, Sendable, Hashable {
  package var kind: DocumentKind
  package var period: Period
  /// The record that it is about; nil for all that are about a period.
  package var record: RecordNumber?
  /// The unit whose delivery or record it is about; nil for the office.
  package var unit: Unit?
  /// The round of the SOP that it tells about, from 1.
  package var round: Int
  /// The document's number, when it was issued with one.
  package var number: String?
  /// The day on which it was made or issued.
  package var date: CalendarDate
  /// Whether it was issued; else it is a preview.
  package var isIssued = false
  package var office: Office
  package var sections: [Section]
  package var signatures: [Signature]

  package struct Unit: Codable, Sendable, Hashable {
    package let code: UnitCode
    package let name: String
  }

  /// The office's head.
  package struct Office: Codable, Sendable, Hashable {
    package let name: String?
    package let address: String?
    package let place: String?
  }

  /// Some blocks under a heading.
  package struct Section: Codable, Sendable, Hashable {
    package let heading: Phrase
    package let blocks: [Block]

    init(_ heading: Phrase, _ blocks: [Block]) {
      self.heading = heading
      self.blocks = blocks
    }
  }

  package enum Block: Codable, Sendable, Hashable {
    case paragraph(Phrase)
    case figures([Figure])
    case table(Table)
    case chart(Chart)
    /// The DIP's list, which is as long as it is: it is read from the edition when the report is written.
    case list(EditionList)
  }

  /// One number or text under its name.
  package struct Figure: Codable, Sendable, Hashable {
    package let label: Phrase
    package let value: ReportValue
    /// How it came about.
    package let note: Phrase?

    init(_ label: Phrase, _ value: ReportValue, note: Phrase? = nil) {
      self.label = label
      self.value = value
      self.note = note
    }
  }

  package struct Table: Codable, Sendable, Hashable {
    package let columns: [Column]
    package let rows: [[ReportValue]]
    /// What is said when there are no rows.
    package let ifEmpty: Phrase

    init(_ columns: [Column], _ rows: [[ReportValue]], ifEmpty: Phrase) {
      self.columns = columns
      self.rows = rows
      self.ifEmpty = ifEmpty
    }
  }

  package struct Column: Codable, Sendable, Hashable {
    /// Its name for programs.
    package let name: String
    package let heading: Phrase
    package let isNumber: Bool

    /// Whether its cells are short words that are never broken: numbers, codes, categories.
    package let isCode: Bool

    init(_ name: String, _ heading: Phrase, isNumber: Bool = false, isCode: Bool = false) {
      self.isCode = isCode
      self.name = name
      self.heading = heading
      self.isNumber = isNumber
    }
  }

  /// Horizontal bars, each with its value and perhaps the standard that it is held against.
  package struct Chart: Codable, Sendable, Hashable {
    package let title: Phrase
    /// What the values count: `hari kerja`, `%`.
    package let measure: Phrase
    package let bars: [Bar]

    package struct Bar: Codable, Sendable, Hashable {
      package let label: Phrase
      package let value: ExactNumber
      /// The standard; nil where there is none.
      package let standard: ExactNumber?

      init(_ label: Phrase, _ value: ExactNumber, standard: ExactNumber? = nil) {
        self.label = label
        self.value = value
        self.standard = standard
      }
    }
  }

  /// The list of one edition of the DIP.
  package struct EditionList: Codable, Sendable, Hashable {
    /// The edition's month; its last edition then.
    package let period: Period
    package let edition: Int
  }

  /// Who signs, and as what. Without a name there is a line to write it on.
  package struct Signature: Codable, Sendable, Hashable {
    package let role: Phrase
    package let name: String?

    init(_ role: Phrase, _ name: String?) {
      self.role = role
      self.name = name
    }
  }

  /// What it is about, below its title: the record, or the period; the unit, the round.
  package var subtitle: Phrase {
    let about = record.map { Phrase($0.description) } ?? period.inWords
    let of = unit.map { " — \($0.name) (\($0.code))" } ?? ""
    let again = round > 1 ? Phrase(id: ", putaran \(round)", en: ", round \(round)") : Phrase("")
    return Phrase(id: about.id.capitalizedFirst + of + again.id, en: about.en.capitalizedFirst + of + again.en)
  }
}

/// One value of a report.
package enum ReportValue: Codable, Sendable, Hashable {
  case none
  /// What somebody wrote.
  case text(String)
  /// The program's own words.
  case phrase(Phrase)
  case int(Int)
  case decimal(ExactNumber)
  /// Of a hundred.
  case percent(ExactNumber)
  case date(CalendarDate)
  case time(LocalTime)
  case period(Period)

  static func optional(_ text: String?) -> ReportValue { text.map(ReportValue.text) ?? .none }
  static func optional(_ time: LocalTime?) -> ReportValue { time.map(ReportValue.time) ?? .none }

  /// For people: `6.765`, `89,95`, `22 November 2026`.
  package func spelled(_ language: Language) -> String {
    switch self {
    case .none: "–"
    case .text(let text): text
    case .phrase(let phrase): phrase[language]
    case .int(let number): IndonesianNumber.spelling(of: number)
    case .decimal(let number): IndonesianNumber.spelling(ofCanonical: number.description)
    case .percent(let number): IndonesianNumber.spelling(ofCanonical: number.description) + "%"
    case .date(let date): date.inWords[language]
    case .time(let time): time.inWords[language]
    case .period(let period): period.inWords[language]
    }
  }

  /// For programs.
  func field(_ language: Language) -> FieldValue {
    switch self {
    case .none: .null
    case .text(let text): .text(text)
    case .phrase(let phrase): .text(phrase[language])
    case .int(let number): .int(number)
    case .decimal(let number), .percent(let number): .double(number.double)
    case .date(let date): .date(date)
    case .time(let time): .time(time)
    case .period(let period): .period(period)
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
