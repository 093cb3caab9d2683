import CasusModel
import GRDB

/// Reads rows of `relation`.
struct RelationReader {
  let db: Database
  private let actors: ActorKeys
  private let support: RelationSupport?

  /// - Parameters:
  ///   - db: the database.
  ///   - supportLimit: how many of the events that support a relation are named, `nil` for all.
  init(db: Database, supportLimit: Int? = nil) {
    self.db = db
    actors = ActorKeys(db)
    support = supportLimit.map { RelationSupport(db: db, limit: $0) }
  }

  func relations(of actor: Int64) throws -> [Relation] {
    try fetch("source = ?1 UNION ALL \(Self.select) WHERE target = ?1 AND source <> ?1", [actor])
  }

  func relations(from source: Int64) throws -> [Relation] {
    try fetch("source = ?1", [source])
  }

  func relations(of first: Int64, _ second: Int64) throws -> [Relation] {
    try fetch(
      """
      source = ?1 AND target = ?2
      UNION ALL \(Self.select) WHERE source = ?2 AND target = ?1 AND ?1 <> ?2
      """, [first, second])
  }

  /// The relations that may begin or end within some days.
  func relations(changingFrom first: Int, through last: Int) throws -> [Relation] {
    try fetch(
      """
      day BETWEEN ?1 AND ?2
      UNION \(Self.select) WHERE lastDay BETWEEN ?1 AND ?2
      """, [Int64(max(first, SortDay.openStart)), Int64(min(last, SortDay.openEnd - 1))])
  }

  func relations(of pair: ActorPair) throws -> [Relation] {
    try relations(of: actors.key(of: pair.first), actors.key(of: pair.second))
  }

  /// By kind, actors, first day and identifier.
  static func isBefore(_ a: Relation, _ b: Relation) -> Bool {
    if a.kind != b.kind { return a.kind < b.kind }
    if a.source != b.source { return a.source < b.source }
    if a.target != b.target { return a.target < b.target }
    let (boundsA, boundsB) = (SortDay.bounds(of: a.validity), SortDay.bounds(of: b.validity))
    return (boundsA.day, boundsA.lastDay, a.id) < (boundsB.day, boundsB.lastDay, b.id)
  }

  static let select = """
    SELECT key, lower(hex(id)), kind, source, target, isSymmetric, polarity, validity, state
    FROM relation
    """

  private func fetch(_ condition: String, _ arguments: [Int64]) throws -> [Relation] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "\(Self.select) WHERE \(condition)"),
      arguments: StatementArguments(arguments))
    return try rows.map { row in
      let further = try support?.further(of: row[0], from: row[3], to: row[4])
      let events = try events(of: row[0], withSupport: further == nil)
      var relation = Relation(
        id: row[1], kind: row[2], source: try actors.id(of: row[3]),
        target: try actors.id(of: row[4]), isSymmetric: row[5], polarity: row[6],
        validity: (row[7] as String?).flatMap { EDTF($0) },
        state: Relation.State(rawValue: row[8]) ?? .contested, opening: events[.opens] ?? [],
        supporting: further?.first ?? events[.supports] ?? [], closing: events[.closes] ?? [])
      relation.unnamedSupportCount = further?.count ?? 0
      if let support { relation.keepSupport(support.limit) }
      return relation
    }
  }

  /// The identifiers of a relation's events by what they do, in the order of their dates.
  private func events(
    of relation: Int64, withSupport: Bool
  ) throws -> [RelationEvent.Part: [String]] {
    let statement = try FastStatement(
      db,
      """
      SELECT relationEvent.partCode, event.id
      FROM relationEvent JOIN event ON event.key = relationEvent.event
      WHERE relationEvent.relation = ?
        AND relationEvent.partCode IN (\(RelationEvent.Part.opens.code),
          \(RelationEvent.Part.closes.code), ?)
      ORDER BY event.day, event.lastDay, event.id
      """)
    var result: [RelationEvent.Part: [String]] = [:]
    try statement.forEach {
      $0.add(relation)
      $0.add(withSupport ? RelationEvent.Part.supports : .opens)
    } _: { row in
      guard let part: RelationEvent.Part = row.code(0) else { return }
      result[part, default: []].append(row.withBytes(1) { HexID.text(of: $0) })
    }
    return result
  }
}
