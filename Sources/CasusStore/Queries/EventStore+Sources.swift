import CasusModel
import Foundation
import GRDB

extension EventStore {
  /// Makes sure that a name is that of a publisher, of somebody quoted or of an actor: one that is mistyped
  /// finds nothing, just as one that says nothing.
  ///
  /// It looks through all articles, so it is for when nothing was found.
  /// - Throws: `StoreError.unknownSource` with the nearest known names.
  public func confirmSource(_ name: String) throws {
    try read { db in
      let actors = ActorNames(db: db)
      guard try actors.candidates(name).isEmpty else { return }
      let folded = FoldedName.fold(name)
      var near = NearNames(to: folded)
      for source in try Self.sources(in: db) {
        let known = FoldedName.fold(source)
        if known == folded || known.hasSuffix(":" + folded) { return }
        if PublisherNames.split(known).contains(folded) { return }
        near.consider(source, folded: known, of: source)
      }
      var named = near.found.map(\.name)
      if named.isEmpty {
        try actors.consider(for: &near)
        named = near.found.map { "\($0.name) (\($0.bearer))" }
      }
      throw StoreError.unknownSource(name: name, nearest: named)
    }
  }

  /// Publishers and whoever is quoted, as the articles call them.
  private static func sources(in db: Database) throws -> Set<String> {
    var result = try String.fetchSet(
      db, sql: "SELECT DISTINCT publisher FROM article WHERE publisher IS NOT NULL")
    let quoted = try String.fetchAll(
      db, sql: "SELECT DISTINCT attribution FROM evidence WHERE attribution <> '[]'")
    for list in quoted {
      result.formUnion((try? JSONDecoder().decode([String].self, from: Data(list.utf8))) ?? [])
    }
    return result
  }
}
