import CasusModel

/// RDF 1.1 N-Quads: one statement a line; evidence lies in the graph named by its article.
struct NQuadsFormat: ExportFormat {
  let name = "nquads"
  let fileExtension = "nq"
  let summary = "RDF as N-Quads: as Turtle, the evidence in a graph for each article"

  func export(_ graph: EventGraph, options: ExportOptions) throws -> Export {
    var text = "# Casus\n"
    RDFDescription(of: graph, options: options).forEach { Self.write($0, to: &text) }
    return Export(text)
  }

  private static func write(_ resource: RDFResource, to text: inout String) {
    let subject = "<\(resource.name.iri)>"
    let end = resource.graph.map { " <\($0.iri)> .\n" } ?? " .\n"
    for property in resource.properties {
      for value in property.values {
        text += "\(subject) <\(property.name.iri)> \(self.text(of: value))\(end)"
      }
    }
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
