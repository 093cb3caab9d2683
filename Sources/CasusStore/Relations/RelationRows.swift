import CasusModel
import GRDB

/// Writes rows of `relation` and `relationEvent`: only what is not there already.
struct RelationRows {
  let db: Database
  let actors: ActorKeys

  /// Puts some relations in the place of others: those of the same identifier stay where they are.
  /// - Parameters:
  ///   - old: the keys of the rows that the relations take the place of.
  ///   - relations: the relations.
  ///   - eventKeys: the keys of their events, by identifier.
  /// - Throws: what SQLite throws.
  func replace(_ old: [Int64], with relations: [Relation], eventKeys: [String: Int64]) throws {
    let identifier = try FastStatement(db, "SELECT id FROM relation WHERE key = ?")
    let delete = try FastStatement(db, "DELETE FROM relation WHERE key = ?")
    let deleteEvents = try FastStatement(db, "DELETE FROM relationEvent WHERE relation = ?")
    let ids = Set(relations.map(\.id))
    var kept: [String: Int64] = [:]
    for key in old {
      var id = ""
      try identifier.first({ $0.add(key) }) { id = $0.withBytes(0) { HexID.text(of: $0) } }
      if ids.contains(id) {
        kept[id] = key
      } else {
        try deleteEvents.run { $0.add(key) }
        try delete.run { $0.add(key) }
      }
    }
    for relation in relations {
      let key = try kept[relation.id].map { try update($0, to: relation) } ?? insert(relation)
      try write(relation, key: key, isNew: kept[relation.id] == nil, eventKeys: eventKeys)
    }
  }

  /// Adds an event to what supports a relation.
  func addSupport(_ event: Int64, to relation: Int64) throws {
    let insert = try FastStatement(
      db, "INSERT OR IGNORE INTO relationEvent (relation, partCode, event) VALUES (?, ?, ?)")
    try insert.run {
      $0.add(relation)
      $0.add(RelationEvent.Part.supports)
      $0.add(event)
    }
  }

  private func insert(_ relation: Relation) throws -> Int64 {
    let insert = try FastStatement(
      db,
      """
      INSERT INTO relation (id, kind, source, target, isSymmetric, polarity, validity, state,
        day, lastDay)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    let bounds = SortDay.bounds(of: relation.validity)
    let (source, target) = (
      try actors.key(of: relation.source), try actors.key(of: relation.target)
    )
    try insert.run {
      $0.add(HexID.array(of: relation.id))
      $0.add(relation.kind)
      $0.add(source)
      $0.add(target)
      $0.add(relation.isSymmetric)
      $0.add(relation.polarity)
      $0.add(relation.validity?.rawValue)
      $0.add(relation.state.rawValue)
      $0.add(bounds.day)
      $0.add(bounds.lastDay)
    }
    return db.lastInsertedRowID
  }

  /// Writes what may change of a relation whose kind, actors and first event are the same.
  private func update(_ key: Int64, to relation: Relation) throws -> Int64 {
    let update = try FastStatement(
      db,
      """
      UPDATE relation SET validity = ?2, state = ?3, day = ?4, lastDay = ?5, polarity = ?6
      WHERE key = ?1 AND (validity IS NOT ?2 OR state <> ?3 OR polarity <> ?6)
      """)
    let bounds = SortDay.bounds(of: relation.validity)
    try update.run {
      $0.add(key)
      $0.add(relation.validity?.rawValue)
      $0.add(relation.state.rawValue)
      $0.add(bounds.day)
      $0.add(bounds.lastDay)
      $0.add(relation.polarity)
    }
    return key
  }

  private struct Part: Hashable {
    let part: Int
    let event: Int64
  }

  private func write(
    _ relation: Relation, key: Int64, isNew: Bool, eventKeys: [String: Int64]
  ) throws {
    var known: Set<Part> = []
    if !isNew {
      let select = try FastStatement(
        db, "SELECT partCode, event FROM relationEvent WHERE relation = ?")
      try select.forEach({ $0.add(key) }) {
        known.insert(Part(part: $0.int(0), event: $0.integer(1)))
      }
    }
    let insert = try FastStatement(
      db, "INSERT INTO relationEvent (relation, partCode, event) VALUES (?, ?, ?)")
    for (part, ids) in relation.parts {
      for id in ids {
        guard let event = eventKeys[id] else { continue }
        guard known.remove(Part(part: part.code, event: event)) == nil else { continue }
        try insert.run {
          $0.add(key)
          $0.add(part)
          $0.add(event)
        }
      }
    }
    let delete = try FastStatement(
      db, "DELETE FROM relationEvent WHERE relation = ? AND partCode = ? AND event = ?")
    for old in known {
      try delete.run {
        $0.add(key)
        $0.add(old.part)
        $0.add(old.event)
      }
    }
  }
}

extension Relation {
  /// The events by what they do to the relation.
  var parts: [(part: RelationEvent.Part, ids: [String])] {
    [(.opens, opening), (.supports, supporting), (.closes, closing)]
  }
}
