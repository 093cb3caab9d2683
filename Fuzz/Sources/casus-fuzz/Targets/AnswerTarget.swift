import CasusExtraction
import CasusModel
import Foundation

/// What other extractors answer, as JSON: all that is kept must be sound.
struct AnswerTarget: FuzzTarget {
  private let validator: StatementValidator
  private let article = Article(
    id: "fuzz", path: "fuzz", title: "A strike",
    text: "Russia attacked Ukraine on 5 September 2022. The US condemned “the strike” on Kyiv.",
    language: "en", published: EDTF("2022-09-06"))

  init(knowledge: FuzzKnowledge) throws {
    validator = StatementValidator(knowledge: knowledge.knowledge)
  }

  func take(_ bytes: [UInt8]) {
    guard
      let json = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    else { return }
    let values = json as? [Any] ?? [json]
    let extraction = validator.extraction(values, in: article, rule: "fuzz")
    for statement in extraction.statements { StatementPromises.check(statement, in: article) }
  }
}
