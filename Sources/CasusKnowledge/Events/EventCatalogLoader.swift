public import CasusData
public import CasusModel
import Foundation

extension EventCatalog {
  /// Reads `EventTypes/*` and `Relations/*.yaml`.
  public static func load(from data: DataDirectory, problems: inout [DataProblem]) -> EventCatalog {
    var types: [String: TypeInfo] = [:]
    for (name, file) in yamlFiles(in: "EventTypes", of: data, problems: &problems) {
      guard let type = file["type"]?.string, let known = EventType(rawValue: type) else {
        problems.append(file.problem("'type' must name one of the 16 PLOVER types"))
        continue
      }
      if let quad = file["quad"], quad.string != known.quadClass.rawValue {
        problems.append(quad.problem("\(type) belongs to quad '\(known.quadClass.rawValue)'"))
      }
      if types[type] != nil { problems.append(file.problem("\(type) is defined twice (\(name))")) }
      types[type] = typeInfo(file, problems: &problems)
    }
    for type in EventType.allCases where types[type.rawValue] == nil {
      problems.append(
        DataProblem(file: "EventTypes", line: 0, message: "no file describes \(type.rawValue)"))
    }
    var relations: [String: RelationInfo] = [:]
    for (_, file) in yamlFiles(in: "Relations", of: data, problems: &problems) {
      guard let relation = file["relation"]?.string else {
        problems.append(file.problem("'relation' is missing"))
        continue
      }
      relations[relation] = RelationInfo(
        labels: file["labels"]?.labels ?? [:],
        isSymmetric: file["symmetric"]?.bool ?? false,
        polarity: file["polarity"]?.double.map { Int($0) } ?? 0,
        opens: triggers(file["opens"], types: types, problems: &problems),
        supports: triggers(file["supports"], types: types, problems: &problems),
        closes: triggers(file["closes"], types: types, problems: &problems))
    }
    return EventCatalog(
      types: types, relations: relations, pluralNames: pluralNames(in: data, problems: &problems),
      places: PlaceKeys(from: data), names: NameGrammars(from: data))
  }

  /// The YAML files of a folder with their names, sorted.
  static func yamlFiles(
    in folder: String, of data: DataDirectory, problems: inout [DataProblem]
  ) -> [(String, YAMLValue)] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: data.file(folder).path)) ?? []
    return files.sorted().filter { $0.hasSuffix(".yaml") }.compactMap { file in
      let name = "\(folder)/\(file)"
      return YAMLValue.read(data.file(name), name: name, problems: &problems).map { (name, $0) }
    }
  }

  private static func typeInfo(_ file: YAMLValue, problems: inout [DataProblem]) -> TypeInfo {
    guard let intensity = file["intensity"]?.double else {
      problems.append(file.problem("'intensity' must be a number from -10 to 10"))
      return TypeInfo(labels: verbs(file["labels"]), intensity: 0, cameo: "", modes: [:])
    }
    var modes: [String: ModeInfo] = [:]
    for (name, mode) in file["modes"]?.pairs ?? [] {
      modes[name] = modeInfo(mode, name: name, problems: &problems)
    }
    let labels = verbs(file["labels"])
    if labels["en"] == nil { problems.append(file.problem("'labels' needs at least 'en'")) }
    return TypeInfo(
      labels: labels, targetLabels: verbs(file["targetLabels"]), intensity: intensity,
      cameo: file["cameo"]?.string ?? "", modes: modes)
  }

  private static func verbs(_ value: YAMLValue?) -> [String: Label] {
    var verbs: [String: Label] = [:]
    for (language, text) in value?.pairs ?? [] where verbs[language] == nil {
      verbs[language] = text.string.map { Label($0) }
    }
    return verbs
  }

  private static let modeKeys: Set<String> = [
    "cameo", "intensity", "kindLabels", "labels", "roleLabels", "singular", "targetLabels",
  ]

  private static func modeInfo(
    _ mode: YAMLValue, name: String, problems: inout [DataProblem]
  ) -> ModeInfo {
    for (key, value) in mode.pairs where !modeKeys.contains(key) {
      let known = modeKeys.sorted().joined(separator: ", ")
      problems.append(value.problem("unknown key '\(key)' in mode '\(name)'; known: \(known)"))
    }
    if let singular = mode["singular"], singular.bool == nil {
      problems.append(singular.problem("'singular' must be true or false"))
    }
    var roleLabels: [String: [String: Label]] = [:]
    for (role, labels) in mode["roleLabels"]?.pairs ?? [] {
      if role != "supplier", role != "recipient" {
        problems.append(labels.problem("'roleLabels' are of 'supplier' or 'recipient'"))
      }
      roleLabels[role] = verbs(labels)
    }
    return ModeInfo(
      labels: verbs(mode["labels"]), targetLabels: verbs(mode["targetLabels"]),
      roleLabels: roleLabels, kindLabels: kindLabels(mode, problems: &problems),
      intensity: mode["intensity"]?.double,
      cameo: mode["cameo"]?.string, isSingular: mode["singular"]?.bool ?? false)
  }

  private static func kindLabels(
    _ mode: YAMLValue, problems: inout [DataProblem]
  ) -> [String: [String: Label]] {
    var result: [String: [String: Label]] = [:]
    for (kind, labels) in mode["kindLabels"]?.pairs ?? [] {
      if Actor.Kind(rawValue: kind) == nil {
        let known = Actor.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        problems.append(labels.problem("'\(kind)' is no kind of actor; known: \(known)"))
      }
      result[kind] = verbs(labels)
    }
    return result
  }

  /// Where the names that take a verb in the plural are listed.
  static let pluralNamesFile = "EventTypes/plural-names.tsv"

  private static func pluralNames(
    in data: DataDirectory, problems: inout [DataProblem]
  ) -> [String: Set<ActorID>] {
    guard data.exists(pluralNamesFile) else { return [:] }
    let table = TSVTable(
      contentsOf: data.file(pluralNamesFile), name: pluralNamesFile, problems: &problems)
    guard let actor = table.column("actor", problems: &problems),
      let languages = table.column("languages", problems: &problems)
    else { return [:] }
    var names: [String: Set<ActorID>] = [:]
    for row in table.rows {
      for language in row.cells[languages].split(separator: " ") {
        names[String(language), default: []].insert(ActorID(rawValue: row.cells[actor]))
      }
    }
    return names
  }

  private static func triggers(
    _ value: YAMLValue?, types: [String: TypeInfo], problems: inout [DataProblem]
  ) -> [Trigger] {
    (value?.items ?? []).compactMap { item in
      guard let name = item["type"]?.string, let type = EventType(rawValue: name) else {
        problems.append(item.problem("'type' must name one of the 16 PLOVER types"))
        return nil
      }
      let mode = item["mode"].flatMap { $0.isNull ? nil : $0.string }
      if let mode, mode != Trigger.noMode, types[name]?.modes[mode] == nil {
        problems.append(item.problem("\(name) has no mode '\(mode)'"))
      }
      let extent = item["extent"].flatMap { $0.string.flatMap { Trigger.Extent(rawValue: $0) } }
      if let found = item["extent"], extent == nil {
        problems.append(found.problem("'extent' must be whole, place or named-place"))
      }
      return Trigger(
        type: type, mode: mode, isReversed: item["reversed"]?.bool ?? false,
        extent: extent ?? .whole, isTelling: item["tells"]?.bool ?? false)
    }
  }
}
