public import CasusKnowledge
public import CasusModel
import Foundation

/// Reads names and dates that stand alone, as people type them: "России", "the Russians", "24 Februari 2022".
///
/// ```swift
/// let typed = NamesTyped(knowledge: Knowledge.load(from: try DataDirectory.locate()))
/// typed.actors("Україні")  // [UKR]
/// ```
public struct NamesTyped: Sendable {
  private let knowledge: Knowledge

  /// Makes a reader of the languages that `knowledge` holds.
  public init(knowledge: Knowledge) { self.knowledge = knowledge }

  /// The actors that a name may mean in the languages known, in whatever form sentences have it; several where
  /// languages or readings differ.
  public func actors(_ name: String) -> Set<ActorID> {
    // Names have capitals, people who type often leave them out.
    for text in [name, name.capitalized] {
      let found = knowledge.lexicons.values.compactMap { actor(text, $0) }
      if !found.isEmpty { return Set(found) }
    }
    return []
  }

  /// The one actor that a text names, apart from articles.
  private func actor(_ name: String, _ lexicon: Lexicon) -> ActorID? {
    var copy = name
    return copy.withUTF8 { text in
      var reader = SentenceReader(text, range: 0..<text.count, lexicon: lexicon)
      var tokens: [Token] = []
      guard reader.next(into: &tokens), tokens.last.map({ Int($0.end) == text.count }) ?? false
      else { return nil }
      var items: [Item] = []
      Matcher(lexicon: lexicon).items(of: tokens, text: text, into: &items)
      var found: ActorID?
      for item in items {
        if !item.kinds.isDisjoint(with: [.actor, .adjectivalActor]), found == nil {
          found = actor(item, lexicon)
          if found == nil { return nil }
        } else if !item.roles.contains(.determiner) {
          return nil
        }
      }
      return found
    }
  }

  /// The actor whose name an item is, unless several share it; whole names go before short ones.
  private func actor(_ item: Item, _ lexicon: Lexicon) -> ActorID? {
    var (whole, short): (Set<Int>, Set<Int>) = ([], [])
    for meaning in lexicon.meanings(of: item.node) {
      switch meaning.kind {
      case .actor where meaning.marks.contains(.shortForm): short.insert(Int(meaning.index))
      case .actor: whole.insert(Int(meaning.index))
      case .collective: return nil
      default: break
      }
    }
    let named = whole.isEmpty ? short : whole
    guard named.count == 1, let position = named.first else { return nil }
    return knowledge.actors.id(at: position)
  }

  /// The dates that a text may mean in the languages known, none without a year; several where languages differ,
  /// as over 5/9/2022.
  public func dates(_ text: String) -> Set<EDTF> {
    let text = text.trimmingPrefix { $0.isWhitespace }
    let context = DateResolver.Context(tense: .past)
    var result: Set<EDTF> = []
    for grammar in knowledge.dateGrammars.values {
      let mentions = DateFinder(grammar: grammar).mentions(in: String(text))
      guard mentions.count == 1, mentions[0].range == 0..<text.utf8.count,
        let date = DateResolver().resolve(mentions[0], in: context)?.edtf, !date.lacksYear
      else { continue }
      result.insert(date)
    }
    return result
  }
}
