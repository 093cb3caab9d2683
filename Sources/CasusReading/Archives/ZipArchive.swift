import Foundation

/// The entries of a zip archive (APPNOTE 6.3, with zip64): stored and deflated ones can be read.
///
/// Nothing is ever written to disk, so that a name such as `../x` leads nowhere. Entries that lie
/// over each other, the trick of archives that explode, are refused.
struct ZipArchive {
  /// One file in the archive.
  struct Entry: Hashable {
    /// The name with its folders.
    var name: String
    /// How many bytes it takes in the archive.
    var compressedSize: Int
    /// How many bytes the archive says it has.
    var size: Int

    fileprivate var method: Int
    fileprivate var isEncrypted: Bool
    fileprivate var checksum: UInt32
    fileprivate var offset: Int
  }

  /// The path of the archive, for messages.
  let path: String
  /// The entries in the order of the archive's directory, folders left out.
  let entries: [Entry]

  private let bytes: ZipBytes
  private let limits: ReadingLimits

  /// Reads the archive's directory.
  init(_ data: Data, path: String, limits: ReadingLimits) throws(ReadingProblem) {
    self.path = path
    self.limits = limits
    bytes = ZipBytes(data: data)
    guard let directory = ZipDirectory(in: bytes) else {
      throw ReadingProblem(
        file: path, message: "is no whole zip archive; get it again, or save it as .zip")
    }
    guard directory.count <= limits.largestEntryCount else {
      throw ReadingProblem(
        file: path,
        message:
          "holds \(directory.count) files, more than \(limits.largestEntryCount); split it, or "
          + "raise --max-files")
    }
    var entries: [Entry] = []
    var offset = directory.offset
    for _ in 0..<directory.count {
      guard let (entry, next) = Self.entry(in: bytes, at: offset) else {
        throw ReadingProblem(
          file: path, message: "has a damaged directory of its files; get it again")
      }
      if !entry.name.hasSuffix("/") { entries.append(entry) }
      offset = next
    }
    try Self.refuseOverlaps(entries, before: directory.offset, in: path)
    self.entries = entries
  }

  /// The bytes of an entry, decompressed as they are asked for.
  func stream(of entry: Entry, path: String) throws(ReadingProblem) -> ByteStream {
    guard !entry.isEncrypted else {
      throw ReadingProblem(file: path, message: "is encrypted; unpack it with its password first")
    }
    guard let header = bytes.signature(at: entry.offset, is: 0x0403_4b50),
      let nameLength = bytes.integer(at: header + 26, size: 2),
      let extraLength = bytes.integer(at: header + 28, size: 2)
    else {
      throw ReadingProblem(
        file: path, message: "is not where the archive says; get the archive again")
    }
    let start = header + 30 + nameLength + extraLength
    guard let data = bytes.slice(start, entry.compressedSize) else {
      throw ReadingProblem(file: path, message: "is cut off; get the archive again")
    }
    let stored = ByteStream(
      source: ZipEntryBytes(data: data), path: path, limits: limits)
    switch entry.method {
    case 0:
      return ByteStream(
        source: CheckedBytes(stored, checksum: entry.checksum), path: path, limits: limits)
    case 8:
      let inflated = ByteStream(
        source: InflatedBytes(stored, format: .raw), path: path, limits: limits)
      return ByteStream(
        source: CheckedBytes(inflated, checksum: entry.checksum), path: path, limits: limits)
    default:
      throw ReadingProblem(
        file: path,
        message: "is compressed by method \(entry.method), which is not known; "
          + "pack the archive again with zip")
    }
  }

  /// The entry that the directory describes at an offset, and where the next one is described.
  private static func entry(in bytes: ZipBytes, at start: Int) -> (Entry, next: Int)? {
    guard let at = bytes.signature(at: start, is: 0x0201_4b50),
      let flags = bytes.integer(at: at + 8, size: 2),
      let method = bytes.integer(at: at + 10, size: 2),
      let checksum = bytes.integer(at: at + 16, size: 4),
      let compressed = bytes.integer(at: at + 20, size: 4),
      let size = bytes.integer(at: at + 24, size: 4),
      let nameLength = bytes.integer(at: at + 28, size: 2),
      let extraLength = bytes.integer(at: at + 30, size: 2),
      let commentLength = bytes.integer(at: at + 32, size: 2),
      let offset = bytes.integer(at: at + 42, size: 4),
      let name = bytes.slice(at + 46, nameLength)
    else { return nil }
    var entry = Entry(
      name: String(decoding: name, as: UTF8.self), compressedSize: compressed, size: size,
      method: method, isEncrypted: flags & 1 != 0, checksum: UInt32(checksum), offset: offset)
    let extra = at + 46 + nameLength
    guard entry.takeLargeFields(from: bytes, at: extra, length: extraLength) else { return nil }
    return (entry, extra + extraLength + commentLength)
  }

  private static func refuseOverlaps(
    _ entries: [Entry], before directory: Int, in path: String
  ) throws(ReadingProblem) {
    var end = 0
    for entry in entries.sorted(by: { $0.offset < $1.offset }) {
      guard entry.offset >= end, entry.compressedSize <= directory - entry.offset else {
        throw ReadingProblem(
          file: path, message: "has files that lie over each other, as no honest archive has")
      }
      end = entry.offset + 30 + entry.compressedSize
    }
  }
}

extension ZipArchive.Entry {
  /// Sizes and offset of 4 GB or more stand in an extra field (zip64); false when it is damaged.
  fileprivate mutating func takeLargeFields(
    from bytes: ZipBytes, at start: Int, length: Int
  ) -> Bool {
    let large = 0xffff_ffff
    guard size == large || compressedSize == large || offset == large else { return true }
    var at = start
    while at + 4 <= start + length {
      guard let kind = bytes.integer(at: at, size: 2), let size = bytes.integer(at: at + 2, size: 2)
      else { return false }
      at += 4
      guard kind == 1 else {
        at += size
        continue
      }
      for field in [\Self.size, \Self.compressedSize, \Self.offset]
      where self[keyPath: field] == large {
        guard let value = bytes.integer(at: at, size: 8) else { return false }
        self[keyPath: field] = value
        at += 8
      }
      return true
    }
    return false
  }
}
