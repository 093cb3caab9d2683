import CasusKnowledge
import CasusModel
import Foundation

/// Writes articles of about two kilobytes that look like news, the same ones in every run.
///
/// A third of the sentences tell events, a sixth come from the language's examples, the rest is
/// background.
struct ArticleGenerator {
  private let language: NewsLanguage
  private let states: SkewedChoice<String>
  private let examples: [String]
  private var random: SeededRandom
  private var number = 0

  /// Makes a generator.
  /// - Parameters:
  ///   - language: what the news is made of.
  ///   - actors: the registry that the states' names come from.
  ///   - examples: whole sentences of the language.
  init(language: NewsLanguage, actors: ActorRegistry, examples: [LanguageExample]) {
    self.language = language
    self.examples = examples.map(\.text)
    random = SeededRandom(seed: 0x5eed)
    let frequent = NewsLanguage.frequentStates.map { ActorID(rawValue: $0) }
    let others = actors.entries.filter { $0.actor.kind == .state }.map(\.actor.id)
    let ids = frequent + others.filter { !frequent.contains($0) }
    states = SkewedChoice(
      ids.compactMap { actors[$0]?.actor.names[language.code] })
  }

  /// The next article.
  mutating func next() -> Article {
    number += 1
    let title = filled(random.pick(language.headlines))
    var text = title + "\n\n"
    for _ in 0..<random.number(in: 4..<8) {
      let sentences = (0..<random.number(in: 2..<5)).map { _ in sentence() }
      text += sentences.joined(separator: " ") + "\n\n"
    }
    let day = CivilDay.number(year: 2022, month: 1, day: 1) + random.number(in: 0..<1400)
    return Article(
      id: "\(language.code)-\(number)", path: "\(language.code)-\(number).txt", title: title,
      text: text, language: language.code, publisher: "Example Wire", published: .day(day))
  }

  private mutating func sentence() -> String {
    switch random.number(in: 0..<6) {
    case 0 where !examples.isEmpty: random.pick(examples)
    case 1, 2: filled(random.pick(language.events))
    default: filled(random.pick(language.background))
    }
  }

  /// A sentence with its slots filled.
  private mutating func filled(_ template: String) -> String {
    var result = ""
    var actors: [String: String] = [:]
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let slot = String(rest[rest.index(after: open)..<close])
      if let word = actors[slot] {
        result += word
      } else {
        let word = word(for: slot, apartFrom: Array(actors.values))
        if slot.count == 1 { actors[slot] = word }
        result += word
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private mutating func word(for slot: String, apartFrom others: [String]) -> String {
    switch slot {
    case "city": return random.pick(language.cities)
    case "goods": return random.pick(language.goods)
    case "number": return String(random.number(in: 2..<90) * 100)
    case "small": return String(random.number(in: 3..<80))
    case "day": return String(random.number(in: 1..<29))
    case "month": return random.pick(language.months)
    case "year": return String(random.number(in: 2014..<2026))
    case "date": return filled(random.pick(language.dates))
    default:
      while true {
        let name = states.pick(&random)
        if !others.contains(name) { return name }
      }
    }
  }
}
