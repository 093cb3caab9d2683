import CasusModel

/// Three CSV files: `nodes.csv` and `edges.csv` as Gephi imports them, and `events.csv` with one
/// row an event for spreadsheets.
struct CSVFormat: ExportFormat {
  let name = "csv"
  let fileExtension = ""
  let summary = "a folder with nodes.csv, edges.csv (Gephi) and events.csv (spreadsheets)"

  func export(_ graph: EventGraph, options: ExportOptions) throws -> Export {
    Export(files: [
      Export.File(name: "nodes.csv", content: nodes(of: graph, options)),
      Export.File(name: "edges.csv", content: edges(of: graph, options)),
      Export.File(name: "events.csv", content: events(of: graph, options)),
    ])
  }

  private func nodes(of graph: EventGraph, _ options: ExportOptions) -> String {
    CSVText.table(
      ["Id", "Label", "Kind", "Parent"],
      GraphNode.all(in: graph, options: options).map { [$0.id, $0.label, $0.kind, $0.parent] })
  }

  private func edges(of graph: EventGraph, _ options: ExportOptions) -> String {
    let header = [
      "Source", "Target", "Type", "Id", "Label", "timeset", "Weight", "Category", "Kind", "Undated",
    ]
    let rows = Tie.all(in: graph, options: options).map { tie in
      [
        tie.dyad.source.rawValue, tie.dyad.target.rawValue,
        tie.dyad.isSymmetric ? "Undirected" : "Directed", tie.id, tie.label, timeset(tie.spells),
        String(tie.weight), tie.category, tie.kind, String(tie.undatedCount),
      ]
    }
    return CSVText.table(header, rows)
  }

  /// Gephi's notation of a set of intervals: `<[2022-02-24, 2022-03-01]; [2022-09-05, Infinity]>`.
  private func timeset(_ spells: [ClosedRange<Int>]) -> String {
    let intervals = spells.map { spell in
      let start = spell.lowerBound == .min ? "-Infinity" : EDTF.dayText(spell.lowerBound)
      let end = spell.upperBound == .max ? "Infinity" : EDTF.dayText(spell.upperBound)
      return "[\(start), \(end)]"
    }
    return intervals.isEmpty ? "" : "<\(intervals.joined(separator: "; "))>"
  }

  private func events(of graph: EventGraph, _ options: ExportOptions) -> String {
    let header = [
      "Id", "Date", "FirstDay", "LastDay", "DateBasis", "Type", "Mode", "QuadClass", "Intensity",
      "Source", "Target", "Roles", "Object", "Place", "Status", "Contested", "Confidence",
      "EvidenceCount", "Quote", "Attribution", "Article", "Publisher", "Published", "Url",
      "Summary",
    ]
    let wording = EventWording(graph: graph, options: options)
    let articles = Dictionary(graph.articles.map { ($0.id, $0) }) { first, _ in first }
    let rows = graph.events.map { event in
      let article = event.evidence.first.flatMap { articles[$0.articleID] }
      return what(event, options) + [
        event.evidence.first?.text ?? "", list(event.evidence.first?.attribution ?? []),
        article?.title ?? "", article?.publisher ?? "", article?.published?.rawValue ?? "",
        article?.url ?? "", wording.headline(of: event),
      ]
    }
    return CSVText.table(header, rows)
  }

  /// The columns that do not depend on the evidence.
  private func what(_ event: Event, _ options: ExportOptions) -> [String] {
    let roles = event.roles.sorted { $0.key < $1.key }.map { name, actors in
      "\(name)=\(list(actors.map(\.rawValue)))"
    }
    return [
      event.id, event.date?.rawValue ?? "", day(event.date?.lowerBound),
      day(event.date?.upperBound),
      event.dateBasis.rawValue, event.type.rawValue, event.mode ?? "", event.quadClass.rawValue,
      String(options.catalog.intensity(event.type, mode: event.mode)),
      list(event.source.map(\.rawValue)), list(event.target.map(\.rawValue)),
      roles.joined(separator: "; "), event.object ?? "", event.place ?? "", event.status.rawValue,
      String(event.isContested), String(event.confidence), String(event.evidence.count),
    ]
  }

  private func list(_ values: [String]) -> String {
    values.joined(separator: " | ")
  }

  private func day(_ number: Int?) -> String {
    guard let number, number != .min, number != .max else { return "" }
    return EDTF.dayText(number)
  }
}
