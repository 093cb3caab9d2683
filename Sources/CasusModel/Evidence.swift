/// The exact words of an article that carry an event, and who says so.
public struct Evidence: Hashable, Codable, Sendable {
  /// The article's identifier.
  public var articleID: String
  /// The exact words: the slice of the article's text between `start` and `end`.
  public var text: String
  /// UTF-8 byte offset of the first byte in the article's text.
  public var start: Int
  /// UTF-8 byte offset after the last byte.
  public var end: Int
  /// The sentence that holds the words, for display.
  public var sentence: String
  /// Who says so when the article does not say it in its own voice: actor ids or media names.
  public var attribution: [String]
  /// Whether this statement says that the event happened, will, could, or did not.
  public var status: EventStatus
  /// The date that this statement gives, if any.
  public var date: EDTF?
  /// How that date was found.
  public var dateBasis: DateBasis
  /// The rule that matched, such as `id/frames.yaml:120 active`.
  public var rule: String
  /// Confidence of the extraction, 0…1.
  public var confidence: Double
  /// What was bought, sent, cut…, in the words of this article; `nil` also where nobody looked.
  public var object: String?
  /// The language of these words; `nil` also where nobody looked.
  public var language: String?

  /// Makes a piece of evidence from its parts.
  public init(
    articleID: String, text: String, start: Int, end: Int, sentence: String,
    attribution: [String], status: EventStatus, date: EDTF?, dateBasis: DateBasis,
    rule: String, confidence: Double, object: String? = nil, language: String? = nil
  ) {
    self.articleID = articleID
    self.text = text
    self.start = start
    self.end = end
    self.sentence = sentence
    self.attribution = attribution
    self.status = status
    self.date = date
    self.dateBasis = dateBasis
    self.rule = rule
    self.confidence = confidence
    self.object = object
    self.language = language
  }
}
