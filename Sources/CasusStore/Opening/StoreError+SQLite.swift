import Foundation
import GRDB

extension StoreError {
  /// Runs something on a database and says its SQLite errors in our words.
  static func translating<Result>(path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  private init(_ error: DatabaseError, path: String) {
    let reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    self =
      switch error.resultCode {
      case .SQLITE_NOTADB: .notSQLite(path: path)
      case .SQLITE_CORRUPT: .damaged(path: path)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(path: path)
      case .SQLITE_READONLY: .readOnly(path: path)
      case .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN: .unreadable(path: path, reason: reason)
      case .SQLITE_FULL: .diskFull(path: path)
      case .SQLITE_IOERR: .diskFailure(path: path, reason: reason)
      default: .failed(path: path, reason: reason)
      }
  }
}
