import Foundation
import GRDB

/// The file of a database: whether it can be opened and is one of ours, before it is touched.
struct DatabaseFile {
  let path: String

  /// Checks a file that is to be read.
  /// - Returns: the version of its schema.
  func checkForReading() throws -> Int {
    guard try exists() else { throw StoreError.missingFile(path: path) }
    guard try !isEmpty() else { throw StoreError.notSQLite(path: path) }
    return try checkMarks(mayBeNew: false)
  }

  /// Checks a file that is to be written, or the folder it is to be made in.
  func checkForWriting() throws {
    let folder = (path as NSString).deletingLastPathComponent
    let folderPath = folder.isEmpty ? "." : folder
    guard try exists() else {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: folderPath, isDirectory: &isFolder),
        isFolder.boolValue
      else { throw StoreError.missingFolder(path: path, folder: folderPath) }
      guard FileManager.default.isWritableFile(atPath: folderPath) else {
        throw StoreError.readOnly(path: path)
      }
      return
    }
    // SQLite writes its log beside the file, so that the folder must be writable too.
    guard FileManager.default.isWritableFile(atPath: path),
      FileManager.default.isWritableFile(atPath: folderPath)
    else { throw StoreError.readOnly(path: path) }
    guard try !isEmpty() else { return }
    _ = try checkMarks(mayBeNew: true)
  }

  private func exists() throws -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return false }
    guard !isFolder.boolValue else { throw StoreError.isFolder(path: path) }
    return true
  }

  private func isEmpty() throws -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? Int) == 0
  }

  /// Reads `application_id` and `user_version` over a connection that changes nothing.
  private func checkMarks(mayBeNew: Bool) throws -> Int {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    let marks = try StoreError.translating(path: path) {
      try DatabaseQueue(path: path, configuration: configuration).read { db in
        (
          application: try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
          version: try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
          tables: try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        )
      }
    }
    if mayBeNew, marks == (0, 0, 0) { return 0 }
    guard marks.application == Schema.applicationID else {
      throw StoreError.otherApplication(path: path)
    }
    guard marks.version <= Schema.version else {
      throw StoreError.newerSchema(path: path, found: marks.version, known: Schema.version)
    }
    return marks.version
  }
}
