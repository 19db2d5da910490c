import GRDB

/// A function of one's own that statements may call: of texts, to a text or a truth value; the same for the same texts.
struct SQLFunction: Sendable {
  let name: String
  let argumentCount: Int
  private let body: @Sendable ([String?]) -> (any DatabaseValueConvertible & Sendable)?

  private init(_ name: String, _ argumentCount: Int, _ body: @escaping @Sendable ([String?]) -> (any DatabaseValueConvertible & Sendable)?)
  {
    self.name = name
    self.argumentCount = argumentCount
    self.body = body
  }

  static func text(_ name: String, _ argumentCount: Int, _ body: @escaping @Sendable ([String?]) -> String?) -> SQLFunction {
    SQLFunction(name, argumentCount, body)
  }

  static func truth(_ name: String, _ argumentCount: Int, _ body: @escaping @Sendable ([String?]) -> Bool?) -> SQLFunction {
    SQLFunction(name, argumentCount, body)
  }

  /// The function as GRDB adds it to a connection.
  var function: DatabaseFunction {
    DatabaseFunction(name, argumentCount: argumentCount, pure: true) { [body] values in
      body(values.map { String.fromDatabaseValue($0) })
    }
  }
}
