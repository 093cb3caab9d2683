import CasusKnowledge

// Surnames, streets and brands that look like what is named after a state.
extension Matcher {
  /// "Артёма Польского", "пана Турка", "на вулиці Грузинській": words for peoples are written small where endings show
  /// cases; with a capital inside a sentence, and without a noun that they might belong to, they are names.
  static func readSurnames(_ items: inout [Item], _ text: UnsafeBufferPointer<UInt8>) {
    for i in items.indices.dropFirst()
    where items[i].kinds.contains(.adjectivalActor) && items[i].isCapitalised
      && items[i].endToken == items[i].firstToken + 1 && isInsideSentence(items[i - 1])
      && !isInCapitals(items[i], text)
    {
      if i + 1 < items.count, items[i].nounFeatures.isDisjoint(with: .noun),
        opensName(items[i + 1])
      {
        continue
      }
      items[i].kinds = .unknown
    }
  }

  /// Whether no sentence can begin behind an item.
  private static func isInsideSentence(_ before: Item) -> Bool {
    before.mark == .word || before.mark == .comma
  }

  /// "Польского института", "Американский Красный Крест": what a name that begins with an adjective goes on with.
  private static func opensName(_ next: Item) -> Bool {
    next.mark == .word && next.kinds.isDisjoint(with: [.verb, .unknownVerb])
      && next.roles.isDisjoint(with: [.preposition, .conjunction, .adverb, .be, .negation])
  }

  /// Whether a word is all in capitals, as in headlines.
  private static func isInCapitals(_ item: Item, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let second = Int(item.start) + 2
    guard second + 1 < Int(item.end), text[second] == 0xD0 else { return false }
    return text[second + 1] >= 0x81 && text[second + 1] <= 0xAF
  }
}
