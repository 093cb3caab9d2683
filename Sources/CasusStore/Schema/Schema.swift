import GRDB

/// The tables of the database, and the marks that say that a file is ours.
enum Schema {
  /// `CASU` in ASCII, in the file's header as `application_id`.
  static let applicationID = 0x4341_5355
  /// The schema that this version writes, in the file's header as `user_version`.
  static let version = 6

  /// Brings a database to the newest schema, or through some migration, to see what comes of that.
  static func migrate(_ database: some DatabaseWriter, upTo migration: String? = nil) throws {
    do {
      if let migration { return try migrator.migrate(database, upTo: migration) }
      try migrator.migrate(database)
    } catch let error as DatabaseError where error.resultCode != .SQLITE_BUSY {
      // Another process may have made the same tables between our look and our transaction.
      guard try database.read(migrator.hasCompletedMigrations) else { throw error }
    }
  }

  /// Whether there are no tables yet, but for the one that counts the migrations.
  static func isEmpty(_ db: Database) throws -> Bool {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'")
      == 0
  }

  /// Whether all migrations are done, those of values too.
  static func isComplete(_ db: Database) throws -> Bool {
    try migrator.hasCompletedMigrations(db)
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: SchemaVersion1.sql)
      // GRDB keeps its own table of migrations and leaves both marks at 0.
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("2") { db in
      try db.execute(sql: SchemaVersion2.sql)
      try db.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("3") { db in
      try db.execute(sql: SchemaVersion3.sql)
      try db.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("4") { db in
      try db.execute(sql: SchemaVersion4.sql)
      try db.execute(sql: "PRAGMA user_version = 4")
    }
    migrator.registerMigration("5") { db in
      try db.execute(sql: SchemaVersion5.sql)
      try db.execute(sql: "PRAGMA user_version = 5")
    }
    migrator.registerMigration("6") { db in
      try db.execute(sql: SchemaVersion6.sql)
      try db.execute(sql: "PRAGMA user_version = 6")
    }
    // Values come after the tables of all versions: a new version goes above this line.
    migrator.registerMigration("2 values") { db in
      try SchemaVersion2.fill(db)
      // The first databases of version 3 come to version 2 after it.
      try db.execute(sql: "PRAGMA user_version = \(version)")
    }
    return migrator
  }
}
