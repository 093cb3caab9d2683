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
    /// Whether it stands before the name of a target.
    var hasTarget: Bool
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
        let roles = ["roleLabels", "kindLabels"].flatMap { key in
          (described[key]?.pairs ?? []).map { (key, $0.value) }
        }
        let plain = ["labels", "targetLabels"].compactMap { key in described[key].map { (key, $0) }
        }
        let ownTargets = described["targetLabels"]?.labels ?? [:]
        for (key, labels) in plain + roles {
          problems += missing(languages, in: labels, key)
          verbs += labels.pairs.compactMap { pair in
            pair.value.string.map {
              Written(
                language: pair.key, hasTwoForms: $0.contains("|"),
                hasTarget: key != "labels" || ownTargets[pair.key] == nil, value: pair.value)
            }
          }
        }
      }
    }
    for (_, file) in relations {
      if let labels = file["labels"] { problems += missing(languages, in: labels, "labels") }
    }
    let grammars = NameGrammars(from: data).problems(of: languages)
    return (problems + disagreements(verbs) + misplaced(verbs) + grammars + unknownActors())
      .sorted()
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

  /// Where names of a language change, each label says where a target stands and in which case.
  private func misplaced(_ verbs: [Written]) -> [DataProblem] {
    let declined = Set(verbs.filter { $0.value.string?.contains("{") == true }.map(\.language))
    return verbs.filter { declined.contains($0.language) }.compactMap { written in
      let label = EventCatalog.Label(written.value.string ?? "")
      let forms = written.hasTwoForms ? 2 : 1
      let places = label.places.prefix(forms)
      if places.contains(where: { $0.wanted == nil }) {
        let cases = GrammaticalCase.allCases.map(\.rawValue).joined(separator: ", ")
        return written.value.problem("what stands in braces must end in a case: \(cases)")
      }
      guard written.hasTarget ? places.count < forms : !places.isEmpty else { return nil }
      return written.value.problem(
        written.hasTarget
          ? "write where the name of the target stands, as '{accusative}' or '{with instrumental}'"
          : "'targetLabels' say where the target stands; write none here")
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
