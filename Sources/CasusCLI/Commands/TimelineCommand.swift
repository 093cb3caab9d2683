import ArgumentParser
import CasusDiagram
import CasusModel
import CasusStore

/// `casus timeline`: who did what to whom when, drawn.
struct TimelineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Draw a timeline of events.",
    discussion: "Labels are in the language of most of the articles unless told otherwise.")

  /// What a lane stands for.
  enum Lanes: String, CaseIterable, ExpressibleByArgument {
    case actor, dyad, quad

    var kind: TimelineDiagram.Lanes {
      switch self {
      case .actor: .actors
      case .dyad: .dyads
      case .quad: .quadClasses
      }
    }
  }

  /// How many pages a PDF may have.
  private static let maximumPages = 24

  @OptionGroup var filter: FilterOptions
  @Option(help: "A lane for each actor, dyad or quadrant.")
  var lanes: Lanes = .actor
  @Option(
    help: """
      How time is spread: true to scale (time), the same room for every date (even), or true to \
      scale with long empty stretches squeezed (compressed).
      """, completion: Choice.completion(of: TimelineScale.self),
    transform: Choice.parse)
  var scale: TimelineScale = .compressed
  @Option(
    help: "Which way time runs: horizontal or vertical.",
    completion: Choice.completion(of: TimelineDirection.self), transform: Choice.parse)
  var direction: TimelineDirection = .horizontal
  @Option(
    help: """
      The sheet to fit: A4, A3, letter or slide. Without it the picture grows up to A2. A PDF with a sheet continues on \
      further pages.
      """, completion: Choice.completion(of: PageSize.self),
    transform: Choice.parse)
  var page: PageSize?
  @Option(
    help: ArgumentHelp(
      "At most this many events by name on a page; the others are folded and counted.",
      valueName: "n"))
  var maxEvents: Int?
  @OptionGroup var picture: PictureOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var data: DataOptions

  func validate() throws {
    if let maxEvents, maxEvents < 1 { throw ValidationError("--max-events must be at least 1") }
  }

  func run() async throws {
    let file = try PictureFile(path: picture.output)
    let selection = try picture.selection(filter, database, data)
    let (catalog, directory) = (try data.catalog(), try data.directory())
    func source(theme: String) throws -> DiagramSource {
      TimelineDiagram(
        graph: selection.graph, catalog: catalog, words: selection.words,
        theme: try DiagramTheme.load(theme, from: directory),
        options: .init(
          lanes: lanes.kind, scale: scale, direction: direction, page: page,
          maximumPages: file.form == .picture(.pdf) ? Self.maximumPages : 1,
          language: selection.language, title: selection.title, maximumMarks: maxEvents ?? 220,
          period: filter.conditions.period)
      ).source()
    }
    try await file.write(
      source(theme: picture.theme), dark: { try source(theme: "dark") },
      worker: try GraphvizWorker(data: directory)
    ) {
      try EventPage.load(
        .timeline, graph: selection.graph, catalog: catalog, words: selection.words,
        language: selection.language, from: directory)
    }
  }
}
