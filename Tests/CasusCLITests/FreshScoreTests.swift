import CasusTestSupport
import Foundation
import Testing

@testable import CasusCLI

/// Extraction does not fall below what it has reached on the articles in `Tests/Corpus/Gold`: other
/// conflicts, other styles, about half of them kept away from the rules.
struct FreshScoreTests {
  @Test(arguments: [("id", 0.71), ("en", 0.64), ("uk", 0.56), ("ru", 0.58), ("de", 0.76)])
  func holdsWhatWasReached(language: String, floor: Double) throws {
    let counts = try GoldScoreTests.score(
      language, in: Checkout.root.appending(path: "Tests/Corpus/Gold"))
    #expect(counts.gold > 30)
    #expect(counts.type.f1 >= floor)
    #expect(counts.exact == counts.predicted)
  }
}
