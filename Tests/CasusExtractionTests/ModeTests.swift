import CasusModel
import Testing

/// The same act has the same type and mode in every language, or reports of it would not unite and no
/// relation would follow from some of them.
struct ModeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var cell: CorpusTable.Cell

    var testDescription: String { "\(cell.meaning): \(cell.sentence)" }
  }

  private static let cases = CorpusTable("Modes/acts.tsv").cells.map { Case(cell: $0) }

  @Test func corpusIsThere() { #expect(Self.cases.count > 300) }

  @Test(arguments: cases)
  func actHasItsMode(sentence: Case) {
    let found = Reading.statements(in: sentence.cell.sentence, sentence.cell.language).map {
      "\($0.type.rawValue)/\($0.mode ?? "-")"
    }
    if sentence.cell.isKnown {
      withKnownIssue { #expect(found.contains(sentence.cell.meaning)) }
    } else {
      #expect(found.contains(sentence.cell.meaning), "found \(found)")
    }
  }
}
