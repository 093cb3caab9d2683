import CasusModel

/// One row of `evidence` with what its article adds.
struct EvidenceRow {
  let key: Int64
  let eventKey: Int64?
  let evidence: Evidence
  let object: String?
  let place: String?
  let stated: String?
  let published: EDTF?
  let publishedDay: Int?
  let publisher: String?
  let language: String?
  /// When the article came into this database.
  let recordedAt: String
  /// What the program found, as JSON, where a reviewer decided otherwise.
  let machine: String?
  let marks: ReviewMarks

  /// The columns, in the order in which `init` reads them.
  static let selection = """
    evidence.key, evidence.event, article.id, evidence.text, evidence.startByte, evidence.endByte,
    evidence.sentence, evidence.attribution, evidence.statusCode, evidence.dateCode,
    evidence.dateBasisCode, evidence.rule, evidence.confidence, evidence.object, evidence.place, evidence.statement,
    article.published, article.publishedDay, article.publisher, article.language,
    article.recordedAt, evidence.machine, evidence.review
    """

  init(_ row: FastStatement.Columns) throws {
    key = row.integer(0)
    eventKey = row.optionalInteger(1)
    language = row.optionalText(19)
    object = row.optionalText(13)
    evidence = Evidence(
      articleID: row.text(2), text: row.text(3), start: row.int(4), end: row.int(5),
      sentence: row.text(6), attribution: try JSONColumn.names(in: row.text(7)),
      status: row.code(8) ?? .occurred,
      date: row.dateCode(9),
      dateBasis: row.code(10) ?? DateBasis.none, rule: row.text(11),
      confidence: row.double(12), object: object, language: language)
    place = row.optionalText(14)
    stated = row.optionalText(15)
    published = row.optionalText(16).flatMap { EDTF($0) }
    publishedDay = row.optionalInt(17)
    publisher = row.optionalText(18)
    recordedAt = row.text(20)
    machine = row.optionalText(21)
    marks =
      try row.optionalText(22).map { try JSONColumn.decode(ReviewMarks.self, from: $0) }
      ?? ReviewMarks()
  }

  /// The statement, as written or, where nothing else is written, as its group has it.
  func statement(in group: @autoclosure () throws -> EventGroup) throws -> Statement {
    let stated =
      if let text = stated { try JSONColumn.stated(in: text) } else { StatedEvent(try group()) }
    return stated.statement(object: object, place: place, evidence: evidence)
  }

  /// What the program found, before anybody decided otherwise.
  func found(in group: @autoclosure () throws -> EventGroup) throws -> Statement {
    guard let machine else { return try statement(in: group()).asFound }
    return try JSONColumn.decode(Statement.self, from: machine)
  }

  func report(
    in group: @autoclosure () throws -> EventGroup, isSingular: Bool = false, tag: Int = 0
  ) throws -> Report {
    Report(
      statement: try statement(in: group()),
      article: ArticleParticulars(
        id: evidence.articleID, published: published, language: language),
      isSingular: isSingular, marks: marks, tag: tag)
  }
}

extension Statement {
  /// The statement without what its evidence only repeats.
  var asFound: Statement {
    var result = self
    result.evidence.object = nil
    result.evidence.language = nil
    return result
  }
}
