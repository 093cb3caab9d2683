import CasusModel

/// What the identity of events and the number of their sources depend on of an article.
final class ArticleParticulars: Sendable {
  let id: String
  let published: EDTF?
  let language: String?
  /// Whom it copies; `nil` where nobody looked.
  let source: IndependentSources.Source?
  /// The first day on which it may have been published; what is not known comes last.
  let sortDay: Int

  init(
    id: String, published: EDTF?, language: String?, source: IndependentSources.Source? = nil
  ) {
    self.id = id
    self.published = published
    self.language = language
    self.source = source
    sortDay = published?.lowerBound ?? .max
  }
}
