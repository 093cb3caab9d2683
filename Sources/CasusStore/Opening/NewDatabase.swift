import Foundation
import GRDB

/// Makes the file of a new database whole or not at all, whenever the program is killed.
///
/// The tables are made in a file of another name beside it, which then gets the right name at once:
/// nobody ever sees a database without its tables. Killed before that, the program leaves
/// `NAME.new-PROCESS-…` behind, and the next one that makes a database there removes it.
struct NewDatabase {
  let path: String

  /// Makes the file, unless there is one; of several programs that do so at once, one makes it.
  /// - Throws: what SQLite throws.
  func make() throws {
    removeLeftovers()
    let process = ProcessInfo.processInfo.processIdentifier
    let draft = path + Self.mark + "\(process)-\(UInt16.random(in: 0 ... .max))"
    defer { Self.remove(draft) }
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA page_size = \(Self.pageSize)") }
    let database = try DatabasePool(
      path: SQLiteName(draft).text, configuration: configuration)
    try Schema.migrate(database)
    // Closing does this too, and keeps silent where it fails.
    _ = try database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    try database.close()
    alone {
      guard !FileManager.default.fileExists(atPath: path) else { return }
      // The log of a database that was removed would be taken for one of the new database.
      for ending in Self.endings.dropFirst() { unlink(path + ending) }
      // Where the file system knows no links, the database is made in its place when it is opened.
      _ = link(draft, path)
    }
  }

  /// Does something while no other program makes a database in the folder.
  private func alone(_ body: () -> Void) {
    let descriptor = open(DatabaseFile(path: path).folder, O_RDONLY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    if descriptor >= 0 { flock(descriptor, LOCK_EX) }
    body()
  }

  /// Twice what SQLite takes by itself.
  ///
  /// The trees of the indexes are lower, and an import splits and looks up fewer pages. Much larger
  /// ones cost more to write when few of their rows change.
  private static let pageSize = 8192

  private static let mark = ".new-"

  private static func remove(_ draft: String) {
    for ending in endings { unlink(draft + ending) }
  }

  /// What SQLite appends to the names of a database's files.
  private static let endings = ["", "-wal", "-shm", "-journal"]

  /// Removes what programs left here that no longer run.
  private func removeLeftovers() {
    let name = (path as NSString).lastPathComponent
    let folder = DatabaseFile(path: path).folder
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder)
    for file in files ?? [] where file.hasPrefix(name + Self.mark) {
      let number = file.dropFirst(name.count + Self.mark.count).prefix { $0 != "-" }
      guard let process = pid_t(number), process > 0, kill(process, 0) != 0, errno == ESRCH else {
        continue
      }
      unlink((folder as NSString).appendingPathComponent(file))
    }
  }
}
