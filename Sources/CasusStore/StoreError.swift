/// What can go wrong with a database: facts, worded in one place, each in one line.
public enum StoreError: Error, Hashable, Sendable {
  /// There is no file to read.
  case missingFile(path: String)
  /// The folder that should hold the file does not exist.
  case missingFolder(path: String, folder: String)
  /// The path names a folder.
  case isFolder(path: String)
  /// The file is not an SQLite database.
  case notSQLite(path: String)
  /// The file is an SQLite database of another program.
  case otherApplication(path: String)
  /// The file was written by a later version of the schema.
  case newerSchema(path: String, found: Int, known: Int)
  /// The file was written by an earlier version of the schema and cannot be brought to this one.
  case olderSchema(path: String, found: Int, known: Int)
  /// The file is damaged.
  case damaged(path: String)
  /// Another program kept the file locked for longer than the store waits.
  case locked(path: String)
  /// The file or its folder cannot be written.
  case readOnly(path: String)
  /// The file cannot be opened.
  case unreadable(path: String, reason: String)
  /// The disk is full.
  case diskFull(path: String)
  /// The disk cannot be read or written.
  case diskFailure(path: String, reason: String)
  /// The file was removed, or another one put in its place, while it was written.
  case replaced(path: String)
  /// SQLite refused for another reason.
  case failed(path: String, reason: String)
  /// The store was opened for reading and is asked to write.
  case openedForReading(path: String)
  /// No actor has that name or identifier.
  case unknownActor(name: String, nearest: [String])
  /// Several actors have that name.
  case ambiguousActor(name: String, candidates: [String])
  /// Nobody who is called so publishes or is quoted.
  case unknownSource(name: String, nearest: [String])
  /// No event has an identifier that starts so.
  case unknownEvent(prefix: String)
  /// An event had an identifier that starts so until the article that told of it was replaced by a corrected
  /// one; what that tells in its place.
  case correctedEvent(prefix: String, article: String, now: [String])
  /// Several events have an identifier that starts so.
  case ambiguousEvent(prefix: String, candidates: [String])
  /// No article has an identifier that starts so, nor such a path or address.
  case unknownArticle(name: String)
  /// Several articles have an identifier that starts so, or such a path or address.
  case ambiguousArticle(name: String, candidates: [String])
  /// No decision has an identifier that starts so.
  case unknownDecision(prefix: String)
  /// Several decisions have an identifier that starts so.
  case ambiguousDecision(prefix: String, candidates: [String])
  /// A decision that makes no sense for its event.
  case impossibleDecision(reason: String)
  /// A question in SQL that SQLite does not understand, or that would change something.
  case refusedSQL(reason: String)
  /// The words to search for hold no letter or digit.
  case emptySearch(words: String)

  /// The family that an error belongs to.
  public enum Kind: Hashable, Sendable {
    /// The file holds something else than it should.
    case badData
    /// The file cannot be read or written.
    case inputOutput
    /// What the user named does not exist.
    case usage
  }

  /// The family that the error belongs to.
  public var kind: Kind {
    switch self {
    case .notSQLite, .otherApplication, .newerSchema, .olderSchema, .damaged: .badData
    case .unknownActor, .ambiguousActor, .unknownEvent, .correctedEvent, .ambiguousEvent: .usage
    case .emptySearch, .unknownSource: .usage
    case .unknownArticle, .ambiguousArticle, .unknownDecision, .ambiguousDecision: .usage
    case .impossibleDecision, .refusedSQL: .usage
    default: .inputOutput
    }
  }

  /// The exit code of `sysexits.h`: 64 for usage, 65 for bad data, 74 for input and output.
  public var exitCode: Int32 {
    switch kind {
    case .usage: 64
    case .badData: 65
    case .inputOutput: 74
    }
  }
}

