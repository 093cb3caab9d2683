import ArgumentParser
import CasusModel
import CasusStore
import Foundation

/// Which database.
struct DatabaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The database; $CASUS_DB, else casus.db, otherwise.", valueName: "file"),
    completion: .file())
  var db: String?

  /// The path of the file.
  var path: String {
    if let db { return db }
    let variable = ProcessInfo.processInfo.environment["CASUS_DB"] ?? ""
    return variable.isEmpty ? "casus.db" : variable
  }

  /// Opens the database for questions.
  func openForReading() throws -> EventStore {
    try EventStore(path: path, access: .reading, onWait: Self.say)
  }

  /// Opens the database for import, and makes it if need be.
  func openForWriting(catalog: EventCatalog) throws -> EventStore {
    // Another import may be in the middle of a large batch.
    try EventStore(
      path: path, access: .writing(catalog), patience: Self.patience, onWait: Self.say)
  }

  /// Opens a database that is there, to change it.
  func openToChange(catalog: EventCatalog) throws -> EventStore {
    // A mistyped name must not make a new database.
    try openForReading().close()
    return try openForWriting(catalog: catalog)
  }

  /// How many seconds an import waits for another one.
  private static let patience = 600

  /// Tells people why they wait.
  static func say(_ line: String) {
    StandardError.write(line: "casus: \(line)")
  }
}
