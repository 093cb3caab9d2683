import Foundation

/// The bytes of a zip archive with checked access.
struct ZipBytes {
  let data: Data

  /// A little-endian integer; `nil` beyond the end, and when it does not fit.
  func integer(at offset: Int, size: Int) -> Int? {
    guard let bytes = slice(offset, size) else { return nil }
    let value = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(exactly: value)
  }

  /// The offset itself, when the four bytes there are the signature.
  func signature(at offset: Int, is signature: Int) -> Int? {
    integer(at: offset, size: 4) == signature ? offset : nil
  }

  /// Some bytes; `nil` unless all are there.
  func slice(_ offset: Int, _ count: Int) -> Data? {
    guard offset >= 0, count >= 0, offset <= data.count, count <= data.count - offset else {
      return nil
    }
    let start = data.startIndex + offset
    return data[start..<start + count]
  }
}

/// Where the directory of a zip archive is, and how many files it lists.
struct ZipDirectory {
  var offset: Int
  var count: Int

  /// Finds the end record, which lies before a comment of at most 65,535 bytes.
  init?(in bytes: ZipBytes) {
    let size = bytes.data.count
    let lowest = max(0, size - 22 - 65_535)
    guard size >= 22,
      let end = stride(from: size - 22, through: lowest, by: -1).first(where: {
        bytes.signature(at: $0, is: 0x0605_4b50) != nil
      }),
      let count = bytes.integer(at: end + 10, size: 2),
      let offset = bytes.integer(at: end + 16, size: 4)
    else { return nil }
    (self.offset, self.count) = (offset, count)
    guard count == 0xffff || offset == 0xffff_ffff else { return }
    guard let locator = bytes.signature(at: end - 20, is: 0x0706_4b50),
      let start = bytes.integer(at: locator + 8, size: 8),
      let large = bytes.signature(at: start, is: 0x0606_4b50),
      let largeCount = bytes.integer(at: large + 32, size: 8),
      let largeOffset = bytes.integer(at: large + 48, size: 8)
    else { return nil }
    (self.offset, self.count) = (largeOffset, largeCount)
  }
}

/// The compressed bytes of one entry, handed out in pieces.
struct ZipEntryBytes: ByteSource {
  private static let pieceSize = 1 << 16

  private var data: Data

  init(data: Data) {
    self.data = data
  }

  mutating func next() -> [UInt8]? {
    guard !data.isEmpty else { return nil }
    let piece = Array(data.prefix(Self.pieceSize))
    data = data.dropFirst(piece.count)
    return piece
  }
}

/// Bytes whose CRC-32 is compared at their end.
struct CheckedBytes: ByteSource {
  private let stream: ByteStream
  private let expected: UInt32
  private var checksum: UInt32 = 0

  init(_ stream: ByteStream, checksum: UInt32) {
    self.stream = stream
    expected = checksum
  }

  mutating func next() throws(ReadingProblem) -> [UInt8]? {
    let bytes = try stream.read(1 << 16)
    guard bytes.isEmpty else {
      checksum = Inflater.checksum(checksum, adding: bytes)
      return bytes
    }
    guard checksum == expected else {
      throw ReadingProblem(
        file: stream.path, message: "is damaged: its checksum is wrong; get the archive again")
    }
    return nil
  }
}
