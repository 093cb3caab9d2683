import CasusModel

/// RDF 1.1 Turtle: one block for each resource.
struct TurtleFormat: ExportFormat {
  let name = "turtle"
  let fileExtension = "ttl"
  let summary = "RDF as Turtle: PROV-O, Web Annotation, EDTF dates"

  func export(_ graph: EventGraph, options: ExportOptions) throws -> Export {
    let description = RDFDescription(of: graph, options: options)
    return Export { sink in
      for vocabulary in RDFVocabulary.allCases {
        try sink("@prefix \(vocabulary.rawValue): <\(vocabulary.namespace)> .\n")
      }
      try description.visit { try sink(Self.block(for: $0)) }
    }
  }

  private static func block(for resource: RDFResource) -> String {
    var text = "\n\(self.text(of: resource.name))"
    for (index, property) in resource.properties.enumerated() {
      let name = property.name == .type ? "a" : self.text(of: property.name)
      let values = property.values.map { self.text(of: $0) }.joined(separator: ", ")
      text += index == 0 ? " \(name) \(values)" : " ;\n  \(name) \(values)"
    }
    return text + " .\n"
  }

  private static func text(of name: RDFName) -> String {
    name.short ?? "<\(name.iri)>"
  }

  private static func text(of value: RDFValue) -> String {
    switch value {
    case .name(let name): text(of: name)
    case .text(let text, let language?): "\(RDFValue.quoted(text))@\(language)"
    case .text(let text, nil): RDFValue.quoted(text)
    case .typed(let text, let type): "\(RDFValue.quoted(text))^^\(self.text(of: type))"
    }
  }
}
