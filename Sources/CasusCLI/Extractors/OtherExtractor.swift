import CasusExtraction
import CasusModel

/// An extractor besides the rules, and how it goes together with them.
struct OtherExtractor: Sendable {
  var extractor: any ArticleExtractor
  /// Whether the rules are used as well.
  var usesRules: Bool
  /// What marks the statements that both find.
  var mark: String
  var price: TokenPrice?

  /// The extractor for an article whose language the rules of `rules` read.
  func combined(with rules: Extractor) -> any ArticleExtractor {
    usesRules ? CombinedExtractor(rules, extractor, mark: mark) : extractor
  }
}

/// What another extractor gave, all articles together.
struct ExtractorAccount {
  private var accepted = 0
  private var rejected = 0
  private var usage = TokenUsage()

  /// Adds what one article gave.
  mutating func add(_ extraction: Extraction) {
    accepted += extraction.statements.count
    rejected += extraction.rejections.count
    usage = usage + extraction.usage
  }

  /// Tells of the account on standard error, when there was another extractor.
  func tell(of other: OtherExtractor?) {
    guard let other else { return }
    StandardError.write(line: "casus: \(line(price: other.price))")
  }

  /// The account in one line, with the price where it is known.
  private func line(price: TokenPrice?) -> String {
    var parts = [
      "\(Counted.text(accepted, "statement")) accepted", "\(rejected) rejected",
    ]
    if usage != TokenUsage() {
      parts.append("\(usage.input) tokens in and \(usage.output) out")
      if let price { parts.append("cost \((price.cost(of: usage) * 1e6).rounded() / 1e6)") }
    }
    return parts.joined(separator: ", ")
  }
}
