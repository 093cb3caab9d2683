import CasusExtraction
import CasusKnowledge
import CasusModel

/// Date expressions of every language: the first byte says which, the second how it is reckoned.
struct DateTarget: FuzzTarget {
  private struct Language {
    let finder: DateFinder
    let cue: TenseCue
  }

  private let languages: [Language]
  private static let longestSentence = 8_000
  private let resolver = DateResolver()
  private let dates = ["2022-09-06", "2024-02-29", "0001-01-01", "9999-12-31", "2022", "2022-07"]
    .map { EDTF($0) }

  init(knowledge: FuzzKnowledge) throws {
    var problems: [DataProblem] = []
    languages = knowledge.languages.compactMap { code in
      DateGrammar.load(code, from: knowledge.data, problems: &problems).map {
        Language(finder: DateFinder(grammar: $0), cue: TenseCue(grammar: $0))
      }
    }
    promise(!languages.isEmpty && problems.isEmpty, "no date grammars: \(problems)")
  }

  func take(_ bytes: [UInt8]) {
    guard bytes.count > 2 else { return }
    let language = languages[Int(bytes[0]) % languages.count]
    let choice = Int(bytes[1])
    let context = DateResolver.Context(
      published: choice.isMultiple(of: 7) ? nil : dates[choice % dates.count],
      anchor: choice.isMultiple(of: 3) ? nil : dates[choice / 8 % dates.count],
      year: choice.isMultiple(of: 5) ? 1 + choice * 39 : nil)
    Stretching.stretched(Array(bytes.dropFirst(2))).withUnsafeBufferPointer { text in
      let range = 0..<text.count
      let mentions = language.finder.mentions(in: text, range: range)
      var last = 0
      for mention in mentions {
        promise(
          mention.start >= last && mention.end > mention.start && mention.end <= text.count,
          "a date at \(mention.start)..<\(mention.end), behind \(last), of \(text.count)")
        last = mention.end
      }
      // Where tense is looked for is a sentence, and no sentence is longer.
      guard text.count <= Self.longestSentence else { return }
      let found = resolver.resolve(mentions, in: context) {
        language.cue.tense(in: text, range: range, near: $0.range)
      }
      for case let date? in found {
        promise(EDTF(date.edtf.rawValue) == date.edtf, "\(date.edtf) is no date")
        promise(date.edtf.lowerBound <= date.edtf.upperBound, "\(date.edtf) ends too early")
      }
    }
  }
}
