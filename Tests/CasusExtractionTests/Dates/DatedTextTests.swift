import CasusModel
import CasusTestSupport
import Foundation
import Testing

/// Short texts of many genres with the dates that an analyst would give their events.
///
/// Odd texts were worked with, even ones were only counted.
@Suite struct DatedTextTests {
  /// An event of a text: where its words stand, and its date.
  struct Mark {
    var range: Range<Int>
    var date: String?
  }

  struct DatedText {
    var published: String
    var text: String
    var marks: [Mark]
  }

  /// Right dates of the events found, and how many are found.
  struct Tally: Equatable, CustomStringConvertible {
    var right = 0
    var found = 0
    var marks = 0
    var wrong: [String] = []

    var description: String { "\(right) of \(found) found of \(marks): \(wrong)" }
  }

  @Test(arguments: floors)
  func eventsHaveTheirDates(floor: Floor) throws {
    let texts = try Self.texts(floor.language)
    #expect(texts.count >= 30)
    for (parity, least) in [floor.odd, floor.even].enumerated() {
      let half = texts.enumerated().filter { $0.offset % 2 == parity }.map(\.element)
      let tally = Self.tally(half, floor.language)
      #expect(tally.found * 100 >= tally.marks * 80, "\(tally)")
      #expect(tally.right * 1000 >= tally.found * least, "\(tally)")
    }
  }

  struct Floor: CustomTestStringConvertible {
    var language: String
    /// Right dates per thousand events found, in odd and in even texts.
    var odd: Int
    var even: Int

    var testDescription: String { language }
  }

  static let floors = [
    Floor(language: "en", odd: 940, even: 870), Floor(language: "id", odd: 900, even: 940),
    Floor(language: "ru", odd: 940, even: 960), Floor(language: "uk", odd: 950, even: 950),
  ]

  private static func tally(_ texts: [DatedText], _ language: String) -> Tally {
    var tally = Tally()
    for text in texts {
      let statements = Reading.statements(in: text.text, language, published: text.published)
      for mark in text.marks {
        tally.marks += 1
        // The innermost statement around the words.
        let around = statements.filter {
          $0.evidence.start <= mark.range.lowerBound && $0.evidence.end >= mark.range.upperBound
        }
        let length = around.map { $0.evidence.end - $0.evidence.start }.min()
        guard let length else { continue }
        tally.found += 1
        let dates = around.filter { $0.evidence.end - $0.evidence.start == length }
          .map { $0.evidence.date?.rawValue }
        if dates.contains(mark.date) {
          tally.right += 1
        } else {
          let words = Array(text.text.utf8)[mark.range]
          tally.wrong.append(
            "\(String(decoding: words, as: UTF8.self)) \(dates) for \(mark.date ?? "none")")
        }
      }
    }
    return tally
  }

  /// "## published genre" opens a text, `{words=date}` marks an event.
  private static func texts(_ language: String) throws -> [DatedText] {
    let file = Checkout.root.appending(path: "Tests/Corpus/Dates/\(language).txt")
    let whole = try String(contentsOf: file, encoding: .utf8)
    return whole.components(separatedBy: "\n## ").dropFirst().map { part in
      let head = part.prefix { $0 != "\n" }
      let body = part.dropFirst(head.count).trimmingCharacters(in: .newlines)
      var result = DatedText(
        published: String(head.prefix { $0 != " " }), text: "", marks: [])
      for (at, piece) in body.components(separatedBy: "{").enumerated() {
        guard at > 0, let end = piece.firstIndex(of: "}"), let sign = piece.firstIndex(of: "=")
        else {
          result.text += piece
          continue
        }
        let start = result.text.utf8.count
        result.text += piece[..<sign]
        let date = String(piece[piece.index(after: sign)..<end])
        result.marks.append(
          Mark(range: start..<result.text.utf8.count, date: date.isEmpty ? nil : date))
        result.text += piece[piece.index(after: end)...]
      }
      return result
    }
  }
}
