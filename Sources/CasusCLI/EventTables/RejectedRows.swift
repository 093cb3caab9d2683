import CasusReading
import Foundation

/// The rows of tables that were not taken: counted by reason, and kept in a file if one is wanted.
struct RejectedRows {
  /// A reason with how many rows it is that of, and the first of them.
  private struct Count {
    var count: Int
    var firstLine: Int
    var isSound: Bool
  }

  /// Reasons are told apart up to this many; the rest is counted together.
  private static let reasonLimit = 1000
  private static let shownReasons = 8

  private(set) var count = 0
  /// How many of them are not as they should be.
  private(set) var faultCount = 0
  private var reasons: [String: Count] = [:]
  private var file: FileHandle?
  private var pending = Data()
  private let path: String?

  /// Starts the file, if one is wanted and it is none of those that are read.
  init(path: String?, sparing inputs: [String]) throws {
    self.path = path
    guard let path else { return }
    try OutputFile.confirm(path, sparing: inputs)
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw CommandFailure(.unreadable, "\(path): cannot be written; check the path") }
    self.file = file
  }

  /// Counts a row and keeps it: its place, the reason and the row as it stands, with tabs between.
  mutating func add(_ row: RejectedRow) throws {
    count += 1
    if !row.isSound { faultCount += 1 }
    let reason =
      reasons.count < Self.reasonLimit || reasons[row.reason] != nil
      ? row.reason : "other reasons"
    reasons[reason, default: Count(count: 0, firstLine: row.line, isSound: row.isSound)].count += 1
    guard file != nil else { return }
    pending += Data("\(row.file):\(row.line)\t\(row.reason)\t".utf8)
    pending += row.bytes + [UInt8(ascii: "\n")]
    if pending.count > 1 << 20 { try write() }
  }

  /// Says why rows of a file were not taken, the most frequent reason first, and forgets it.
  mutating func tell(of path: String) throws {
    try write()
    let sorted = reasons.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    for (reason, found) in sorted.prefix(Self.shownReasons) {
      let rows = found.count == 1 ? "1 row" : "\(found.count) rows"
      let what = found.isSound ? "set aside" : "rejected"
      StandardError.write(
        line: "casus: \(path):\(found.firstLine): \(rows) \(what): \(reason)")
    }
    let rest = sorted.dropFirst(Self.shownReasons).reduce(0) { $0 + $1.value.count }
    if rest > 0 { StandardError.write(line: "casus: \(path): \(rest) rows for other reasons") }
    if !sorted.isEmpty, self.path == nil {
      StandardError.write(line: "casus: \(path): --rejects FILE keeps such rows with their reasons")
    }
    reasons = [:]
  }

  private mutating func write() throws {
    guard let file, !pending.isEmpty else { return }
    do {
      try file.write(contentsOf: pending)
    } catch {
      throw CommandFailure(.unreadable, "\(path ?? ""): cannot be written; is the disk full?")
    }
    pending = Data()
  }
}
