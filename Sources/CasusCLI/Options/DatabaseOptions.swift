import ArgumentParser
import CasusModel
import CasusStore
import Foundation

/// Which database.
struct DatabaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The database; $CASUS_DB, else casus.db, otherwise.", valueName: "file"))
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
    try EventStore(path: path, access: .writing(catalog), onWait: Self.say)
  }

  private static func say(_ line: String) {
    StandardError.write(line: "casus: \(line)")
  }
}
