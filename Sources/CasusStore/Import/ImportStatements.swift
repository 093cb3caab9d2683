import GRDB

/// The statements that an import runs most often, prepared when they are first needed.
final class ImportStatements {
  private let db: Database

  private(set) lazy var article = Result {
    try FastStatement(
      db,
      """
      INSERT INTO article (id, path, title, text, language, publisher, url, published,
        publishedDay, recordedAt, codedAt, agency, sketch)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
  }

  private(set) lazy var articleText = Result {
    try FastStatement(db, "INSERT INTO articleText (rowid, title, text) VALUES (?, ?, ?)")
  }

  private(set) lazy var articleKey = Result {
    try FastStatement(db, "SELECT key FROM article WHERE id = ?")
  }

  private(set) lazy var articleSuccessor = Result {
    try FastStatement(db, "SELECT supersededBy FROM article WHERE key = ?")
  }

  private(set) lazy var roughInGroup = Result {
    try FastStatement(
      db,
      "SELECT key FROM event WHERE groupHash = ? AND day BETWEEN ? AND ? AND holdsRoughDate = 1")
  }

  private(set) lazy var daysInGroup = Result {
    try FastStatement(
      db, "SELECT key, day FROM event WHERE groupHash = ? AND day BETWEEN ? AND ?")
  }

  private(set) lazy var eventsOfGroup = Result {
    try FastStatement(db, "SELECT \(EventRow.selection) FROM event WHERE groupHash = ?")
  }

  private(set) lazy var eventsOfDay = Result {
    try FastStatement(
      db, "SELECT \(EventRow.selection) FROM event WHERE groupHash = ? AND day = ?")
  }

  private(set) lazy var eventsOfNewsDay = Result {
    try FastStatement(
      db, "SELECT \(EventRow.selection) FROM event WHERE groupHash = ? AND newsDay = ?")
  }

  private(set) lazy var eventRow = Result {
    try FastStatement(db, "SELECT \(EventRow.selection) FROM event WHERE key = ?")
  }

  private(set) lazy var participants = Result {
    try FastStatement(db, "SELECT roleCode, actor FROM participant WHERE event = ?")
  }

  private(set) lazy var eventUpdate = Result {
    try FastStatement(
      db,
      """
      UPDATE event SET object = ?, place = ?, dateBasisCode = ?, statusCode = ?, isContested = ?,
        confidence = ?, articles = ?, sources = ?
      WHERE key = ?
      """)
  }

  private(set) lazy var eventDateUpdate = Result {
    try FastStatement(
      db,
      """
      UPDATE event SET dateText = ?, day = ?, lastDay = ?, newsDay = ?, holdsRoughDate = ?
      WHERE key = ?
      """)
  }

  private(set) lazy var evidenceOfEvent = Result {
    try FastStatement(
      db,
      """
      SELECT \(EvidenceRow.selection)
      FROM evidence JOIN article ON article.key = evidence.article WHERE evidence.event = ?
      """)
  }

  private(set) lazy var undatedOfArticle = Result {
    try FastStatement(
      db,
      """
      SELECT evidence.event FROM article
      JOIN evidence ON evidence.article = article.key
      JOIN event ON event.key = evidence.event
      WHERE article.id = ? AND event.groupHash = ?
        AND (evidence.dateCode IS NULL OR evidence.dateCode LIKE 'XXXX%')
      """)
  }

  private(set) lazy var datesOfEvent = Result {
    try FastStatement(
      db, "SELECT dateCode FROM evidence WHERE event = ? AND dateCode IS NOT NULL")
  }

  private(set) lazy var reportsOfEvent = Result {
    try FastStatement(db, "SELECT \(Report.selection) FROM evidence WHERE event = ?")
  }

  private(set) lazy var evidenceOfArticle = Result {
    try FastStatement(
      db,
      """
      SELECT \(EvidenceRow.selection)
      FROM evidence JOIN article ON article.key = evidence.article WHERE evidence.article = ?
      """)
  }

  private(set) lazy var evidenceAssignment = Result {
    try FastStatement(db, "UPDATE evidence SET event = ?, statement = ? WHERE key = ?")
  }

  private(set) lazy var newsDays = Result {
    try FastStatement(
      db, "SELECT DISTINCT newsDay FROM event WHERE groupHash = ? AND newsDay BETWEEN ? AND ?")
  }

  init(_ db: Database) {
    self.db = db
  }
}
