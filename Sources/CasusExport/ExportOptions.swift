public import CasusModel

/// How names and events are worded in an export.
public struct ExportOptions: Sendable {
  /// The BCP 47 code of the language for names and labels.
  public var language: String
  /// The labels of event types; without it, types are named as PLOVER names them.
  public var catalog: EventCatalog
  /// What the IRIs of RDF resources begin with, such as `https://example.org/id/`.
  public var baseIRI: String

  /// Makes options: English names and PLOVER type names unless told otherwise.
  public init(
    language: String = "en", catalog: EventCatalog = EventCatalog(types: [:], relations: [:]),
    baseIRI: String = "urn:casus:"
  ) {
    self.language = language
    self.catalog = catalog
    self.baseIRI = baseIRI
  }
}
