import CasusModel
import GRDB

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
    evidence.sentence, evidence.attribution, evidence.status, evidence.date, evidence.dateBasis,
    evidence.rule, evidence.confidence, evidence.object, evidence.place, evidence.statement,
    article.published, article.publishedDay, article.publisher, article.language,
    article.recordedAt, evidence.machine, evidence.review
    """

  init(_ row: Row) throws {
    key = row[0]
    eventKey = row[1]
    evidence = Evidence(
      articleID: row[2], text: row[3], start: row[4], end: row[5], sentence: row[6],
      attribution: try JSONColumn.names(in: row[7]),
      status: EventStatus(rawValue: row[8]) ?? .occurred,
      date: (row[9] as String?).flatMap { EDTF($0) },
      dateBasis: DateBasis(rawValue: row[10]) ?? .none, rule: row[11], confidence: row[12],
      object: row[13], language: row[19])
    object = row[13]
    place = row[14]
    stated = row[15]
    published = (row[16] as String?).flatMap { EDTF($0) }
    publishedDay = row[17]
    publisher = row[18]
    language = row[19]
    recordedAt = row[20]
    machine = row[21]
    marks =
      try (row[22] as String?).map { try JSONColumn.decode(ReviewMarks.self, from: $0) }
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
      statement: try statement(in: group()), published: published, language: language,
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
