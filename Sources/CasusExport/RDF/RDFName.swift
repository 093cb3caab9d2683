/// A name in RDF: a term of a vocabulary, or the identifier of a thing.
enum RDFName: Hashable {
  /// A term such as `prov:Entity`, written short where the syntax allows it.
  case term(RDFVocabulary, String)
  /// A whole IRI, percent-encoded.
  case thing(String)

  /// The whole IRI.
  var iri: String {
    switch self {
    case .term(let vocabulary, let local): vocabulary.namespace + local
    case .thing(let iri): iri
    }
  }

  /// `prov:Entity`; `nil` for things, and for terms that a prefixed name cannot hold.
  var short: String? {
    guard case .term(let vocabulary, let local) = self,
      local.utf8.allSatisfy({ Self.isPlain($0) })
    else { return nil }
    return "\(vocabulary.rawValue):\(local)"
  }

  static func casus(_ local: String) -> RDFName { .term(.casus, percentEncoded(local)) }
  static func prov(_ local: String) -> RDFName { .term(.prov, local) }
  static func oa(_ local: String) -> RDFName { .term(.oa, local) }
  static func schema(_ local: String) -> RDFName { .term(.schema, local) }
  static func xsd(_ local: String) -> RDFName { .term(.xsd, local) }

  static let type = RDFName.term(.rdf, "type")
  static let label = RDFName.term(.rdfs, "label")
  /// The datatype of EDTF dates that the Library of Congress defines.
  static let edtf = RDFName.term(.edtf, "EDTF")

  /// A web address as an IRI; `nil` unless it begins with `http://` or `https://`.
  static func web(_ address: String?) -> RDFName? {
    guard let address, address.hasPrefix("https://") || address.hasPrefix("http://") else {
      return nil
    }
    return .thing(percentEncoded(address) { $0 > 0x20 && !"<>\"{}|^`\\".utf8.contains($0) })
  }

  /// Text as a part of an IRI: everything but letters, digits, `-`, `.`, `_` and `~` is encoded.
  static func percentEncoded(_ text: String) -> String {
    percentEncoded(text) { isPlain($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "~") }
  }

  private static func percentEncoded(_ text: String, where isAllowed: (UInt8) -> Bool) -> String {
    var result = ""
    for byte in text.utf8 {
      if byte < 0x7f, isAllowed(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += byte < 16 ? "%0" : "%"
        result += String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
