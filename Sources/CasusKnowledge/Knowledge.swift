public import CasusData
public import CasusModel
import Foundation

/// Everything Casus knows: event types, actors, places and languages.
///
/// A class, so that handing it on costs no more than one reference.
public final class Knowledge: Sendable {
  /// Event types and relation kinds.
  public let catalog: EventCatalog
  /// Actors by identifier.
  public let actors: ActorRegistry
  /// Places that name a state.
  public let places: Gazetteer
  /// What each language's texts are matched against, by code.
  public let lexicons: [String: Lexicon]
  /// How each language speaks of dates, by code.
  public let dateGrammars: [String: DateGrammar]
  /// How surely findings are right.
  public let confidence: ConfidenceModel
  /// Who the side is that a sentence leaves out.
  public let supply: SupplyModel
  /// Neighbours, allies and traits of states.
  public let ties: StandingTies
  /// Words that tell the mode of an act where its verb does not.
  public let modeCues: ModeCues
  /// The faults found while reading, sorted.
  public let problems: [DataProblem]

  private init(
    catalog: EventCatalog, actors: ActorRegistry, places: Gazetteer, lexicons: [String: Lexicon],
    dateGrammars: [String: DateGrammar], confidence: ConfidenceModel, supply: SupplyModel,
    ties: StandingTies, modeCues: ModeCues, problems: [DataProblem]
  ) {
    self.catalog = catalog
    self.actors = actors
    self.places = places
    self.lexicons = lexicons
    self.dateGrammars = dateGrammars
    self.confidence = confidence
    self.supply = supply
    self.ties = ties
    self.modeCues = modeCues
    self.problems = problems
  }

  /// The codes of the languages that a data directory describes, sorted.
  public static func languages(in data: DataDirectory) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: data.file("Languages").path))
    return (all ?? []).filter { data.exists("Languages/\($0)/language.yaml") }.sorted()
  }

  /// Reads a data directory.
  /// - Parameters:
  ///   - data: the directory.
  ///   - languages: the languages to load; `nil` loads every one.
  ///   - other: knowledge from the same directory; what does not depend on the language is taken
  ///     from there and not read again.
  ///   - cache: where the tables of lexicons are kept from one start to the next; `nil` makes them
  ///     anew. What is loaded is the same.
  /// - Returns: what could be read; the faults are in `problems`.
  public static func load(
    from data: DataDirectory, languages: [String]? = nil, sharing other: Knowledge? = nil,
    cache: LexiconCache? = nil
  ) -> Knowledge {
    var problems: [DataProblem] = []
    let catalog = other?.catalog ?? EventCatalog.load(from: data, problems: &problems)
    let actors = other?.actors ?? ActorRegistry.load(from: data, problems: &problems)
    let places = other?.places ?? Gazetteer.load(from: data, problems: &problems)
    let confidence = other?.confidence ?? ConfidenceModel.load(from: data, problems: &problems)
    let supply = other?.supply ?? SupplyModel.load(from: data, problems: &problems)
    let ties =
      other?.ties ?? StandingTies.load(from: data, actors: actors, problems: &problems)
    let modeCues =
      other?.modeCues ?? ModeCues.load(from: data, catalog: catalog, problems: &problems)
    var lexicons: [String: Lexicon] = [:]
    var dateGrammars: [String: DateGrammar] = [:]
    for code in languages ?? Self.languages(in: data) {
      let key = cache?.key(of: code, in: data)
      if let key, let lexicon = cache?.lexicon(of: code, key: key) {
        lexicons[code] = lexicon
        dateGrammars[code] = DateGrammar.load(code, from: data, problems: &problems)
        continue
      }
      let known = problems.count
      let pack = LanguagePack.load(code, from: data, catalog: catalog, problems: &problems)
      guard let pack else { continue }
      let dates = DateGrammar.load(code, from: data, problems: &problems)
      dateGrammars[code] = dates
      let frames = FrameCompiler(pack, problems: &problems)
      let head = LexiconHead(pack, frames)
      let tables = LexiconBuilder.tables(
        pack, frames: frames, head: head, actors: actors, places: places, dates: dates)
      lexicons[code] = Lexicon(head: head, tables: tables)
      // Faults must be told of at each start, and so nothing is kept that has any.
      if let key, problems.count == known { cache?.keep(tables, of: code, key: key) }
    }
    return Knowledge(
      catalog: catalog, actors: actors, places: places, lexicons: lexicons,
      dateGrammars: dateGrammars, confidence: confidence, supply: supply,
      ties: ties, modeCues: modeCues, problems: problems.sorted())
  }
}
