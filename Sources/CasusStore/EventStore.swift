public import CasusModel
import Foundation
import GRDB

/// The graph in an SQLite file: articles go in with their statements, events and relations come out.
///
/// Any number of programs may read a database while one imports into it; a reader sees whole
/// batches only. A second import waits for the first.
///
/// ```swift
/// let store = try EventStore(path: "casus.db", access: .writing(catalog))
/// try store.register(actors: registry.actors, names: registry.names)
/// try store.add(article, statements: statements)
/// let events = try store.events(matching: EventFilter(actors: ["PRK"]))
/// ```
public final class EventStore: Sendable {
  /// What a store is opened for.
  public enum Access: Sendable {
    /// Questions only; the file must exist.
    case reading
    /// Import too; the file is made when it is missing. The catalog's rules derive the relations.
    case writing(EventCatalog)
  }

  /// Where the file is.
  public let path: String
  let catalog: EventCatalog?
  private let database: DatabasePool
  /// The file that was opened: SQLite goes on with it when it is removed, and all would be lost.
  private let file: FileIdentity?

  /// Opens a database, and makes it when it is to be written and missing.
  ///
  /// A lock held by another program is waited for.
  /// - Parameters:
  ///   - path: the file.
  ///   - access: what it is opened for.
  ///   - patience: for how many seconds at most.
  ///   - onWait: told once, in one line, each time that another program makes this one wait.
  /// - Throws: `StoreError`, when the file is not ours, too new, locked, missing or not writable.
  public init(
    path: String, access: Access, patience: Int = 5,
    onWait: (@Sendable (String) -> Void)? = nil
  ) throws {
    self.path = path
    let files = DatabaseFile(path: path)
    var configuration = Configuration()
    configuration.label = "casus"
    configuration.busyMode = .callback { tries in
      Self.wait(tries: tries, limit: patience * 100) {
        onWait?("\(path): in use by another import; waiting")
      }
    }
    let isToBeWritten = if case .writing = access { true } else { false }
    configuration.prepareDatabase { db in
      // A connection that reads while another one writes forgets all that it knows after each batch.
      let kilobytes = isToBeWritten && db.configuration.readonly ? 16_384 : 65_536
      // With a write-ahead log this keeps the file whole whenever the program is killed. The log
      // may grow to 64 MB, so that pages written again and again go into the file once; what is
      // deleted is not overwritten with zeros.
      try db.execute(
        sql: """
          PRAGMA synchronous = NORMAL; PRAGMA cache_size = -\(kilobytes);
          PRAGMA wal_autocheckpoint = 8192; PRAGMA secure_delete = OFF
          """)
      // SQLite makes a table for each list of allowed values, row by row. What an import writes comes
      // from enumerations; `check` and `repair` look at the rules of the schema all the same.
      if !db.configuration.readonly {
        try Self.setChecks(false, in: db)
        try BulkRows.register(in: db)
      }
    }
    switch access {
    case .reading:
      catalog = nil
      try files.checkForReading()
      var reading = configuration
      reading.readonly = true
      let opened = try Self.openForReading(files, reading)
      if opened.state.isComplete {
        database = opened.database
      } else {
        try StoreError.translating(path: path) { try opened.database.close() }
        try Self.update(path: path, from: opened.state.version, configuration: configuration)
        database = try Self.openForReading(files, reading).database
      }
    case .writing(let catalog):
      self.catalog = catalog
      let isThere = try files.checkForWriting()
      database = try StoreError.translating(path: path) { [configuration] in
        if !isThere { try NewDatabase(path: path).make() }
        let database = try DatabasePool(
          path: SQLiteName(path).text, configuration: configuration)
        try Schema.migrate(database)
        return database
      }
    }
    file = FileIdentity(path: path)
  }

  /// Opens a file to read it, and says what its schema is.
  private static func openForReading(
    _ files: DatabaseFile, _ configuration: Configuration
  ) throws -> (database: DatabasePool, state: DatabaseFile.State) {
    let database = try StoreError.translating(path: files.path) {
      try DatabasePool(
        path: SQLiteName(files.path).textForReading, configuration: configuration)
    }
    return (database, try files.state(in: database))
  }

  /// Brings a database of an older version to the newest schema, before it is read.
  private static func update(
    path: String, from version: Int, configuration: Configuration
  ) throws {
    do {
      _ = try DatabaseFile(path: path).checkForWriting()
    } catch StoreError.readOnly {
      throw StoreError.olderSchema(path: path, found: version, known: Schema.version)
    }
    try StoreError.translating(path: path) {
      let database = try DatabasePool(path: SQLiteName(path).text, configuration: configuration)
      try Schema.migrate(database)
      try database.close()
    }
  }

  /// Lets a connection look at the rules of the schema whenever it writes, or not.
  static func setChecks(_ isOn: Bool, in db: Database) throws {
    try db.execute(sql: "PRAGMA ignore_check_constraints = \(isOn ? "OFF" : "ON")")
  }

  /// Closes the file; the store must not be used after.
  public func close() throws {
    try StoreError.translating(path: path) { try database.close() }
  }

  /// Reads one consistent state of the database.
  func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try StoreError.translating(path: path) { try database.read(body) }
  }

  /// Reads what the last transaction left, also while another one is under way.
  var readSnapshot: Snapshot { { [database] in try database.read($0) } }

  /// Writes in one transaction: all of it or nothing.
  func write<Result>(_ body: (Database, EventCatalog) throws -> Result) throws -> Result {
    try writing { catalog in try database.write { try body($0, catalog) } }
  }

  /// The same for many rows whose references the program itself has just looked up or made.
  ///
  /// SQLite looks up the row that each reference names, which took a fifth of the time of each row.
  /// What refers to a row that goes must be taken out by `body`; `check` looks at all references.
  func writeUnchecked<Result>(
    _ body: (Database, EventCatalog) throws -> Result
  ) throws -> Result {
    try writing { catalog in
      try database.writeWithoutTransaction { db in
        // This has no effect within a transaction.
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
        var result: Result?
        try db.inTransaction {
          result = try body(db, catalog)
          return .commit
        }
        guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        return result
      }
    }
  }

  private func writing<Result>(_ body: (EventCatalog) throws -> Result) throws -> Result {
    guard let catalog else { throw StoreError.openedForReading(path: path) }
    try confirmFile()
    let result = try StoreError.translating(path: path) { try body(catalog) }
    try confirmFile()
    return result
  }

  /// Fails when the file that was opened is not there any more, or another one is in its place.
  private func confirmFile() throws {
    guard FileIdentity(path: path) == file else { throw StoreError.replaced(path: path) }
  }

  /// Waits 10 ms for a lock; `false` gives up.
  private static func wait(tries: Int, limit: Int, onLongWait: () -> Void) -> Bool {
    guard tries < limit else { return false }
    if tries == 20 { onLongWait() }
    Thread.sleep(forTimeInterval: 0.01)
    return true
  }
}
