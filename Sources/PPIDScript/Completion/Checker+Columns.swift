extension Checker {
  /// The columns of the pipeline that ends at `end`, as far as they are known before anything runs. The rest of the source may be
  /// wrong.
  static func columns(
    ofPipelineEndingAt end: Int, in source: SourceText, catalog: any Catalog, session: Session
  ) -> [Column]? {
    DeepStack.run(for: source) {
      let script = Parser.parse(source).script
      var checker = Checker(source, catalog, .session, script, session)
      checker.probe = end
      _ = checker.checkScript(script, session)
      return checker.probed?.columns
    }
  }
}
