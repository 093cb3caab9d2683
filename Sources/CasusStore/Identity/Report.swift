import CasusModel

/// One statement with what identity must know of its article.
///
/// It is an object, so that handing it about does not copy a statement.
final class Report {
  let statement: Statement
  /// What is known of its article.
  private(set) var article: ArticleParticulars
  /// The words of the object where objects are compared, see `ObjectMatch`.
  private(set) lazy var object: ObjectWords? =
    comparesObjects ? memory?.object(of: statement) ?? ObjectMemory.object(of: statement) : nil
  /// The words of the place where places are compared; what an event table says of it is no words of
  /// an article, and often a guess.
  private(set) lazy var place: ObjectWords? =
    comparesObjects && !statement.evidence.sentence.isEmpty
    ? memory?.place(of: statement) ?? ObjectMemory.place(of: statement, known: nil) : nil
  private let comparesObjects: Bool
  private let memory: ObjectMemory?
  /// The place of the date in time, `nil` when it has none.
  let span: DateSpan?
  /// What reviewers decided.
  var marks: ReviewMarks { decided?.marks ?? ReviewMarks() }
  private let decided: Decided?
  /// What the caller knows the statement by; identity never looks at it.
  var tag: Int
  /// Where the table has the statement, when it is part of an event there.
  let row: Row?

  /// A row of `evidence`.
  struct Row {
    let key: Int64
    let event: Int64
    /// What the table has of the statement itself, `nil` where it says just what its group has.
    let stated: String?
  }

  /// What few statements have, apart from them.
  private final class Decided {
    let marks: ReviewMarks

    init(_ marks: ReviewMarks) {
      self.marks = marks
    }
  }

  init(
    statement: Statement, article: ArticleParticulars, isSingular: Bool = false,
    marks: ReviewMarks = ReviewMarks(), objects: ObjectMemory? = nil, tag: Int = 0, row: Row? = nil
  ) {
    self.row = row
    memory = objects
    self.statement = statement
    self.article = article
    comparesObjects = !isSingular && ObjectMatch.concerns(statement.type)
    span = statement.evidence.date.flatMap { DateSpan($0, isSingular: isSingular) }
    decided = marks.isEmpty ? nil : Decided(marks)
    self.tag = tag
  }

  /// Says more of the article of a statement that was made ready before its source was looked up.
  func setArticle(_ article: ArticleParticulars) { self.article = article }

  /// Whether reviewers decided anything.
  var isReviewed: Bool { decided != nil }

  var published: EDTF? { article.published }
  var language: String? { article.language }
  var evidence: Evidence { statement.evidence }
  var articleID: String { statement.evidence.articleID }

  /// The day of publication, where the article gives a whole day.
  var publicationDay: Int? {
    guard let published, published.precision == .day else { return nil }
    return published.lowerBound
  }

  /// The day by which an undated statement finds its news cycle; a date without a year has none.
  var newsDay: Int? { evidence.date == nil ? publicationDay : nil }

  /// What the statement says of reality: something that is or is not so, or something to come.
  enum Outlook: String {
    case actual, prospective
  }

  var outlook: Outlook {
    switch evidence.status {
    case .occurred, .denied: .actual
    case .planned, .hypothetical: .prospective
    }
  }

  /// The order of an event's evidence: publication date (unknown last), article, place in the text.
  static func isBefore(_ a: Report, _ b: Report) -> Bool {
    let dateA = a.article.sortDay
    let dateB = b.article.sortDay
    if dateA != dateB { return dateA < dateB }
    if a.articleID != b.articleID { return a.articleID < b.articleID }
    if a.evidence.start != b.evidence.start { return a.evidence.start < b.evidence.start }
    if a.evidence.end != b.evidence.end { return a.evidence.end < b.evidence.end }
    return a.contentKey.lexicographicallyPrecedes(b.contentKey)
  }

  /// Tells statements about the same words apart.
  private var contentKey: [String] {
    [
      evidence.status.rawValue, evidence.date?.rawValue ?? "", evidence.dateBasis.rawValue,
      evidence.attribution.joined(separator: "\u{1F}"), evidence.rule, "\(evidence.confidence)",
      statement.object ?? "", statement.place ?? "", evidence.sentence,
    ]
      + statement.participants.sorted { $0.key < $1.key }.map {
        "\($0.key)=" + $0.value.map(\.rawValue).joined(separator: "\u{1F}")
      }
  }
}

extension [Report] {
  /// How many articles the statements are from.
  var articleCount: Int {
    guard count > 1 else { return count }
    guard count <= Self.few else { return Set(map(\.articleID)).count }
    // Few are sooner compared than hashed.
    return indices.count { index in
      let id = self[index].articleID
      return !self[..<index].contains { $0.articleID == id }
    }
  }

  /// So many statements are sooner compared with each other than hashed.
  static var few: Int { 8 }
}
