import CasusData
import CasusExtraction
import CasusKnowledge
import CasusModel
import Foundation

/// A date grammar with everything made from it.
struct DateReader {
  let grammar: DateGrammar
  let problems: [DataProblem]
  let finder: DateFinder
  let cue: TenseCue
  let resolver = DateResolver()

  /// The data directory of this package.
  static let data = DataDirectory(url: packageRoot.appending(path: "Data"))

  static let packageRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The readers of all languages, by code.
  static let all: [String: DateReader] = Dictionary(
    uniqueKeysWithValues: ["de", "en", "id", "ru", "uk"].compactMap { code in
      DateReader(code).map { (code, $0) }
    })

  init?(_ code: String) {
    var problems: [DataProblem] = []
    guard let grammar = DateGrammar.load(code, from: Self.data, problems: &problems) else {
      return nil
    }
    self.grammar = grammar
    self.problems = problems
    finder = DateFinder(grammar: grammar)
    cue = TenseCue(grammar: grammar)
  }

  /// A mention with its date.
  struct Found {
    let mention: DateMention
    let date: EDTF?
    let basis: DateBasis
  }

  /// Reads a sentence as the extractor would: each date is an anchor for those that need one.
  func read(
    _ text: String, published: EDTF?, anchor: EDTF? = nil, year: Int? = nil
  ) -> [Found] {
    var copy = text
    return copy.withUTF8 { bytes in
      let range = 0..<bytes.count
      let mentions = finder.mentions(in: bytes, range: range)
      let context = DateResolver.Context(published: published, anchor: anchor, year: year)
      let dates = resolver.resolve(mentions, in: context) {
        cue.tense(in: bytes, range: range, near: $0.range)
      }
      return zip(mentions, dates).map {
        Found(mention: $0, date: $1?.edtf, basis: $1?.basis ?? .none)
      }
    }
  }
}

/// One line of `date-cases.jsonl`.
struct DateCase: Decodable {
  let lang: String
  let published: String?
  let text: String
  let expression: String
  let edtf: String
  let basis: String

  /// Where the cases are: `$CASUS_SHARED/dates`, else `../shared/dates` beside the package.
  static var file: URL {
    let environment = ProcessInfo.processInfo.environment["CASUS_SHARED"]
    let shared =
      environment.map { URL(filePath: $0) }
      ?? DateReader.packageRoot.deletingLastPathComponent().appending(path: "shared")
    return shared.appending(path: "dates/date-cases.jsonl")
  }

  static func load() throws -> [DateCase] {
    let lines = try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"))
    return try lines.map { try JSONDecoder().decode(DateCase.self, from: Data($0)) }
  }

  /// The date found at the expression, as text, with its basis; `none` where nothing is.
  func result(_ reader: DateReader) -> (edtf: String, basis: String) {
    guard let range = text.range(of: expression) else { return ("none", "none") }
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let end = text.utf8.distance(from: text.startIndex, to: range.upperBound)
    let found = reader.read(text, published: published.flatMap { EDTF($0) }).filter {
      $0.mention.start < end && start < $0.mention.end && $0.date != nil
    }
    guard let first = found.first, let date = first.date else { return ("none", "none") }
    return (date.rawValue, first.basis.rawValue)
  }
}
