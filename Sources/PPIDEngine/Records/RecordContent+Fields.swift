import PPIDValues

extension RecordContent {
  /// The value of a field as the archive keeps it. A category or security class that doesn't exist is ignored when set.
  package subscript(field: RecordField) -> FieldValue {
    get {
      switch field {
      case .title: .text(title)
      case .summary: .optional(summary)
      case .kind: .optional(kind)
      case .holder: .optional(holder)
      case .producer: .optional(producer)
      case .when: .optional(when)
      case .date: date.map(FieldValue.date) ?? .null
      case .year: year.map(FieldValue.int) ?? .null
      case .place: .optional(place)
      case .form: .optional(form)
      case .category: .optional(category?.rawValue)
      case .code: .optional(code)
      case .activeRetention: .optional(activeRetention)
      case .inactiveRetention: .optional(inactiveRetention)
      case .fate: .optional(fate)
      case .security: .optional(security?.rawValue)
      case .location: .optional(location)
      }
    }
    set {
      switch field {
      case .title: title = newValue.text ?? title
      case .summary: summary = newValue.text
      case .kind: kind = newValue.text
      case .holder: holder = newValue.text
      case .producer: producer = newValue.text
      case .when: when = newValue.text
      case .date: date = if case .date(let date) = newValue { date } else { nil }
      case .year: year = if case .int(let year) = newValue { year } else { nil }
      case .place: place = newValue.text
      case .form: form = newValue.text
      case .category: category = newValue.text.flatMap(Category.init)
      case .code: code = newValue.text
      case .activeRetention: activeRetention = newValue.text
      case .inactiveRetention: inactiveRetention = newValue.text
      case .fate: fate = newValue.text
      case .security: security = newValue.text.flatMap(SecurityClass.init)
      case .location: location = newValue.text
      }
    }
  }

  /// `lainnya` as one text, as it is stored and written in lists; nil where there is nothing.
  var extraText: String? { FieldText.object(extra.map { Field($0.key, .text($0.value)) }) }
}
