import Testing

@testable import CasusExport

/// Name-based UUIDs against values of Python's `uuid.uuid5` and SHA-1 against FIPS 180-4.
@Suite struct NamedUUIDTests {
  @Test(arguments: [
    ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
    (String(repeating: "a", count: 64), "0098ba824b5c16427bd7a1122a5a442a25ec644d"),
    (String(repeating: "a", count: 119), "ee971065aaa017e0632a8ca6c77bb3bf8b1dfc56"),
  ])
  func digest(text: String, hex: String) {
    let digits = SHA1.digest(of: Array(text.utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    #expect(digits.joined() == hex)
  }

  @Test(arguments: [
    ("identity actor PRK", "424a1882-ea6d-5bdb-8aa8-a7d118ad671a"),
    ("", "dcda03a1-b5c3-5548-a84b-1f8b8161f02e"),
  ])
  func uuid(name: String, text: String) {
    #expect(NamedUUID.text(for: name) == text)
  }
}
