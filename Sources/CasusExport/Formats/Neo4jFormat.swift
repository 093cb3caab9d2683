import CasusModel

/// CSV files of nodes and relationships with typed headers, for the bulk import of Neo4j.
///
/// No field holds a line end, which the import refuses by default.
///
/// `neo4j-admin database import full --nodes=actors.csv --nodes=events.csv --nodes=articles.csv
/// --relationships=participants.csv --relationships=evidence.csv --relationships=relations.csv`
struct Neo4jFormat: ExportFormat {
  let name = "neo4j"
  let fileExtension = ""
  let summary = "a folder of CSV files with the headers of neo4j-admin database import"

  func export(_ graph: EventGraph, options: ExportOptions) throws -> Export {
    Export(files: [
      Self.actors(of: graph, options), Self.events(of: graph, options), Self.articles(of: graph),
      Self.participants(of: graph), Self.evidence(of: graph), Self.relations(of: graph, options),
    ])
  }

  private static func actors(of graph: EventGraph, _ options: ExportOptions) -> Export.File {
    let actors = Dictionary(graph.actors.map { ($0.id, $0) }) { first, _ in first }
    let rows = graph.namedActors.map { id in
      let actor = actors[id]
      let names = Set((actor?.names ?? [:]).values).sorted()
      return [
        id.rawValue, actor?.name(in: options.language) ?? id.rawValue,
        names.map { $0.split(separator: ";").joined(separator: ",") }.joined(separator: ";"),
        actor?.kind.rawValue ?? "", actor?.parent?.rawValue ?? "", "Actor",
      ]
    }
    return file(
      "actors.csv",
      ["id:ID(Actor)", "name", "names:string[]", "kind", "parent", ":LABEL"], rows)
  }

  private static func events(of graph: EventGraph, _ options: ExportOptions) -> Export.File {
    let wording = EventWording(graph: graph, options: options)
    let rows = graph.events.map { event in
      [
        event.id, event.type.rawValue, event.mode ?? "", event.quadClass.rawValue,
        wording.headline(of: event), event.date?.rawValue ?? "", event.date?.firstDay ?? "",
        event.date?.lastDay ?? "", event.status.rawValue, String(event.isContested),
        String(event.confidence), event.object ?? "", event.place ?? "", "Event",
      ]
    }
    return file(
      "events.csv",
      [
        "id:ID(Event)", "type", "mode", "quadClass", "summary", "edtf", "firstDay:date",
        "lastDay:date", "status", "contested:boolean", "confidence:double", "object", "place",
        ":LABEL",
      ], rows)
  }

  private static func articles(of graph: EventGraph) -> Export.File {
    let rows = graph.articles.map { article in
      [
        article.id, article.title, article.language ?? "", article.publisher ?? "",
        article.url ?? "", article.published?.rawValue ?? "", article.published?.firstDay ?? "",
        "Article",
      ]
    }
    return file(
      "articles.csv",
      [
        "id:ID(Article)", "title", "language", "publisher", "url", "published",
        "publishedDay:date", ":LABEL",
      ], rows)
  }

  private static func participants(of graph: EventGraph) -> Export.File {
    let rows = graph.events.flatMap { event in
      let sides = [("SOURCE", event.source), ("TARGET", event.target)]
      let roles = event.roles.sorted { $0.key < $1.key }.map { (type($0.key), $0.value) }
      return (sides + roles).flatMap { role, ids in ids.map { [$0.rawValue, event.id, role] } }
    }
    return file("participants.csv", [":START_ID(Actor)", ":END_ID(Event)", ":TYPE"], rows)
  }

  private static func evidence(of graph: EventGraph) -> Export.File {
    let known = Set(graph.articles.map(\.id))
    let rows = graph.events.flatMap { event in
      event.evidence.filter { known.contains($0.articleID) }.map { evidence in
        [
          evidence.articleID, event.id, evidence.text, String(evidence.start),
          String(evidence.end), evidence.attribution.joined(separator: ";"),
          evidence.status.rawValue, evidence.date?.rawValue ?? "", evidence.rule,
          String(evidence.confidence), "TELLS_OF",
        ]
      }
    }
    return file(
      "evidence.csv",
      [
        ":START_ID(Article)", ":END_ID(Event)", "words", "startByte:long", "endByte:long",
        "attribution:string[]", "status", "edtf", "rule", "confidence:double", ":TYPE",
      ], rows)
  }

  private static func relations(
    of graph: EventGraph, _ options: ExportOptions
  ) -> Export.File {
    let rows = graph.relations.map { relation in
      [
        relation.source.rawValue, relation.target.rawValue, relation.id,
        relation.validity?.rawValue ?? "", relation.validity?.firstDay ?? "",
        relation.validity?.lastDay ?? "", relation.state.rawValue, String(relation.polarity),
        String(relation.isSymmetric), type(relation.kind),
      ]
    }
    return file(
      "relations.csv",
      [
        ":START_ID(Actor)", ":END_ID(Actor)", "id", "edtf", "firstDay:date", "lastDay:date",
        "state", "polarity:int", "symmetric:boolean", ":TYPE",
      ], rows)
  }

  private static func file(_ name: String, _ header: [String], _ rows: [[String]]) -> Export.File {
    Export.File(
      name: name,
      content: CSVText.table(
        header, rows.map { $0.map(\.onOneLine) }, guardsFormulas: false))
  }

  /// `diplomatic-relations` as Neo4j names relationship types: `DIPLOMATIC_RELATIONS`.
  private static func type(_ name: String) -> String {
    String(name.uppercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }
}
