import GRDB

/// One of the articles that share an address: a text and its corrections.
struct ArticleVersion {
  let key: Int64
  let publishedDay: Int?
  /// The version that counts instead of this one.
  let successor: Int64?

  static func versions(of url: String, in db: Database) throws -> [ArticleVersion] {
    let statement = try db.cachedStatement(
      sql: "SELECT key, publishedDay, supersededBy FROM article WHERE url = ? ORDER BY key")
    return try Row.fetchAll(statement, arguments: [url]).map {
      ArticleVersion(key: $0[0], publishedDay: $0[1], successor: $0[2])
    }
  }

  /// The version that counts: the one published last, and of those the one recorded last.
  ///
  /// Where one of them has no date of publication, the order of recording alone decides.
  static func current(of versions: [ArticleVersion]) -> ArticleVersion? {
    let days = versions.compactMap(\.publishedDay)
    guard days.count == versions.count, let latest = days.max() else { return versions.last }
    return versions.last { $0.publishedDay == latest }
  }

  func setSuccessor(_ successor: Int64?, in db: Database) throws {
    let update = try db.cachedStatement(sql: "UPDATE article SET supersededBy = ? WHERE key = ?")
    try update.execute(arguments: [successor, key])
  }
}
