import Foundation
import GRDB

/// The file of a database: whether it can be opened and is one of ours, before it is touched.
struct DatabaseFile {
  let path: String

  /// The folder that it lies in.
  var folder: String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }

  /// The schema of a file.
  struct State {
    /// The version that it says it has.
    var version: Int
    /// Whether it is this program's, and all that belongs to it has been worked out.
    var isComplete: Bool
  }

  /// Checks that there is a file to read; whose it is, `state` tells.
  func checkForReading() throws {
    guard try exists() else { throw StoreError.missingFile(path: path) }
    guard !isEmpty else { throw StoreError.notSQLite(path: path) }
  }

  /// Checks a file that is to be written, or the folder it is to be made in.
  /// - Returns: whether there is a file.
  func checkForWriting() throws -> Bool {
    guard try exists() else {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
        isFolder.boolValue
      else { throw StoreError.missingFolder(path: path, folder: folder) }
      guard FileManager.default.isWritableFile(atPath: folder) else {
        throw StoreError.readOnly(path: path)
      }
      return false
    }
    // SQLite writes its log beside the file, so that the folder must be writable too.
    guard FileManager.default.isWritableFile(atPath: path),
      FileManager.default.isWritableFile(atPath: folder)
    else { throw StoreError.readOnly(path: path) }
    guard !isEmpty else { return true }
    do {
      try confirmWritable(mayRecover: false)
    } catch StoreError.readOnly {
      // Its last writer was killed while it made the file: only a writer can undo what that left.
      try confirmWritable(mayRecover: true)
    }
    return true
  }

  private func exists() throws -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return false }
    guard !isFolder.boolValue else { throw StoreError.isFolder(path: path) }
    return true
  }

  private var isEmpty: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_size == 0
  }

  /// Confirms that the file is ours or holds nothing yet, over a connection that changes nothing if
  /// it can be.
  private func confirmWritable(mayRecover: Bool) throws {
    var configuration = Configuration()
    configuration.readonly = !mayRecover
    configuration.busyMode = .timeout(5)
    let name = SQLiteName(path)
    let database = try StoreError.translating(path: path) {
      try DatabaseQueue(
        path: mayRecover ? name.text : name.textForReading, configuration: configuration)
    }
    _ = try state(in: database, mayBeNew: true)
  }

  /// Reads `application_id` and `user_version`.
  /// - Throws: `StoreError`, when the file is another program's or of a newer version.
  func state(in database: some DatabaseReader, mayBeNew: Bool = false) throws -> State {
    let marks = try StoreError.translating(path: path) {
      try database.read { db in
        (
          application: try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
          version: try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
          isEmpty: try mayBeNew && Schema.isEmpty(db), isComplete: try Schema.isComplete(db)
        )
      }
    }
    if mayBeNew, marks.application == 0, marks.version == 0, marks.isEmpty {
      return State(version: 0, isComplete: false)
    }
    guard marks.application == Schema.applicationID else {
      throw StoreError.otherApplication(path: path)
    }
    guard marks.version <= Schema.version else {
      throw StoreError.newerSchema(path: path, found: marks.version, known: Schema.version)
    }
    return State(version: marks.version, isComplete: marks.isComplete)
  }
}
