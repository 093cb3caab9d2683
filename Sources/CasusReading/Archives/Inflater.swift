import CZlib

/// Decompresses DEFLATE data piece by piece with zlib.
final class Inflater {
  /// What is around the compressed data.
  enum Format: Int32 {
    /// The header and checksum of gzip (RFC 1952).
    case gzip = 31
    /// The header and checksum of zlib (RFC 1950).
    case zlib = 15
    /// Nothing, as in zip archives.
    case raw = -15
  }

  /// The data is not what it should be.
  struct Fault: Error {}

  private let stream: UnsafeMutablePointer<z_stream>
  /// Whether the end of the compressed data has been reached.
  private(set) var isFinished = false

  init(_ format: Format) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let result = inflateInit2_(
      stream, format.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(result == Z_OK, "zlib cannot be started: \(result)")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Decompresses what it can of the input, into at most `limit` bytes.
  ///
  /// Returns how many bytes of the input were used up.
  func inflate(
    _ input: ArraySlice<UInt8>, into output: inout [UInt8], limit: Int
  ) throws(Fault) -> Int {
    var source = Array(input)
    var used = 0
    var result = Z_OK
    let produced = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      source.withUnsafeMutableBufferPointer { bytes in
        stream.pointee.next_in = bytes.baseAddress
        stream.pointee.avail_in = UInt32(bytes.count)
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(buffer.count)
        result = CZlib.inflate(stream, Z_NO_FLUSH)
        used = bytes.count - Int(stream.pointee.avail_in)
        count = buffer.count - Int(stream.pointee.avail_out)
        stream.pointee.next_in = nil
        stream.pointee.next_out = nil
      }
    }
    output += produced
    switch result {
    case Z_STREAM_END: isFinished = true
    case Z_OK, Z_BUF_ERROR: break
    default: throw Fault()
    }
    return used
  }

  /// Starts anew, for the next member of a gzip file.
  func restart() {
    inflateReset(stream)
    isFinished = false
  }

  /// Continues a CRC-32 over more bytes; it starts with 0.
  static func checksum(_ checksum: UInt32, adding bytes: [UInt8]) -> UInt32 {
    UInt32(crc32(UInt(checksum), bytes, UInt32(bytes.count)))
  }
}
