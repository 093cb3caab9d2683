/// Content hashes: SHA-256 (FIPS 180-4) in lower-case hexadecimal.
///
/// Articles and events are named by the hash of what they say, so that the same content gets the
/// same identifier on every machine and in any import order. The seventy lines below stand in for
/// a cryptography package, which would double the time of a clean build; the hash only names
/// things and guards nothing, and the tests check it against the vectors of the standard.
public enum ContentHash {
  /// The SHA-256 of some bytes, as 64 lower-case hexadecimal digits, or the first `count` of them.
  ///
  /// `ContentHash.hex(of: "abc".utf8)` starts with `ba7816bf`.
  public static func hex(of bytes: some Sequence<UInt8>, count: Int = 64) -> String {
    let words = digest(of: bytes)
    return String(unsafeUninitializedCapacity: count) { text in
      for position in 0..<count {
        let digit = words[position / 8] >> (28 - 4 * UInt32(position % 8)) & 0xF
        text[position] = UInt8(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
      return count
    }
  }

  /// The first eight bytes of the SHA-256 of some bytes, as one number.
  public static func number(of bytes: some Sequence<UInt8>) -> UInt64 {
    let words = digest(of: bytes)
    return UInt64(words[0]) << 32 | UInt64(words[1])
  }

  private static func digest(of bytes: some Sequence<UInt8>) -> SHA256.State {
    bytes.withContiguousStorageIfAvailable { SHA256.digest(of: $0) }
      ?? Array(bytes).withUnsafeBufferPointer { SHA256.digest(of: $0) }
  }
}

/// One SHA-256 computation, all in registers and on the stack; names follow FIPS 180-4 §6.2.
private struct SHA256 {
  typealias State = SIMD8<UInt32>

  private var state = State(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

  /// The digest of a message, which is padded at its end (§5.1.1).
  static func digest(of message: UnsafeBufferPointer<UInt8>) -> State {
    var hash = SHA256()
    let whole = message.count & ~63
    for start in stride(from: 0, to: whole, by: 64) {
      hash.compress(UnsafeBufferPointer(rebasing: message[start..<start + 64]))
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { last in
      last.initialize(repeating: 0)
      let rest = message.count - whole
      for place in 0..<rest { last[place] = message[whole + place] }
      last[rest] = 0x80
      let end = rest < 56 ? 64 : 128
      let bitCount = UInt64(message.count) * 8
      for place in 0..<8 {
        last[end - 8 + place] = UInt8(truncatingIfNeeded: bitCount >> (56 - 8 * UInt64(place)))
      }
      for start in stride(from: 0, to: end, by: 64) {
        hash.compress(UnsafeBufferPointer(rebasing: last[start..<start + 64]))
      }
    }
    return hash.state
  }

  private mutating func compress(_ block: UnsafeBufferPointer<UInt8>) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      Self.expand(block, into: schedule)
      Self.constants.withUnsafeBufferPointer { mix(schedule, $0) }
    }
  }

  private mutating func mix(
    _ schedule: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>
  ) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    // Eight rounds at a time, so that the words change their names and not their places.
    for t in stride(from: 0, to: 64, by: 8) {
      Self.round(a, b, c, &d, e, f, g, &h, constants[t] &+ schedule[t])
      Self.round(h, a, b, &c, d, e, f, &g, constants[t + 1] &+ schedule[t + 1])
      Self.round(g, h, a, &b, c, d, e, &f, constants[t + 2] &+ schedule[t + 2])
      Self.round(f, g, h, &a, b, c, d, &e, constants[t + 3] &+ schedule[t + 3])
      Self.round(e, f, g, &h, a, b, c, &d, constants[t + 4] &+ schedule[t + 4])
      Self.round(d, e, f, &g, h, a, b, &c, constants[t + 5] &+ schedule[t + 5])
      Self.round(c, d, e, &f, g, h, a, &b, constants[t + 6] &+ schedule[t + 6])
      Self.round(b, c, d, &e, f, g, h, &a, constants[t + 7] &+ schedule[t + 7])
    }
    state &+= State(a, b, c, d, e, f, g, h)
  }

  /// One round, which changes two of the eight words.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ input: UInt32
  ) {
    let sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let t1 = h &+ sum1 &+ (g ^ e & (f ^ g)) &+ input
    let sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    d &+= t1
    h = t1 &+ sum0 &+ (a & b | c & (a | b))
  }

  /// Fills the message schedule W of one block.
  private static func expand(
    _ block: UnsafeBufferPointer<UInt8>, into schedule: UnsafeMutableBufferPointer<UInt32>
  ) {
    for t in 0..<16 {
      let high = UInt32(block[t * 4]) << 24 | UInt32(block[t * 4 + 1]) << 16
      schedule[t] = high | UInt32(block[t * 4 + 2]) << 8 | UInt32(block[t * 4 + 3])
    }
    for t in 16..<64 {
      let w15 = schedule[t - 15]
      let w2 = schedule[t - 2]
      let sigma0 = rotate(w15, 7) ^ rotate(w15, 18) ^ w15 >> 3
      let sigma1 = rotate(w2, 17) ^ rotate(w2, 19) ^ w2 >> 10
      schedule[t] = schedule[t - 16] &+ sigma0 &+ schedule[t - 7] &+ sigma1
    }
  }

  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
