public import CasusData
import CasusModel
import Foundation

/// Whether event types, modes and relation kinds are named in every language, and verbs in every
/// form that the language has.
///
/// It reads the files once more, to say the lines; loading does without.
public struct EventLabelCheck {
  /// A label with the place it is written at.
  private struct Written {
    var language: String
    var hasTwoForms: Bool
    var value: YAMLValue
  }

  private let data: DataDirectory
  private let actors: ActorRegistry

  /// Prepares a check.
  /// - Parameters:
  ///   - data: The data directory.
  ///   - actors: The actors that it describes.
  public init(data: DataDirectory, actors: ActorRegistry) {
    self.data = data
    self.actors = actors
  }

  /// The faults, sorted.
  public func problems() -> [DataProblem] {
    // What cannot be read at all is named by the loader.
    var unreadable: [DataProblem] = []
    let types = EventCatalog.yamlFiles(in: "EventTypes", of: data, problems: &unreadable)
    let relations = EventCatalog.yamlFiles(in: "Relations", of: data, problems: &unreadable)
    let languages = Knowledge.languages(in: data)
    var problems: [DataProblem] = []
    var verbs: [Written] = []
    for (_, file) in types {
      for described in [file] + (file["modes"]?.pairs ?? []).map(\.value) {
        let roles = (described["roleLabels"]?.pairs ?? []).map { ("roleLabels", $0.value) }
        let plain = ["labels", "targetLabels"].compactMap { key in described[key].map { (key, $0) }
        }
        for (key, labels) in plain + roles {
          problems += missing(languages, in: labels, key)
          verbs += labels.pairs.compactMap { pair in
            pair.value.string.map {
              Written(language: pair.key, hasTwoForms: $0.contains("|"), value: pair.value)
            }
          }
        }
      }
    }
    for (_, file) in relations {
      if let labels = file["labels"] { problems += missing(languages, in: labels, "labels") }
    }
    return (problems + disagreements(verbs) + unknownActors()).sorted()
  }

  private func missing(_ languages: [String], in labels: YAMLValue, _ key: String) -> [DataProblem]
  {
    let own = labels.labels
    let lacking = languages.filter { own[$0]?.isEmpty != false }
    guard !lacking.isEmpty else { return [] }
    return [
      labels.problem("'\(key)' lacks \(lacking.joined(separator: ", ")); add a line for each")
    ]
  }

  /// Verbs agree with their subjects in a language or they do not: the few are at fault.
  private func disagreements(_ verbs: [Written]) -> [DataProblem] {
    Dictionary(grouping: verbs, by: \.language).flatMap { language, written in
      let isRule = written.count(where: \.hasTwoForms) * 2 > written.count
      return written.filter { $0.hasTwoForms != isRule }.map { found in
        found.value.problem(
          isRule
            ? "write what one does and what several do, 'one | several', as the other labels of "
              + "'\(language)' have it"
            : "write one form, as the other labels of '\(language)' have it")
      }
    }
  }

  private func unknownActors() -> [DataProblem] {
    let name = EventCatalog.pluralNamesFile
    guard data.exists(name) else { return [] }
    var problems: [DataProblem] = []
    let table = TSVTable(contentsOf: data.file(name), name: name, problems: &problems)
    guard let actor = table.column("actor", problems: &problems) else { return [] }
    return table.rows.filter { actors[ActorID(rawValue: $0.cells[actor])] == nil }.map {
      DataProblem(file: name, line: $0.line, message: "actor '\($0.cells[actor])' is not defined")
    }
  }
}
