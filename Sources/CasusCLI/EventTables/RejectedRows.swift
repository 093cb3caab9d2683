import CasusModel
import CasusReading
import Foundation

/// The rows of tables that were not taken: counted by reason, and kept in a file if one is wanted.
struct RejectedRows {
  /// A kind of fault with how many rows have it, and the first of them.
  private struct Count {
    /// The reason of all these rows; `nil` where they have several.
    var reason: String?
    var count: Int
    var firstLine: Int
    var isSound: Bool
    /// Whether it is no row, but why the table cannot be read to its end.
    var isEnd: Bool

    /// What is told first: why reading ended, then rejected rows, then those that are set aside.
    var weight: Int { isEnd ? 0 : isSound ? 2 : 1 }
  }

  /// Kinds are told apart up to this many; the rest is counted together.
  private static let kindLimit = 1000
  private static let shownKinds = 8

  private(set) var count = 0
  /// How many of them are not as they should be.
  private(set) var faultCount = 0
  private var kinds: [String: Count] = [:]
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
    let isTold = kinds.count < Self.kindLimit || kinds[row.kind] != nil
    let kind = isTold ? row.kind : "other reasons"
    var found =
      kinds[kind]
      ?? Count(
        reason: row.reason, count: 0, firstLine: row.line, isSound: row.isSound,
        isEnd: row.bytes.isEmpty)
    found.count += 1
    if found.reason != row.reason { found.reason = nil }
    if !row.isSound { found.isSound = false }
    kinds[kind] = found
    guard file != nil else { return }
    pending += Data("\(row.file):\(row.line)\t\(row.reason)\t".utf8)
    pending += row.bytes + [UInt8(ascii: "\n")]
    if pending.count > 1 << 20 { try write() }
  }

  /// Says why rows of a file were not taken and forgets it: of many reasons those of rejected rows
  /// before those of rows set aside, then the most frequent, in the order of their lines.
  mutating func tell(of path: String) throws {
    try write()
    let sorted = kinds.sorted {
      ($0.value.weight, $1.value.count, $0.key) < ($1.value.weight, $0.value.count, $1.key)
    }
    let shown = sorted.prefix(Self.shownKinds).sorted { $0.value.firstLine < $1.value.firstLine }
    for (kind, found) in shown {
      let rows = Counted.text(found.count, "row")
      let what = found.isSound ? "set aside" : "rejected"
      let account = found.isEnd ? "" : "\(rows) \(what): "
      StandardError.write(
        line: "casus: \(path):\(found.firstLine): \(account)\(found.reason ?? kind)")
    }
    for isSound in [false, true] {
      let rest = sorted.dropFirst(Self.shownKinds).filter { $0.value.isSound == isSound }
        .reduce(0) { $0 + $1.value.count }
      guard rest > 0 else { continue }
      let rows = Counted.text(rest, "more row")
      let what = isSound ? "set aside" : "rejected"
      StandardError.write(line: "casus: \(path): \(rows) \(what) for other reasons")
    }
    if !sorted.isEmpty, self.path == nil {
      StandardError.write(line: "casus: \(path): --rejects FILE keeps such rows with their reasons")
    }
    kinds = [:]
  }

  private mutating func write() throws {
    guard let file, !pending.isEmpty else { return }
    do {
      try file.write(contentsOf: pending)
    } catch {
      throw CommandFailure(.unreadable, "\(path ?? ""): \(OutputFile.advice(after: error))")
    }
    pending = Data()
  }
}
