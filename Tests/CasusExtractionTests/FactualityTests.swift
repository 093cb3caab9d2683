import CasusModel
import CasusTestSupport
import Foundation
import Testing

/// Whether it happened: what predicates say of the act under them, affirmed, denied, asked and to come, in
/// `Tests/Corpus/Factuality`.
@Suite struct FactualityTests {
  /// A sentence with the events that it must and may give, each as the lines that all fit.
  struct Case: CustomTestStringConvertible, Sendable {
    var language: String
    var text: String
    var required: [Set<String>] = []
    var optional: Set<String> = []
    /// Whether it is known to be read otherwise.
    var isKnown = false

    var testDescription: String { text }

    /// Reads `Finland has not ruled out sending troops. | FIN AID UKR hypothetical; ~FIN REJECT UKR denied`.
    init?(_ line: Substring, _ language: String) {
      guard let bar = line.lastIndex(of: "|"), !line.hasPrefix("#") else { return nil }
      self.language = language
      isKnown = line.hasPrefix("? ")
      text = line[..<bar].dropFirst(isKnown ? 2 : 0).trimmingCharacters(in: .whitespaces)
      for event in line[line.index(after: bar)...].split(separator: ";") {
        let event = event.trimmingCharacters(in: .whitespaces)
        if event.hasPrefix("~") {
          optional.formUnion(Self.readings(String(event.dropFirst())))
        } else if !event.isEmpty {
          required.append(Self.readings(event))
        }
      }
    }

    /// `A TYPE B planned/denied (per C)` as its four lines; the actors of a type without direction stand in order.
    static func readings(_ event: String) -> Set<String> {
      var parts = event.split(separator: " ", maxSplits: 4)
      guard parts.count >= 4, let type = EventType(rawValue: String(parts[1])) else {
        return [event]
      }
      if type.isSymmetric, parts[2] < parts[0] { parts.swapAt(0, 2) }
      var said = parts.count > 4 ? [" " + parts[4]] : [""]
      if said[0].hasPrefix(" (") { said = [" " + said[0].dropFirst(2).dropLast(), ""] }
      let dyad = parts[0..<3].joined(separator: " ")
      return Set(
        parts[3].split(separator: "/").flatMap { status in
          said.map { "\(dyad) \(status)\($0)" }
        })
    }

    /// Whether the lines found are those asked for and none that must not be there.
    func fits(_ found: [String]) -> Bool {
      var left = Set(found)
      for readings in required {
        guard let match = readings.intersection(left).first else { return false }
        left.remove(match)
      }
      return left.isSubset(of: optional)
    }
  }

  static let cases: [Case] = ["en", "id", "ru", "uk"].flatMap { language -> [Case] in
    let file = Checkout.root.appending(path: "Tests/Corpus/Factuality/\(language).txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { Case($0, language) }
  }

  @Test func thereAreCases() {
    #expect(Self.cases.count > 600)
  }

  @Test(arguments: cases)
  func reads(item: Case) {
    let found = Reading.lines(
      of: Reading.statements(in: item.text, item.language, published: "2023-05-10"))
    if item.isKnown {
      withKnownIssue(isIntermittent: true) { #expect(item.fits(found), "found \(found)") }
    } else {
      #expect(item.fits(found), "found \(found)")
    }
  }
}
