import CasusKnowledge

/// One sentence with everything found in it.
///
/// Its arrays are reused from sentence to sentence.
struct Sentence {
  var tokens: [Token] = []
  var items: [Item] = []
  var chunks: [Chunk] = []
  var owners: [Owner] = []
  /// The frames that the verbs may have, in the order of the file; chunks hold ranges of it.
  var frames: [Int32] = []
  /// One for each chunk; only those of verbs mean something.
  var links: [VerbLinks] = []
  /// The date expressions, in order; `Item.date` counts in them.
  var dates: [DateMention] = []
  /// The expressions that measure the time between two of its events.
  var measures: [DateMention] = []
  /// The expressions that put an event at another time, without saying when.
  var elsewhens: [DateMention] = []
  /// First byte and byte after the last.
  var range: Range<Int> = 0..<0
  /// The sentence's number in the article.
  var number = 0
  var isHeading = false
  /// The tokens of names whose quotation marks were taken off.
  var quotedNames: [Range<Int>] = []

  /// Whether a verb stands right behind a question word that is a phrase, or opens the phrase of its subject: "what",
  /// "what it".
  func isFreeRelative(_ verb: Int) -> Bool {
    verb > 1 && chunks[verb].kind == .verb && chunks[verb - 1].kind == .nounPhrase
      && items[Int(chunks[verb - 1].firstItem)].roles.contains(.question)
  }

  /// The verb that says behind a verb who tells of it: "…, the minister said".
  func trailingSpeech(behind verb: Int) -> Int? {
    chunks.indices.first { $0 > verb && links[$0].isTrailingSpeech }
  }

  /// The phrases of a list that starts at a noun phrase.
  func list(from head: Int32) -> ListSequence {
    ListSequence(chunks: chunks, at: head)
  }

  /// Whether a chunk is a colon.
  func isColon(_ chunk: Int) -> Bool {
    chunks[chunk].kind == .stop
      && tokens[Int(items[Int(chunks[chunk].firstItem)].firstToken)].kind == .colon
  }

  /// "60 из | 80 российских дронов": what a bare figure is a part of, behind a preposition of origin.
  func whole(ofFigure phrase: Int) -> Int? {
    let chunk = chunks[phrase]
    guard phrase + 2 < chunks.count, chunk.kind == .nounPhrase,
      items[Int(chunk.firstItem)..<Int(chunk.endItem)].allSatisfy({ $0.kinds == .number }),
      chunks[phrase + 1].kind == .preposition, chunks[phrase + 1].roles.contains(.origin),
      chunks[phrase + 2].kind == .nounPhrase
    else { return nil }
    return phrase + 2
  }

  /// Whether a chunk is a colon or a semicolon: the clause behind it goes on with the same.
  func joinsClauses(_ chunk: Int) -> Bool {
    guard chunks[chunk].kind == .stop else { return false }
    let kind = tokens[Int(items[Int(chunks[chunk].firstItem)].firstToken)].kind
    return kind == .colon || kind == .semicolon
  }

  /// The expression that a date chunk holds, as a position in `dates`.
  func date(ofChunk chunk: Int) -> Int {
    Int(items[Int(chunks[chunk].firstItem)].date)
  }

  /// The bytes of the text from the first to the last of a chunk.
  func span(ofChunk chunk: Int) -> Range<Int> {
    span(Int(chunks[chunk].firstItem)..<Int(chunks[chunk].endItem))
  }

  /// The bytes of the text from the first to the last of some items.
  ///
  /// Where clauses were put in another order, the first item need not stand first in the text.
  func span(_ items: Range<Int>) -> Range<Int> {
    let start = Int(self.items[items].lazy.map(\.start).min() ?? 0)
    let end = Int(self.items[items].lazy.map(\.end).max() ?? 0)
    return start..<max(end, start)
  }

  struct ListSequence: Sequence, IteratorProtocol {
    let chunks: [Chunk]
    var at: Int32

    mutating func next() -> Int? {
      guard at >= 0 else { return nil }
      let here = Int(at)
      at = chunks[here].next
      return here
    }
  }
}
