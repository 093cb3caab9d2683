import CasusTestSupport
import Foundation
import Testing

/// Words that say whether something happened, will, may or did not, and who says so: one sentence for each in
/// `Tests/Corpus/Markers`, with plain verbs and names, so that what fails is the word.
@Suite struct MarkerTests {
  /// Reads a line such as `Iran nearly attacked Iraq. | IRN ASSAULT IRQ denied`.
  static func item(_ line: Substring, _ language: String) -> SentenceCase? {
    guard let bar = line.lastIndex(of: "|"), !line.hasPrefix("#") else { return nil }
    let events = line[line.index(after: bar)...].split(separator: ";")
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    return SentenceCase(
      language: language, text: line[..<bar].trimmingCharacters(in: .whitespaces),
      expected: events)
  }

  static let items: [SentenceCase] = ["en", "id", "ru", "uk"].flatMap {
    language -> [SentenceCase] in
    let file = Checkout.root.appending(path: "Tests/Corpus/Markers/\(language).txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { item($0, language) }
  }

  @Test func thereAreItems() {
    #expect(Self.items.count > 800)
  }

  @Test(arguments: items)
  func reads(item: SentenceCase) { item.check() }
}
