import CasusModel
import GRDB

/// What the identity of events depends on apart from the statements, see `docs/identity.md`.
struct IdentityRules {
  /// Counts the changes of `EventMerger`, `ObjectMatch`, `WayMatch`, `DateSpan` and `EventGroup` that may unite
  /// other statements than before: a database of an older version is worked out anew.
  static let version = 5

  let catalog: EventCatalog

  /// Whether the events of a group are acts that happen once, until they are undone.
  func isSingular(_ group: EventGroup) -> Bool {
    catalog.isSingular(group.type, mode: group.mode)
  }

  /// The rules in one text, to be compared with those of an earlier import.
  var text: String {
    let modes = catalog.types.flatMap { type, info in
      info.modes.filter(\.value.isSingular).keys.map { "\(type)/\($0)" }
    }
    return (["\(Self.version)"] + modes.sorted() + [catalog.places.hash]).joined(separator: " ")
  }

  /// Whether the events of a database were worked out by these rules.
  func areThose(of db: Database) throws -> Bool {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM setting WHERE name = 'identityRules'")) == text
  }
}
