import ArgumentParser
import CasusDiagram
import CasusModel
import CasusStore

/// Where a diagram goes and how it is labelled.
struct PictureOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The picture: a name ending in .svg, .pdf, .png or .dot; or a web page: .html.",
      valueName: "file"),
    completion: .file())
  var output: String

  @Option(help: "The title; made of actors and period otherwise.")
  var title: String?

  @Option(
    help: ArgumentHelp(
      "The colours: light, dark, or print for black and white.", valueName: "name"),
    completion: .list(["light", "dark", "print"]))
  var theme = "light"

  @Option(
    help: ArgumentHelp(
      "Show of the articles' text the whole sentence, only the words of the event (quote), or none.",
      valueName: "sentence|quote|none"),
    completion: Choice.completion(of: EvidenceText.self), transform: Self.evidence)
  var evidence = EvidenceText.sentence

  @OptionGroup var labels: LabelOptions

  /// How many events a picture may be made of: so many take a second or two and some hundred
  /// megabytes.
  static let maximumEvents = 50_000

  /// What to draw.
  struct Selection {
    /// The events.
    var graph: EventGraph
    /// The language to label them in.
    var language: String
    /// Its words.
    var words: DiagramWords
    /// The actors asked for with `--actor`.
    var actors: [ActorID]
    /// The title asked for, else the actors asked for, if any.
    var title: String?
  }

  /// The events to draw, the language to label them in, and their title.
  /// - Throws: `CommandFailure` when nothing matches, or more than a picture can take.
  func selection(
    _ filter: FilterOptions, _ database: DatabaseOptions, _ data: DataOptions
  ) throws -> Selection {
    let store = try database.openForReading()
    let filter = try filter.filter(in: store)
    var wanted = filter
    wanted.limit = min(filter.limit ?? .max, Self.maximumEvents + 1)
    // A picture tells how many events support a relation, not which.
    var graph = try store.graph(matching: wanted, supportLimit: 0)
    guard graph.events.count <= Self.maximumEvents else {
      throw CommandFailure(
        .badData,
        "\(database.path): more than \(Self.maximumEvents) events match, too many for a picture; "
          + "narrow it with --actor, --between, --from, --to or --limit")
    }
    guard !graph.events.isEmpty else {
      if let source = filter.source { try store.confirmSource(source) }
      throw CommandFailure(
        .badData, "\(database.path): no events match, so there is nothing to draw")
    }
    let language = labels.language(mostOf: graph.articles)
    // Who is quoted is named as well.
    let speakers = Set(graph.events.flatMap { $0.evidence.flatMap(\.attribution) })
    let known = Set(graph.actors.map(\.id))
    let quoted = speakers.map { ActorID(rawValue: $0) }.filter { !known.contains($0) }.sorted()
    graph.actors += try store.actors(quoted)
    let names = try Self.names(of: filter, in: language, store: store)
    let words = try DiagramWords.load(language, from: try data.directory())
    var worded = FilterWording(words: words)
    worded.add(names)
    worded.add(filter.types.map(\.rawValue))
    worded.add(filter.quads, filter.statuses)
    worded.add(from: filter.from, to: filter.to)
    worded.add(
      source: filter.source, knownOn: filter.knownOn, language: filter.language,
      confidence: filter.minConfidence)
    worded.add(
      isContested: filter.isContested, sources: filter.minSources, recordedOn: filter.recordedOn)
    graph.filter = worded.text
    return Selection(
      graph: graph.keeping(evidence), language: language, words: words, actors: filter.actors,
      title: title ?? (names.isEmpty ? nil : names.joined(separator: " · ")))
  }

  private static func evidence(_ argument: String) throws -> EvidenceText {
    guard let evidence = EvidenceText(rawValue: argument.lowercased()) else {
      throw ValidationError("'\(argument)' is no kind of evidence; write sentence, quote or none")
    }
    return evidence
  }

  /// The actors that a filter names, a pair joined by a dash.
  private static func names(
    of filter: EventFilter, in language: String, store: EventStore
  ) throws -> [String] {
    func names(_ ids: [ActorID], _ separator: String) throws -> String {
      let actors = try store.actors(ids)
      return ids.map { id in actors.first { $0.id == id }?.name(in: language) ?? id.plainName }
        .joined(separator: separator)
    }
    var result: [String] = []
    if let between = filter.between {
      result.append(try names([between.first, between.second], " – "))
    }
    if !filter.actors.isEmpty { result.append(try names(filter.actors, ", ")) }
    return result
  }
}
