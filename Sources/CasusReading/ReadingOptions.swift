public import CasusModel

/// What the caller knows better than the files.
public struct ReadingOptions: Sendable {
  /// The publication date of every article, in place of what the files say.
  public var published: EDTF?
  /// The language of every article, in place of what the files say.
  public var language: String?
  /// The publisher of every article, in place of what the files say.
  public var publisher: String?
  /// What is known of the languages, to tell them apart; without profiles nothing is detected.
  public var languageProfiles: [LanguageProfile]
  /// The `CivilDay` number of today: articles published later get a warning, unless it is `nil`.
  public var today: Int?
  /// How much compressed files may grow.
  public var limits: ReadingLimits

  /// Makes options; all are off unless given.
  public init(
    published: EDTF? = nil, language: String? = nil, publisher: String? = nil,
    languageProfiles: [LanguageProfile] = [], today: Int? = nil,
    limits: ReadingLimits = ReadingLimits()
  ) {
    self.published = published
    self.language = language
    self.publisher = publisher
    self.languageProfiles = languageProfiles
    self.today = today
    self.limits = limits
  }
}
