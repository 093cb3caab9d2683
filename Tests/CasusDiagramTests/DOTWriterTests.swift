import Testing

@testable import CasusDiagram

@Suite struct DOTWriterTests {
  @Test(arguments: [
    (#"a "b" \N c"#, #"a \"b\" \\N c"#),
    ("&copy; <b>", "&amp;copy; <b>"),
    ("line\nbreak\ttab", "line break tab"),
    ("nul\u{0}bell\u{7}c1\u{9B}", "nulbellc1"),
    ("evil\u{202E}txt.exe\u{2066}", "eviltxt.exe"),
    ("bom\u{FEFF}non\u{FFFF}", "bomnon"),
  ])
  func escapes(text: String, expected: String) {
    #expect(DOTText.escaped(text) == expected)
  }

  /// Every code point below U+20000, and those that follow the last planes of letters.
  @Test func takesOutTheSameCharactersByBytesAsByCodePoints() {
    let forbidden: [ClosedRange<UInt32>] = [
      0x00...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200B...0x200B, 0x200E...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFFF9...0xFFFF, 0x1F000...0x1FBFF,
      0x1FFFE...0x1FFFF, 0xE0000...0xE007F,
    ]
    let breaks: Set<UInt32> = [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029]
    let scalars = [0..<0x20000, 0xE0000..<0xE0200].joined().compactMap { Unicode.Scalar($0) }
    let wrong = scalars.filter { scalar in
      let value = scalar.value
      let isKept = !forbidden.contains { $0.contains(value) }
      let shown = breaks.contains(value) ? " " : isKept ? String(scalar) : ""
      let text = "a" + String(scalar) + "b"
      return !DOTText.cleaned(text).unicodeScalars.elementsEqual("a\(shown)b".unicodeScalars)
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5).map { String($0.value, radix: 16) })")
    // Of a pile of accents the first two are kept.
    #expect(DOTText.cleaned("é\u{301}\u{302}\u{303}") == "é\u{301}\u{302}")
  }

  @Test(arguments: [
    ("aids Iran", "aids Iran"), ("أنصار الله", "\u{200E}أنصار الله\u{200E}"),
    ("aids أنصار الله: 5", "\u{200E}aids أنصار الله\u{200E}: 5"),
    ("الجنوبي дає гроші:", "\u{200E}الجنوبي\u{200E} дає гроші:"),
  ])
  func linesReadFromLeftToRight(line: String, expected: String) {
    // Scalars, as marks of direction join what characters they stand beside.
    #expect(DOTText.leftToRight(line).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test func namesOfDifferentScriptsStayDifferentInMarkup() {
    #expect("RUS.GOV".markupName == "RUS-GOV")
    let names = ["ORG:中国人民", "ORG:中华人民", "ORG:أنصار", "ORG:حركةـ"].map(\.markupName)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.utf8.allSatisfy { $0.isPlain || $0 == UInt8(ascii: "-") } })
  }

  @Test(arguments: [
    ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&amp;c=2"),
    ("HTTP://example.org/\"><script>", "http://example.org/%22%3E%3Cscript%3E"),
    ("https://example.org/Київ", "https://example.org/%D0%9A%D0%B8%D1%97%D0%B2"),
    ("https://example.org/\u{202E}\n", "https://example.org/%E2%80%AE%0A"),
  ])
  func encodesLinks(address: String, expected: String) {
    #expect(DOTText.link(address) == expected)
  }

  @Test(arguments: [
    "javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "file:///etc/passwd",
    "vbscript:x", "//example.org", "java\nscript:x", "https:", "http://", "",
  ])
  func refusesOtherLinks(address: String) {
    #expect(DOTText.link(address) == nil)
    var writer = DOTWriter(graph: [:])
    writer.node("n1", [.url: .link(address), .label: .text("x")])
    #expect(!writer.text().contains("URL"))
  }

  @Test(arguments: [
    (0.0, "0"), (1.0, "1"), (-1.5, "-1.5"), (2.34567, "2.3457"), (0.05, "0.05"), (-0.00001, "0"),
    (.infinity, "0"), (.nan, "0"), (1234567.891, "1234567.891"),
  ])
  func writesNumbers(number: Double, expected: String) {
    #expect(DOTWriter.decimal(number) == expected)
  }

  @Test func keepsTheOrderAndQuotesEverything() {
    var writer = DOTWriter(graph: [.bb: .word("0,0,1,1"), .splines: .word("line")])
    writer.edge("a", "b", [.color: .word("#0072B2"), .penwidth: .number(2)])
    #expect(
      writer.text() == """
        digraph "casus" {
          graph [bb="0,0,1,1", splines="line"];
          "a" -> "b" [color="#0072B2", penwidth="2"];
        }

        """)
  }

  @Test func attributesThatOpenFilesDoNotExist() {
    let names = Set(DOTAttribute.allCases.map { $0.rawValue.lowercased() })
    for name in ["image", "imagepath", "shapefile", "fontpath", "_background", "stylesheet"] {
      #expect(!names.contains(name))
    }
  }
}
