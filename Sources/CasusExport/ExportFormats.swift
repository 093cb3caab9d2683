/// The interchange formats.
public enum ExportFormats {
  /// Every format, in the order of the help.
  ///
  /// A new one is a file in `Formats/` and a line here.
  public static let all: [any ExportFormat] = [
    JSONLinesFormat(), CSVFormat(), GraphMLFormat(), GEXFFormat(), MermaidFormat(),
    TimelineJSFormat(), DOTFormat(), TurtleFormat(), NQuadsFormat(), JSONLDFormat(), STIXFormat(),
    FollowTheMoneyFormat(), Neo4jFormat(), VisTimelineFormat(), CalendarFormat(), MarkdownFormat(),
  ]

  /// The format with a name, such as `gexf`; `nil` when there is none.
  public static func named(_ name: String) -> (any ExportFormat)? {
    all.first { $0.name == name.lowercased() }
  }
}
