/// The vocabularies that an RDF export uses, by prefix.
enum RDFVocabulary: String, CaseIterable {
  /// What no published vocabulary says: described in `docs/exports.md`.
  case casus
  /// EDTF date literals (Library of Congress datatypes).
  case edtf
  /// Web Annotation: which words of an article carry an event.
  case oa
  /// PROV-O: what comes from where.
  case prov
  case rdf
  case rdfs
  /// schema.org, for articles.
  case schema
  /// Simple Event Model.
  case sem
  case xsd

  /// What a prefix stands for.
  var namespace: String {
    switch self {
    case .casus: "urn:casus:vocabulary:"
    case .edtf: "http://id.loc.gov/datatypes/edtf/"
    case .oa: "http://www.w3.org/ns/oa#"
    case .prov: "http://www.w3.org/ns/prov#"
    case .rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    case .rdfs: "http://www.w3.org/2000/01/rdf-schema#"
    case .schema: "https://schema.org/"
    case .sem: "http://semanticweb.cs.vu.nl/2009/11/sem/"
    case .xsd: "http://www.w3.org/2001/XMLSchema#"
    }
  }
}
