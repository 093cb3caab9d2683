import CasusTestSupport
import Foundation
import Testing

@testable import CasusKnowledge

@Suite struct PlainYAMLTests {
  @Test func readsEveryDataFileAsAReaderOfAllYAMLDoes() throws {
    let files = try #require(
      FileManager.default.enumerator(at: Checkout.data, includingPropertiesForKeys: nil))
    var count = 0
    for case let file as URL in files where file.pathExtension == "yaml" {
      let text = try String(contentsOf: file, encoding: .utf8)
      let whole = try YAMLNode.reading(text)
      let plain = PlainYAML.node(of: text)
      // Few files fold long texts.
      let isFolded = text.contains(": >")
      #expect(isFolded || plain != nil, "\(file.lastPathComponent) is not plain")
      let isSame = plain == whole
      #expect(isFolded || isSame, "\(file.lastPathComponent) is read otherwise")
      count += 1
    }
    #expect(count > 40)
  }

  @Test(arguments: [
    "a: 1", "a:\nb: 2\n", "- a\n- b: c\n  d: e\n-\n- - x\n  - y\n", "a:\n- 1\n- 2\nb: 3",
    "a: {b: c, 'd': \"e\", f: }\ng: [1, [2, {h: i}], ]", "a: [b,\n  c, # note\n  d]\n\ne: f # end",
    "# only\n\nkey with words: value: no\n".replacing(": no", with: ":no"), "\"a: b\": 'it''s'",
    "a: \"\\\"q\\\" \\n\\t\\\\\"", "url: http://x.y/#z\nt: 10:30",
    "a:   \n   b:  c   \n   d: e\nf: g",
    "- {a: b}\n- [c]\n- 'd'\n", "a: -1\nb: [-1, +2]", "a: ~\nb: null\nc: ''", "just text", "[a]",
    "{}",
    "a:\n  # note\n  - b\n# note\n  - c\n", "слово: {рівень: 'так'}",
  ])
  func readsPlainYAML(text: String) throws {
    let plain = PlainYAML.node(of: text)
    #expect(plain != nil)
    #expect(try plain == YAMLNode.reading(text))
  }

  @Test(arguments: [
    "", "# nothing", "a: &x 1\nb: *x", "a: !t 1", "a: |\n  text", "a: >\n  text", "a: one\n  two",
    "---\na: 1",
    "a: 1\na: 2", "{a: 1, a: 2}", "a: b: c", "a: - b", "a: \"b\n  c\"", "[a: b]", "{a}", "? a\n: b",
    "a: [b",
    "a: 'b", "a: %b", "a: `b", "a\tb: c", "a: \"\\u00e9\"", "a: 1\n b: 2", " a: 1\nb: 2",
    "- a\nb: c", "a: [b]c",
    "a: 'b' c", "- a\n - b", "a:\n  b: 1\n c: 2", "a: \u{2028}b", "a: \u{7}", "a: b\r\nc: d",
    "[a]: b",
    "a: [b\n\n  c]", "a: [b # c\n  d]",
  ])
  func leavesTheRestToAReaderOfAllYAML(text: String) {
    #expect(PlainYAML.node(of: text) == nil)
  }
}
