import CasusModel

extension Report {
  /// The columns of `evidence`, in the order in which `init` reads them.
  static let selection = """
    key, article, startByte, endByte, sentence, attribution, statusCode, dateCode, dateBasisCode,
    rule, confidence, object, place, statement, review
    """

  /// A statement of an event as identity needs it: its words, which nothing depends on, are left out.
  convenience init(
    _ row: FastStatement.Columns, ofEvent event: Int64, mode: String?, in group: EventGroup,
    article: ArticleParticulars, isSingular: Bool, objects: ObjectMemory
  ) throws {
    let object = row.optionalText(11)
    let evidence = Evidence(
      articleID: article.id, text: "", start: row.int(2), end: row.int(3), sentence: row.text(4),
      attribution: try JSONColumn.names(in: row.text(5)), status: row.code(6) ?? .occurred,
      date: row.dateCode(7), dateBasis: row.code(8) ?? DateBasis.none, rule: row.text(9),
      confidence: row.double(10), object: object, language: article.language)
    let place = row.optionalText(12)
    let stated = row.optionalText(13)
    let statement =
      try stated.map {
        try JSONColumn.stated(in: $0).statement(object: object, place: place, evidence: evidence)
      }
      ?? Statement(
        type: group.type, mode: mode, source: group.source, target: group.target,
        roles: group.roles, object: object, place: place, evidence: evidence)
    self.init(
      statement: statement, article: article, isSingular: isSingular,
      marks: try row.optionalText(14).map { try JSONColumn.decode(ReviewMarks.self, from: $0) }
        ?? ReviewMarks(), objects: objects,
      row: Row(key: row.integer(0), event: event, stated: stated))
  }
}
