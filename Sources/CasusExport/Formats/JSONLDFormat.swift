import CasusModel

/// JSON-LD 1.1: the prefixes as context, then one object for each resource on a line of its own.
struct JSONLDFormat: ExportFormat {
  let name = "jsonld"
  let fileExtension = "jsonld"
  let summary = "RDF as JSON-LD: as Turtle, for programs that read JSON"

  func export(_ graph: EventGraph, options: ExportOptions) throws -> Export {
    let context = RDFVocabulary.allCases.map {
      (key: $0.rawValue, value: JSONValue.string($0.namespace))
    }
    let description = RDFDescription(of: graph, options: options)
    let head = "{\"@context\": \(JSONValue.object(context).text),\n\"@graph\": ["
    return Export { sink in
      try sink(head)
      var isFirst = true
      try description.visit { resource in
        try sink((isFirst ? "\n" : ",\n") + Self.object(for: resource).text)
        isFirst = false
      }
      try sink("\n]}\n")
    }
  }

  private static func object(for resource: RDFResource) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [("@id", .string(text(of: resource.name)))]
    for property in resource.properties {
      if property.name == .type {
        members.append(("@type", .array(property.values.compactMap { type(in: $0) })))
      } else {
        members.append((text(of: property.name), .array(property.values.map { value(of: $0) })))
      }
    }
    return .object(members)
  }

  private static func text(of name: RDFName) -> String { name.short ?? name.iri }

  private static func type(in value: RDFValue) -> JSONValue? {
    guard case .name(let name) = value else { return nil }
    return .string(text(of: name))
  }

  private static func value(of value: RDFValue) -> JSONValue {
    switch value {
    case .name(let name): ["@id": .string(text(of: name))]
    case .text(let text, let language?):
      ["@value": .string(clean(text)), "@language": .string(language)]
    case .text(let text, nil): ["@value": .string(clean(text))]
    case .typed(let text, let type):
      ["@value": .string(clean(text)), "@type": .string(self.text(of: type))]
    }
  }

  /// U+0000, which RDF forbids, becomes U+FFFD here as in Turtle.
  private static func clean(_ text: String) -> String {
    guard text.utf8.contains(0) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{fffd}" : $0 }))
  }
}
