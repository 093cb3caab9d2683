import Foundation

/// One file with the tables of a lexicon, as they lie in memory.
struct LexiconFile {
  /// What the names of half-written files have in them.
  static let partMark = ".part."
  private static let magic: UInt64 = 0x3158_454C_5355_4343

  let path: String
  /// What the file must have been made for.
  let key: UInt64

  /// The words of the header, in order; the numbers of values of each part follow.
  private enum Field: Int {
    case magic, key, checksum, byteCount, counts
  }

  /// Maps the tables into memory.
  /// - Returns: `nil` when there is no such file of this user, or it is not whole.
  func read() -> LexiconTables? {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid(), status.st_mode & (S_IWGRP | S_IWOTH) == 0,
      status.st_size >= LexiconTables.Layout.headerByteCount
    else { return nil }
    let byteCount = Int(status.st_size)
    #if os(Linux)
      let flags = MAP_PRIVATE | MAP_POPULATE
    #else
      let flags = MAP_PRIVATE
    #endif
    guard let start = mmap(nil, byteCount, PROT_READ, flags, descriptor, 0), start != MAP_FAILED
    else { return nil }
    let block = UnsafeMutableRawBufferPointer(start: start, count: byteCount)
    guard let layout = layout(of: UnsafeRawBufferPointer(block)) else {
      munmap(start, byteCount)
      return nil
    }
    return LexiconTables(block: block, layout: layout) { munmap($0.baseAddress, $0.count) }
  }

  /// Writes the tables under another name and then gives the file its own.
  /// - Returns: whether the file is there.
  func write(_ tables: LexiconTables) -> Bool {
    let block = tables.block
    guard mayWrite(block.count) else { return false }
    let words = block.bindMemory(to: UInt64.self)
    words[Field.magic.rawValue] = Self.magic.littleEndian
    words[Field.key.rawValue] = key
    words[Field.byteCount.rawValue] = UInt64(block.count)
    for (position, count) in tables.layout.counts.enumerated() {
      words[Field.counts.rawValue + position] = UInt64(count)
    }
    words[Field.checksum.rawValue] = Self.checksum(UnsafeRawBufferPointer(block))

    var name = Array((path + Self.partMark + "XXXXXX").utf8CString)
    // mkstemp makes a new file that only this user may read.
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return false }
    var isWhole = true
    var written = 0
    while isWhole, written < block.count {
      let count = Foundation.write(
        descriptor, block.baseAddress.unsafelyUnwrapped + written, block.count - written)
      if count > 0 { written += count } else if count == 0 || errno != EINTR { isWhole = false }
    }
    if close(descriptor) != 0 { isWhole = false }
    if isWhole, rename(name, path) == 0 { return true }
    unlink(name)
    return false
  }

  private func layout(of block: UnsafeRawBufferPointer) -> LexiconTables.Layout? {
    let words = block.bindMemory(to: UInt64.self)
    let first = Field.counts.rawValue
    let counts = words[first..<first + LexiconTables.Section.allCases.count]
    guard words[Field.magic.rawValue] == Self.magic.littleEndian,
      words[Field.key.rawValue] == key, words[Field.byteCount.rawValue] == UInt64(block.count),
      let layout = LexiconTables.Layout(counts: counts.map { Int(truncatingIfNeeded: $0) }),
      layout.byteCount == block.count,
      words[Field.checksum.rawValue] == Self.checksum(block)
    else { return nil }
    return layout
  }

  /// The checksum of all but what stands before the size.
  private static func checksum(_ block: UnsafeRawBufferPointer) -> UInt64 {
    var checksum = Checksum()
    let start = Field.byteCount.rawValue * MemoryLayout<UInt64>.stride
    checksum.add(UnsafeRawBufferPointer(rebasing: block[start...]))
    return checksum.value
  }

  /// Whether files may grow so large: a program that writes beyond its limit would be ended.
  private func mayWrite(_ byteCount: Int) -> Bool {
    var limit = rlimit()
    #if os(Linux)
      let fileSize = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
    #else
      let fileSize = RLIMIT_FSIZE
    #endif
    return getrlimit(fileSize, &limit) == 0 && limit.rlim_cur >= rlim_t(byteCount)
  }
}
