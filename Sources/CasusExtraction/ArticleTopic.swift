import CasusKnowledge
import CasusModel

/// Tells an article about sport, stories, food, markets or nature from one about states, and on such a page the
/// statements that are meant as they stand from those that are not.
///
/// Such pages borrow the verbs of war ("coffee conquered Vienna", "Germany crushed Scotland"), sentence after
/// sentence, and no word of a sentence need show it. The words of the whole page do. But a page about a zoo, a
/// museum or a football club may report what was done to it: each statement therefore has signs of being meant
/// literally, which it owes to its own clause, and where one has enough of them the page is a report.
struct ArticleTopic {
  /// A statement, as far as it matters here.
  private struct Act {
    var sentence: Int
    /// How much shows that it is meant as it stands.
    var signs: Int
    var type: EventType
  }

  /// So many signs leave no doubt.
  private static let sure = 2
  /// What has fewer sentences is no page, whose words as a whole would tell.
  private static let page = 5
  /// What a word of play in the same sentence takes away.
  private static let play = 2

  private let lexicon: Lexicon
  private let everyday: ClassSet
  private let statecraft: ClassSet
  /// The words of daily life met so far, each once.
  private var everydayWords: Set<UInt32> = []
  private var everydaySentences = 0
  /// The numbers of the sentences that speak of a game, a film or a dish.
  private var playSentences: Set<Int> = []
  /// The numbers of the sentences that name those who act for states, and what only states do.
  private var statecraftSentences: Set<Int> = []
  private var sentences = 0
  /// Whether the headline names a kind of page that tells no news: a quiz, a horoscope, letters, a review.
  private var isColumn = false
  private let column: ClassSet
  private var acts: [Act] = []

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    everyday = lexicon.classes("everyday")
    statecraft = lexicon.classes("statecraft")
    column = lexicon.classes("column_word")
  }

  /// Takes note of a sentence.
  /// - Parameters:
  ///   - sentence: the sentence, with what the lexicon says of its words.
  ///   - isPlay: whether it speaks of a game, a film or a dish.
  mutating func note(_ sentence: borrowing Sentence, isPlay: Bool) {
    var tellsOfEveryday = isPlay
    var tellsOfStates = false
    for item in sentence.items where item.classSet != 0 {
      let classes = lexicon.classSets[Int(item.classSet)]
      if classes.intersects(everyday) {
        tellsOfEveryday = true
        everydayWords.insert(item.node)
      }
      if classes.intersects(statecraft) { tellsOfStates = true }
      if classes.intersects(column), sentence.isHeading, sentence.number <= 1 { isColumn = true }
    }
    sentences += 1
    if isPlay { playSentences.insert(sentence.number) }
    if tellsOfEveryday { everydaySentences += 1 }
    if tellsOfStates { statecraftSentences.insert(sentence.number) }
  }

  /// Takes note of the next statement.
  /// - Parameters:
  ///   - type: its type.
  ///   - mode: its mode, if it has one.
  ///   - sentence: the number of its sentence, noted before.
  ///   - signs: what else in its clause shows that it is meant as it stands.
  mutating func note(_ type: EventType, _ mode: String?, in sentence: Int, signs: Int) {
    var signs = signs
    if Self.isOfStates(type) { signs += 1 }
    if let mode, Self.modesOfStates.contains(mode) { signs += 1 }
    if statecraftSentences.contains(sentence) { signs += 1 }
    if playSentences.contains(sentence) { signs -= Self.play }
    acts.append(Act(sentence: sentence, signs: signs, type: type))
  }

  /// Teams, pieces and heroes attack, retreat and meet; they impose no sanctions and send no aid.
  private static func isOfStates(_ type: EventType) -> Bool {
    switch type {
    case .sanction, .aid, .accuse, .support, .request, .agree, .protest: true
    default: false
    }
  }

  /// What no game, story or market is ever said to do: nobody but a state deports, or levies tariffs.
  private static let modesOfStates: Set<String> = [
    "asset-freeze", "close-border", "deport", "ease-sanctions", "embargo", "expel-diplomats",
    "extradite", "hand-back", "lift-sanctions", "recall-ambassador", "summon-ambassador",
    "tariffs", "travel-ban",
  ]

  /// Finds the statements that are not meant as they stand.
  /// - Parameter leftOut: the statements that are none anyhow, for want of a side.
  /// - Returns: the statements to leave out.
  func figuresOfSpeech(leftOut: Set<Int>) -> [Int] {
    let told = acts.indices.filter { !leftOut.contains($0) }
    let figures = told.filter { isFigure($0) }
    let proof = told.map { max(acts[$0].signs, 0) }.reduce(0, +)
    let isReport =
      told.contains { acts[$0].signs >= Self.sure } || figures.isEmpty && proof > Self.sure
    guard isDoubtful else {
      // "Planes bombed the camp on Friday, where the national team was training": that much outweighs a word.
      return told.filter { acts[$0].signs < 0 && isInPlay($0) && (!isReport || isFigure($0)) }
    }
    // "After Russia had invaded Ukraine": taken at its word where more on the page is beyond doubt.
    if isReport, proof > figures.count { return figures.filter { isInPlay($0) } }
    return told.filter { acts[$0].signs <= Self.sure }
  }

  /// Whether so much of the article is about daily life that its statements need proof.
  private var isDoubtful: Bool {
    isColumn || playSentences.count >= 2 && playSentences.count * 6 >= sentences
      || everydayWords.count >= 2 && everydaySentences * 5 >= sentences
        && sentences >= Self.page
  }

  private func isInPlay(_ act: Int) -> Bool { playSentences.contains(acts[act].sentence) }

  /// Whether nothing speaks for a statement of a type that games and stories borrow.
  private func isFigure(_ act: Int) -> Bool {
    // A team is beaten or held; it is states that refuse to meet it.
    acts[act].signs <= 0 && !Self.isOfStates(acts[act].type) && acts[act].type != .reject
  }
}
