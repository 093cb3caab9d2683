import CasusData
package import CasusModel
import Foundation

/// What is known of states whatever an article tells: on whom they border, who their allies are, and what
/// descriptions such as "the island" may mean.
public struct StandingTies: Sendable {
  /// A class of words that describe states, and the states that they may mean.
  package struct Trait: Sendable {
    package var className: String
    package var members: Set<ActorID>
  }

  /// For each state those on whom it borders.
  package private(set) var neighbours: [ActorID: Set<ActorID>] = [:]
  /// For each actor those generally known as its allies.
  package private(set) var allies: [ActorID: Set<ActorID>] = [:]
  package private(set) var traits: [Trait] = []

  init() {}

  /// Reads `Relations/borders.tsv`, `allies.tsv` and `traits.tsv`; a data directory may do without any of them.
  static func load(
    from data: DataDirectory, actors: ActorRegistry, problems: inout [DataProblem]
  ) -> StandingTies {
    var ties = StandingTies()
    func read(_ name: String, _ key: String, _ value: String, _ take: (String, [ActorID]) -> Void) {
      let file = "Relations/\(name).tsv"
      guard data.exists(file) else { return }
      let table = TSVTable(contentsOf: data.file(file), name: file, problems: &problems)
      guard let first = table.column(key, problems: &problems),
        let second = table.column(value, problems: &problems)
      else { return }
      for row in table.rows {
        let ids = row.cells[second].split(separator: "|").map {
          ActorID(rawValue: $0.trimmingCharacters(in: .whitespaces))
        }
        for id in ids where actors[id] == nil {
          problems.append(
            DataProblem(file: file, line: row.line, message: "actor '\(id)' is not defined"))
        }
        take(row.cells[first], ids)
      }
    }
    read("borders", "state", "neighbours") { state, others in
      for other in others { Self.tie(ActorID(rawValue: state), other, in: &ties.neighbours) }
    }
    read("allies", "actor", "allies") { actor, others in
      for other in others { Self.tie(ActorID(rawValue: actor), other, in: &ties.allies) }
    }
    read("traits", "class", "members") { name, members in
      ties.traits.append(Trait(className: name, members: Set(members)))
    }
    return ties
  }

  private static func tie(
    _ one: ActorID, _ other: ActorID, in ties: inout [ActorID: Set<ActorID>]
  ) {
    ties[one, default: []].insert(other)
    ties[other, default: []].insert(one)
  }
}
