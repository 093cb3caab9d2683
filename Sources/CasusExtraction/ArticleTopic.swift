import CasusKnowledge

/// Tells an article about food, markets, art, nature or neighbours from one about states.
///
/// Such pages borrow the verbs of war ("coffee conquered Vienna", "the rand is under attack"), sentence after
/// sentence, and no word of a sentence need show it. The words of the whole page do.
struct ArticleTopic {
  private let lexicon: Lexicon
  private let everyday: ClassSet
  private let statecraft: ClassSet
  /// The words of daily life met so far, each once.
  private var everydayWords: Set<UInt32> = []
  private var everydaySentences = 0
  /// The numbers of the sentences that name those who act for states, and what only states do.
  private var statecraftSentences: Set<Int> = []
  private var sentences = 0

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    everyday = lexicon.classes("everyday")
    statecraft = lexicon.classes("statecraft")
  }

  /// Takes note of a sentence.
  /// - Parameters:
  ///   - sentence: the sentence, with what the lexicon says of its words.
  ///   - isFiction: whether it speaks of a game, a film or a dish.
  mutating func note(_ sentence: borrowing Sentence, isFiction: Bool) {
    var tellsOfEveryday = isFiction
    var tellsOfStates = false
    for item in sentence.items where item.classSet != 0 {
      let classes = lexicon.classSets[Int(item.classSet)]
      if classes.intersects(everyday) {
        tellsOfEveryday = true
        everydayWords.insert(item.node)
      }
      if classes.intersects(statecraft) { tellsOfStates = true }
    }
    sentences += 1
    if tellsOfEveryday { everydaySentences += 1 }
    if tellsOfStates { statecraftSentences.insert(sentence.number) }
  }

  /// Finds the statements that are none because the article is about daily life: many words tell so, few of
  /// states, few acts were found in it, and nothing in their own sentence is of states.
  /// - Parameters:
  ///   - origins: the numbers of the sentences that the statements stand in.
  ///   - leftOut: the statements that are none anyhow, for want of a side.
  /// - Returns: the statements to leave out.
  func figuresOfSpeech(origins: [Int], leftOut: Set<Int>) -> [Int] {
    guard everydayWords.count >= (statecraftSentences.isEmpty ? 2 : 3),
      everydaySentences * 5 >= sentences,
      statecraftSentences.count * 3 <= everydaySentences,
      (origins.count - leftOut.count) * 3 <= sentences
    else { return [] }
    return origins.indices.filter { !statecraftSentences.contains(origins[$0]) }
  }
}
