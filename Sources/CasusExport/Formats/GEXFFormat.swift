import CasusModel

/// GEXF 1.3 with time: actors as nodes, one edge for each pair of actors and type of event or kind
/// of relation, which exists in the intervals that its events cover.
///
/// Every edge is directed and says whether it is `symmetric`, for NetworkX refuses graphs that mix
/// both sorts.
struct GEXFFormat: ExportFormat {
  let name = "gexf"
  let fileExtension = "gexf"
  let summary = "GEXF 1.3 with time intervals, for Gephi"

  func export(_ graph: EventGraph, options: ExportOptions) throws -> Export {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">",
      "  <meta>",
      "    <creator>Casus</creator>",
      "    <description>\(XMLText.escape(graph.filter))</description>",
      "  </meta>",
      "  <graph mode=\"dynamic\" defaultedgetype=\"directed\" idtype=\"string\""
        + " timeformat=\"date\" timerepresentation=\"interval\">",
      "    <attributes class=\"node\" mode=\"static\">",
      "      <attribute id=\"kind\" title=\"kind\" type=\"string\"/>",
      "      <attribute id=\"parent\" title=\"parent\" type=\"string\"/>",
      "    </attributes>",
      "    <attributes class=\"edge\" mode=\"static\">",
      "      <attribute id=\"category\" title=\"category\" type=\"string\"/>",
      "      <attribute id=\"type\" title=\"type\" type=\"string\"/>",
      "      <attribute id=\"undated\" title=\"undated\" type=\"integer\"/>",
      "      <attribute id=\"symmetric\" title=\"symmetric\" type=\"boolean\"/>",
      "    </attributes>",
      "    <nodes>",
    ]
    for node in GraphNode.all(in: graph, options: options) { lines += element(of: node) }
    lines += ["    </nodes>", "    <edges>"]
    for tie in Tie.all(in: graph, options: options) { lines += element(of: tie) }
    lines += ["    </edges>", "  </graph>", "</gexf>"]
    return Export(
      lines.map { $0 + "\n" }.joined(), notes: [GraphMLFormat.note(on: graph)].compactMap { $0 })
  }

  private func element(of node: GraphNode) -> [String] {
    ["      <node\(XMLText.attributes(["id": node.id, "label": node.label]))>"]
      + values(["kind": node.kind, "parent": node.parent]) + ["      </node>"]
  }

  private func element(of tie: Tie) -> [String] {
    let attributes = XMLText.attributes([
      "id": tie.id, "source": tie.dyad.source.rawValue, "target": tie.dyad.target.rawValue,
      "kind": "\(tie.category):\(tie.kind)",
      "label": tie.label, "weight": String(tie.weight),
    ])
    var lines = ["      <edge\(attributes)>"]
    lines += values([
      "category": tie.category, "type": tie.kind, "undated": String(tie.undatedCount),
      "symmetric": String(tie.dyad.isSymmetric),
    ])
    if !tie.spells.isEmpty {
      lines.append("        <spells>")
      lines += tie.spells.map { spell in
        let ends = XMLText.attributes([
          "start": spell.lowerBound == .min ? nil : EDTF.dayText(spell.lowerBound),
          "end": spell.upperBound == .max ? nil : EDTF.dayText(spell.upperBound),
        ])
        return "          <spell\(ends)/>"
      }
      lines.append("        </spells>")
    }
    return lines + ["      </edge>"]
  }

  private func values(_ values: KeyValuePairs<String, String>) -> [String] {
    ["        <attvalues>"]
      + values.compactMap { name, value in
        value.isEmpty
          ? nil : "          <attvalue\(XMLText.attributes(["for": name, "value": value]))/>"
      } + ["        </attvalues>"]
  }
}
