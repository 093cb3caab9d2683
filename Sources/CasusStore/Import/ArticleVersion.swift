import GRDB

/// One of the articles that share an address: a text and its corrections.
///
/// Sources of event tables have an address and no text; they are nobody's version.
struct ArticleVersion {
  let key: Int64
  let id: String
  let publishedDay: Int?
  let recordedAt: String
  /// The version that counts instead of this one.
  let successor: Int64?

  static func versions(of url: String, in db: Database) throws -> [ArticleVersion] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT key, id, publishedDay, recordedAt, supersededBy FROM article
        WHERE url = ? AND text <> ''
        """)
    return try Row.fetchAll(statement, arguments: [url]).map {
      ArticleVersion(
        key: $0[0], id: $0[1], publishedDay: $0[2], recordedAt: $0[3], successor: $0[4])
    }
  }

  /// The version that counts: the one published last, and of those the one recorded last.
  ///
  /// Where one of them has no date of publication, the time of recording alone decides.
  static func current(of versions: [ArticleVersion]) -> ArticleVersion? {
    let days = versions.compactMap(\.publishedDay)
    let latest = days.count == versions.count ? days.max() : nil
    return versions.filter { latest == nil || $0.publishedDay == latest }
      .max { ($0.recordedAt, $0.id) < ($1.recordedAt, $1.id) }
  }

  func setSuccessor(_ successor: Int64?, in db: Database) throws {
    let update = try db.cachedStatement(sql: "UPDATE article SET supersededBy = ? WHERE key = ?")
    try update.execute(arguments: [successor, key])
  }
}
