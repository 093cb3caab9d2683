public import CasusData
public import CasusModel
public import Foundation

/// The layouts of event tables that Casus knows, and what their codes and names stand for.
public struct EventTableKnowledge: Sendable {
  static let folder = "EventTables"

  /// The layouts of `Data/EventTables`, sorted by name.
  public let layouts: [EventTableLayout]
  private let faultsOfLayouts: [DataProblem]
  /// Imports of articles need no names.
  private let named: ReadOnce<(names: EventTableNames, faults: [DataProblem])>

  /// What codes and names stand for, read when it is first asked for.
  public var names: EventTableNames { named.value.names }

  /// The faults of all files, sorted.
  public var problems: [DataProblem] { (faultsOfLayouts + named.value.faults).sorted() }

  /// Reads `Data/EventTables`.
  /// - Parameters:
  ///   - data: the knowledge files.
  ///   - actors: the actors that names may stand for.
  ///   - catalog: the types and modes that codes may stand for.
  public init(from data: DataDirectory, actors: ActorRegistry, catalog: EventCatalog) {
    var problems: [DataProblem] = []
    let loader = EventTableLayoutLoader(data: data, catalog: catalog)
    let folder = data.file(Self.folder)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    layouts = files.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { file in
      let name = "\(Self.folder)/\(file)"
      return loader.layout(data.file(name), name: name, problems: &problems)
    }
    faultsOfLayouts = problems
    named = ReadOnce {
      var faults: [DataProblem] = []
      return (EventTableNames.load(from: data, actors: actors, problems: &faults), faults)
    }
  }

  /// Reads a mapping file that a user wrote.
  /// - Parameters:
  ///   - url: the file.
  ///   - data: the knowledge files, whose tables of codes it may use.
  ///   - catalog: the types and modes that codes may stand for.
  /// - Returns: the layout, or `nil`, and the faults of the file.
  public static func mapping(
    _ url: URL, data: DataDirectory, catalog: EventCatalog
  ) -> (layout: EventTableLayout?, problems: [DataProblem]) {
    var problems: [DataProblem] = []
    let loader = EventTableLayoutLoader(data: data, catalog: catalog)
    let layout = loader.layout(url, name: url.path, problems: &problems)
    return (problems.isEmpty ? layout : nil, problems.sorted())
  }
}
