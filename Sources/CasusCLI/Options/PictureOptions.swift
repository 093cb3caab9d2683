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
      valueName: "file"))
  var output: String

  @Option(help: "The title; made of actors and period otherwise.")
  var title: String?

  @Option(
    help: ArgumentHelp(
      "Show of the articles' text the whole sentence, only the words of the event (quote), or none.",
      valueName: "sentence|quote|none"),
    transform: Self.evidence)
  var evidence = EvidenceText.sentence

  @OptionGroup var labels: LabelOptions

  /// The events to draw, and the language to label them in.
  func graph(
    _ filter: FilterOptions, _ database: DatabaseOptions
  ) throws -> (graph: EventGraph, language: String) {
    let store = try database.openForReading()
    let filter = try filter.filter(in: store)
    var graph = try store.graph(matching: filter)
    guard !graph.events.isEmpty else {
      throw CommandFailure(
        .badData, "\(database.path): no events match, so there is nothing to draw")
    }
    let language = labels.language(mostOf: graph.articles)
    graph.filter = try Self.words(for: filter, in: language, store: store)
    return (graph.keeping(evidence), language)
  }

  private static func evidence(_ argument: String) throws -> EvidenceText {
    guard let evidence = EvidenceText(rawValue: argument.lowercased()) else {
      throw ValidationError("'\(argument)' is no kind of evidence; write sentence, quote or none")
    }
    return evidence
  }

  /// The filter in words, with the actors by their names.
  private static func words(
    for filter: EventFilter, in language: String, store: EventStore
  ) throws -> String {
    func names(_ ids: [ActorID], _ separator: String) throws -> ActorID {
      let actors = try store.actors(ids)
      let names = ids.map { id in actors.first { $0.id == id }?.name(in: language) ?? "\(id)" }
      return ActorID(rawValue: names.joined(separator: separator))
    }
    var worded = filter
    worded.between = nil
    worded.actors = []
    if let between = filter.between {
      worded.actors.append(try names([between.first, between.second], " – "))
    }
    if !filter.actors.isEmpty { worded.actors.append(try names(filter.actors, ", ")) }
    return worded.description
  }
}
