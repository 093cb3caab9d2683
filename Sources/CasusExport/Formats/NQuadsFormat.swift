import CasusModel

/// RDF 1.1 N-Quads: one statement a line; evidence lies in the graph named by its article.
struct NQuadsFormat: ExportFormat {
  let name = "nquads"
  let fileExtension = "nq"
  let summary = "RDF as N-Quads: as Turtle, the evidence in a graph for each article"

  func export(_ graph: EventGraph, options: ExportOptions) throws -> Export {
    let description = RDFDescription(of: graph, options: options)
    return Export { sink in
      try sink("# Casus\n")
      try description.visit { try sink(Self.lines(for: $0)) }
    }
  }

  private static func lines(for resource: RDFResource) -> String {
    var text = ""
    let subject = "<\(resource.name.iri)>"
    let end = resource.graph.map { " <\($0.iri)> .\n" } ?? " .\n"
    for property in resource.properties {
      for value in property.values {
        text += "\(subject) <\(property.name.iri)> \(self.text(of: value))\(end)"
      }
    }
    return text
  }

  private static func text(of value: RDFValue) -> String {
    switch value {
    case .name(let name): "<\(name.iri)>"
    case .text(let text, let language?): "\(RDFValue.quoted(text))@\(language)"
    case .text(let text, nil): RDFValue.quoted(text)
    case .typed(let text, let type): "\(RDFValue.quoted(text))^^<\(type.iri)>"
    }
  }
}
