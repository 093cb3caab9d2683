import CasusModel

/// GraphML 1.0: actors as nodes, one edge for every event and pair of actors and for every
/// relation, with typed data.
///
/// Every edge is directed and says whether it is `symmetric`, for NetworkX refuses graphs that mix
/// both sorts.
struct GraphMLFormat: ExportFormat {
  let name = "graphml"
  let fileExtension = "graphml"
  let summary = "GraphML 1.0, for yEd, Cytoscape, NetworkX, Neo4j and Gephi"

  func export(_ graph: EventGraph, options: ExportOptions) throws -> Export {
    let wording = EventWording(graph: graph, options: options)
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
        + " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">",
    ]
    lines += Self.keys.map { key in
      "  <key"
        + XMLText.attributes([
          "id": key.id, "for": key.domain, "attr.name": key.name, "attr.type": key.type,
        ]) + "/>"
    }
    lines.append("  <graph id=\"casus\" edgedefault=\"directed\">")
    let head = lines
    return Export(notes: [Self.note(on: graph)].compactMap { $0 }) { sink in
      func write(_ lines: [String]) throws { try sink(lines.map { $0 + "\n" }.joined()) }
      try write(head)
      for node in GraphNode.all(in: graph, options: options) { try write(element(of: node)) }
      for event in graph.events {
        for dyad in Dyad.all(of: event) { try write(element(of: event, dyad, wording)) }
      }
      for relation in graph.relations { try write(element(of: relation, wording)) }
      try write(["  </graph>", "</graphml>"])
    }
  }

  /// Says how many events a network cannot show.
  static func note(on graph: EventGraph) -> String? {
    let count = graph.events.count { Dyad.all(of: $0).isEmpty }
    return count == 0
      ? nil
      : "Without an edge, having only one actor: "
        + "\(Counted.text(count, of: graph.events.count, "event"))."
  }

  private typealias Key = (id: String, domain: String, name: String, type: String)

  private static let keys: [Key] = [
    ("label", "node", "label", "string"), ("kind", "node", "kind", "string"),
    ("parent", "node", "parent", "string"), ("category", "edge", "category", "string"),
    ("event", "edge", "event", "string"), ("type", "edge", "type", "string"),
    ("mode", "edge", "mode", "string"), ("edgelabel", "edge", "label", "string"),
    ("date", "edge", "date", "string"), ("firstday", "edge", "firstDay", "string"),
    ("lastday", "edge", "lastDay", "string"), ("status", "edge", "status", "string"),
    ("contested", "edge", "contested", "boolean"), ("confidence", "edge", "confidence", "double"),
    ("evidence", "edge", "evidenceCount", "int"), ("polarity", "edge", "polarity", "int"),
    ("quote", "edge", "quote", "string"), ("symmetric", "edge", "symmetric", "boolean"),
  ]

  private func element(of node: GraphNode) -> [String] {
    ["    <node\(XMLText.attributes(["id": node.id]))>"]
      + data(["label": node.label, "kind": node.kind, "parent": node.parent]) + ["    </node>"]
  }

  private func element(of event: Event, _ dyad: Dyad, _ wording: EventWording) -> [String] {
    edge(
      id: "\(event.id):\(dyad.source):\(dyad.target)", dyad,
      [
        "category": "event", "event": event.id, "type": event.type.rawValue, "mode": event.mode,
        "edgelabel": wording.label(of: event), "date": event.date?.rawValue,
        "firstday": day(event.date?.lowerBound), "lastday": day(event.date?.upperBound),
        "status": event.status.rawValue, "contested": String(event.isContested),
        "confidence": String(event.confidence), "evidence": String(event.evidence.count),
        "quote": event.evidence.first?.text,
      ])
  }

  private func element(of relation: Relation, _ wording: EventWording) -> [String] {
    let dyad = Dyad(
      source: relation.source, target: relation.target, isSymmetric: relation.isSymmetric)
    return edge(
      id: "relation:\(relation.id)", dyad,
      [
        "category": "relation", "type": relation.kind,
        "edgelabel": wording.label(ofRelation: relation.kind),
        "date": relation.validity?.rawValue, "firstday": day(relation.validity?.lowerBound),
        "lastday": day(relation.validity?.upperBound), "status": relation.state.rawValue,
        "polarity": String(relation.polarity),
      ])
  }

  private func edge(
    id: String, _ dyad: Dyad, _ values: KeyValuePairs<String, String?>
  ) -> [String] {
    let attributes = XMLText.attributes([
      "id": id, "source": dyad.source.rawValue, "target": dyad.target.rawValue,
    ])
    return ["    <edge\(attributes)>"] + data(values)
      + data(["symmetric": String(dyad.isSymmetric)]) + ["    </edge>"]
  }

  private func data(_ values: KeyValuePairs<String, String?>) -> [String] {
    values.compactMap { key, value in
      guard let value, !value.isEmpty else { return nil }
      return "      <data key=\"\(key)\">\(XMLText.escape(value))</data>"
    }
  }

  private func day(_ number: Int?) -> String? {
    guard let number, number != .min, number != .max else { return nil }
    return EDTF.dayText(number)
  }
}
