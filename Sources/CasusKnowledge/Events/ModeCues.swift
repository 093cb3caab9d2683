import CasusData
package import CasusModel

/// Words that tell the mode of an act where its verb does not: "attacked with drones".
public struct ModeCues: Sendable {
  /// Where such words stand.
  package enum Part: String, Sendable {
    /// What acts, or what it is done with.
    case means
    /// What it is about.
    case object
    /// The same, where that is over something: "sovereignty over the islands".
    case claim
    /// What is agreed on, asked for or threatened.
    case act
  }

  /// Words and the mode that they tell.
  package struct Cue: Sendable {
    package let mode: String
    package let part: Part
    /// Classes of `nouns.yaml`.
    package let classes: [String]
    /// Acts, with a mode or with any.
    package let acts: [(type: EventType, mode: String?)]
    /// The modes that give way; `nil` stands for none.
    package let instead: Set<String?>
  }

  /// Cues by the type of the act, in the order of the file.
  package private(set) var cues: [EventType: [Cue]] = [:]

  private static let file = "EventTypes/mode-cues.tsv"

  /// Reads `EventTypes/mode-cues.tsv`; a data directory may do without it.
  static func load(
    from data: DataDirectory, catalog: EventCatalog, problems: inout [DataProblem]
  ) -> ModeCues {
    var result = ModeCues()
    guard data.exists(file) else { return result }
    let table = TSVTable(contentsOf: data.file(file), name: file, problems: &problems)
    let columns = ["type", "mode", "part", "words", "instead"].compactMap {
      table.column($0, problems: &problems)
    }
    guard columns.count == 5 else { return result }
    for row in table.rows {
      let cells = columns.map { row.cells[$0] }
      let words = cells[3].split(separator: " ").map(String.init)
      let modes = cells[4].split(separator: " ").map { $0 == "-" ? nil : String($0) }
      let part = Part(rawValue: cells[2])
      let acts = part == .act ? words.map(Self.act) : []
      guard let part, let type = EventType(rawValue: cells[0]), acts.allSatisfy({ $0 != nil })
      else {
        let message =
          "'type' must be a PLOVER type, 'part' means, object, claim or act, acts TYPE/mode"
        problems.append(DataProblem(file: file, line: row.line, message: message))
        continue
      }
      let known = acts.compactMap(\.self)
      let named =
        [(type, cells[1])] + modes.compactMap { mode in mode.map { (type, $0) } }
        + known.compactMap { act in act.mode.map { (act.type, $0) } }
      for (type, mode) in named where catalog.types[type.rawValue]?.modes[mode] == nil {
        let message = "\(type.rawValue) has no mode '\(mode)'"
        problems.append(DataProblem(file: file, line: row.line, message: message))
      }
      result.cues[type, default: []].append(
        Cue(
          mode: cells[1], part: part, classes: part == .act ? [] : words, acts: known,
          instead: Set(modes)))
    }
    return result
  }

  /// An act written `TYPE` or `TYPE/mode`; `nil` where the type is none.
  private static func act(_ text: String) -> (type: EventType, mode: String?)? {
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    guard let type = parts.first.flatMap({ EventType(rawValue: $0) }) else { return nil }
    return (type, parts.count > 1 ? parts[1] : nil)
  }
}
