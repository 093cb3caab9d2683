/// Input that is piled up, so that what grows faster than its input runs into the time limit.
enum Stretching {
  /// How large a piled-up input becomes.
  private static let size = 60_000

  /// The input without its last byte, repeated when that byte asks for it.
  static func stretched(_ bytes: [UInt8]) -> [UInt8] {
    guard let last = bytes.last else { return [] }
    let piece = bytes.dropLast()
    guard last == UInt8(ascii: "*"), !piece.isEmpty else { return bytes }
    return Array(repeatElement(piece, count: size / piece.count + 1).joined())
  }
}
