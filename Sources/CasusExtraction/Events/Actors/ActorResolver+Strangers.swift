import CasusKnowledge
import CasusModel

/// People who share a surname with somebody known.
extension ActorResolver {
  /// Takes a known person's surname for nobody's where another given name stands beside it: "Muse Bihi
  /// Abdi", "Brigitte Macron", "Ellen Johnson Sirleaf".
  func forgetStrangers(in sentence: inout Sentence, _ text: UnsafeBufferPointer<UInt8>) {
    guard
      sentence.items.contains(where: { $0.kinds.contains(.actor) && isOneWord($0) }),
      !isTitle(sentence)
    else { return }
    for at in sentence.items.indices where isSurname(sentence.items[at]) {
      // A sentence begins with a capital whatever the word.
      let before = at > 1 && isName(at - 1, beside: at - 1, sentence) ? at - 1 : nil
      let behind =
        at + 1 < sentence.items.count && isName(at + 1, beside: at, sentence) ? at + 1 : nil
      guard let other = before ?? behind,
        !isGivenName(sentence.items[other], of: sentence.items[at], text)
      else { continue }
      sentence.items[at].kinds = .unknown
      sentence.items[at].node = 0
      sentence.items[at].roles = []
    }
  }

  private func isOneWord(_ item: Item) -> Bool {
    item.endToken == item.firstToken + 1 && item.isCapitalised && item.articleName < 0
  }

  /// Whether an item means people by a short form of their names and nothing else.
  private func isSurname(_ item: Item) -> Bool {
    guard item.kinds.contains(.actor), isOneWord(item), item.roles.isEmpty,
      item.kinds.isDisjoint(with: [.place, .verb, .noun, .eventNoun])
    else { return false }
    return lexicon.meanings(of: item.node).allSatisfy {
      $0.kind != .actor
        || $0.marks.contains(.shortForm)
          && knowledge.actors.kind(at: Int($0.index)) == .person
    }
  }

  /// Whether a word that the lexicon does not know stands with a capital right beside the one behind it.
  private func isName(_ name: Int, beside at: Int, _ sentence: Sentence) -> Bool {
    let (item, behind) = (sentence.items[name], sentence.items[at + 1])
    return item.kinds == .unknown && item.isCapitalised && item.roles.isEmpty && !item.isJoined
      && behind.mark == .word && !behind.isJoined
  }

  /// Whether a name begins as a given name does of those that a surname may mean.
  private func isGivenName(
    _ name: Item, of surname: Item, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let start = Int(name.start)
    let initial = text[start..<min(start + (text[start] < 0x80 ? 1 : 2), text.count)]
    return lexicon.meanings(of: surname.node).contains { meaning in
      guard meaning.kind == .actor else { return false }
      let names = knowledge.actors.entries[Int(meaning.index)].names[lexicon.language] ?? []
      return names.contains { full in
        !full.marks.contains(.shortForm)
          && full.text.split(separator: " ").contains { $0.utf8.starts(with: initial) }
      }
    }
  }
}