extension StoreError: CustomStringConvertible {
  /// One line that says what is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .missingFile(let path):
      "\(path): no such database; import articles first, or name another file with --db"
    case .missingFolder(let path, let folder):
      "\(path): the folder \(folder) does not exist; make it first, or name another file with --db"
    case .isFolder(let path):
      "\(path): is a folder; name a database file with --db"
    case .notSQLite(let path):
      "\(path): is not an SQLite database; name another file with --db"
    case .otherApplication(let path):
      "\(path): is an SQLite database, but not one of Casus; name another file with --db"
    case .newerSchema(let path, let found, let known):
      "\(path): has schema \(found), this version knows up to \(known); update casus"
    case .olderSchema(let path, let found, let known) where found == known:
      "\(path): has a schema that was not finished, and cannot be written; make it writable once, or "
        + "copy it"
    case .olderSchema(let path, let found, let known):
      "\(path): has schema \(found) and must be brought to \(known), but cannot be written; make it "
        + "writable once, or copy it"
    case .damaged(let path):
      "\(path): the database is damaged; restore a copy or import the articles again"
    case .locked(let path):
      "\(path): locked by another program for too long; try again when it has finished"
    case .readOnly(let path):
      "\(path): cannot be written; check the rights of the file and its folder"
    case .unreadable(let path, let reason):
      "\(path): cannot be opened (\(reason)); check the rights of the file and its folder"
    case .diskFull(let path):
      "\(path): the disk is full; free some space and run the command again"
    case .diskFailure(let path, let reason):
      "\(path): cannot be read or written further (\(reason)); check the disk and its free space, then "
        + "run the command again"
    case .replaced(let path):
      "\(path): was removed or replaced by another program meanwhile, and what was written since is "
        + "not in it; run the command again"
    case .failed(let path, let reason):
      "\(path): \(reason)"
    case .openedForReading(let path):
      "\(path): was opened for reading; open it for writing to change it"
    default: nameDescription
    }
  }

  private var nameDescription: String {
    switch self {
    case .unknownActor(let name, let nearest):
      nearest.isEmpty
        ? "unknown actor '\(name)'; see casus actors"
        : "unknown actor '\(name)'; did you mean \(Self.alternatives(nearest))?"
    case .unknownSource(let name, let nearest):
      "no publisher or speaker is called '\(name)'"
        + (nearest.isEmpty ? "" : "; did you mean \(Self.alternatives(nearest))?")
    case .ambiguousActor(let name, let candidates):
      "'\(name)' names several actors; say which: \(Self.alternatives(candidates))"
    case .unknownEvent(let prefix):
      "no event has an identifier that starts with '\(prefix)'; see casus events"
    case .correctedEvent(let prefix, let article, let now):
      "event '\(prefix)' is no more: a corrected version of its article took its place, \(article), which "
        + (now.isEmpty
          ? "does not tell of it" : "tells \(Self.alternatives(now)) instead")
    case .ambiguousEvent(let prefix, let candidates):
      "several events start with '\(prefix)'; give more digits: \(Self.some(candidates))"
    case .unknownArticle(let name):
      "no article has the identifier, path or address '\(name)'; see casus search"
    case .ambiguousArticle(let name, let candidates):
      "several articles are meant by '\(name)'; say which: \(Self.some(candidates))"
    case .unknownDecision(let prefix):
      "no decision has an identifier that starts with '\(prefix)'; see casus review --list"
    case .ambiguousDecision(let prefix, let candidates):
      "several decisions start with '\(prefix)'; give more digits: "
        + Self.some(candidates)
    case .impossibleDecision(let reason), .refusedSQL(let reason): reason
    case .emptySearch(let words):
      "nothing to search for in '\(words)'; give at least one word"
    default: ""
    }
  }

  /// How many candidates are looked up; there may be more.
  static let candidateCount = 5

  private static func some(_ names: [String]) -> String {
    names.count < candidateCount
      ? alternatives(names) : names.joined(separator: ", ") + " or others"
  }

  private static func alternatives(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}
