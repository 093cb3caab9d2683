import CSQLiteSettings
import Foundation

/// The name by which SQLite is told of a file.
struct SQLiteName {
  private let path: String

  /// Makes the name of the file at a path.
  init(_ path: String) {
    self.path = path
  }

  /// The name of a file that may be written.
  var text: String {
    _ = Self.knowsURIs
    return path.hasPrefix("file:") ? "./" + path : path
  }

  /// The name of a file that is only to be read.
  ///
  /// To read a database with a write-ahead log, SQLite makes files beside it. Where it cannot, in a
  /// folder that is not writable, and no log holds changes, it reads the file as one that never
  /// changes.
  var textForReading: String {
    guard isOnlyReadable, Self.knowsURIs else { return text }
    return "file:\(escapedPath)?immutable=1"
  }

  /// Whether `textForReading` stands for a file that SQLite takes for unchangeable.
  var isOnlyReadable: Bool {
    let manager = FileManager.default
    guard !manager.isWritableFile(atPath: DatabaseFile(path: path).folder) else { return false }
    let log = try? manager.attributesOfItem(atPath: path + "-wal")
    return (log?[.size] as? Int ?? 0) == 0
  }

  private var escapedPath: String {
    path.utf8.reduce(into: "") { text, byte in
      let isPlain = byte < 0x80 && !"%?#".utf8.contains(byte) && byte > 0x20
      text += isPlain ? String(UnicodeScalar(byte)) : "%" + Self.digits(of: byte)
    }
  }

  private static func digits(of byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  /// Whether SQLite understands names with parameters: not when somebody used it before us.
  private static let knowsURIs: Bool = {
    // Nobody asks for the numbers; when it is too late to do without them, nothing is lost.
    _ = casus_sqlite_stop_counting_memory()
    return casus_sqlite_allow_uris() == 0
  }()
}
