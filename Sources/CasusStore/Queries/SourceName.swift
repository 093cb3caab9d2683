public import CasusModel
import GRDB

/// Somebody who says so, as people name them: a publisher by name, or whoever is quoted by name in any
/// language or by identifier.
public struct SourceName: Sendable {
  private let folded: String
  private let actors: [ActorID]

  /// - Parameters:
  ///   - name: the publisher's name, or the name or identifier of whoever is quoted.
  ///   - store: the database that knows the actors.
  /// - Throws: `StoreError`, when the database cannot be read.
  public init(_ name: String, in store: EventStore) throws {
    self = try store.read { try SourceName(name, in: $0) }
  }

  init(_ name: String, in db: Database) throws {
    // Whoever is quoted need not be among the actors of the database.
    self.init(name, actors: try ActorNames(db: db).candidates(name) + [ActorID(rawValue: name)])
  }

  /// A publisher, whoever else is called so.
  init(publisher: String) { self.init(publisher, actors: []) }

  private init(_ name: String, actors: [ActorID]) {
    folded = FoldedName.fold(name)
    self.actors = actors
  }

  /// Whether it is the publisher, or among those the words are attributed to.
  ///
  /// `USA` matches what is attributed to any American body; `MEDIA:Name` is found by its name too.
  func matches(publisher: String?, attribution: [String]) -> Bool {
    if let publisher {
      let name = FoldedName.fold(publisher)
      if name == folded || PublisherNames.split(name).contains(folded) { return true }
    }
    return attribution.contains { name in
      let id = ActorID(rawValue: name)
      return actors.contains { $0 == id || $0 == id.rolledUp || name.hasPrefix("\($0).") }
        || FoldedName.fold(name) == folded || FoldedName.fold(name).hasSuffix(":" + folded)
    }
  }
}

extension Evidence {
  /// Whether a source says these words.
  /// - Parameters:
  ///   - source: a publisher or somebody quoted.
  ///   - article: the article of the words.
  /// - Returns: `true` for the publisher, and for those whom the words are attributed to.
  public func isSaid(by source: SourceName, in article: Article?) -> Bool {
    source.matches(publisher: article?.publisher, attribution: attribution)
  }
}
