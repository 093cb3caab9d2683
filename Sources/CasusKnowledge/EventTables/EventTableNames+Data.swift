import CasusData
import CasusModel

extension EventTableNames {
  /// A name in another language than English is taken from so many letters on: "AS" is the United States in
  /// Indonesian and somebody else in most tables.
  private static let shortestForeignName = 4

  /// Reads the lists of codes, names and phrases, and the names of the registry: the English ones first.
  static func load(
    from data: DataDirectory, actors: ActorRegistry, problems: inout [DataProblem]
  ) -> EventTableNames {
    var codes: [String: ActorID?] = [:]
    var countries: [String: ActorID] = [:]
    var known: [String: ActorID] = [:]
    var bearers: [String: [Namesake]] = [:]
    for entry in actors.entries {
      let isState = entry.actor.kind == .state
      if isState { codes[entry.actor.id.rawValue] = .some(entry.actor.id) }
      for name in entry.names["en"] ?? [] where name.marks.isSubset(of: .exactCase) {
        let text = name.text.lowercased()
        if isState, countries[text] == nil { countries[text] = entry.actor.id }
        if known[text] == nil { known[text] = entry.actor.id }
        bearers[text, default: []].append(
          Namesake(actor: entry.actor.id, lifetime: entry.lifetime))
      }
    }
    for entry in actors.entries {
      let isState = entry.actor.kind == .state
      for (language, names) in entry.names.sorted(by: { $0.key < $1.key }) where language != "en" {
        for name in names where name.marks.isSubset(of: .exactCase) {
          let text = name.text.lowercased()
          guard text.count >= shortestForeignName, known[text] == nil else { continue }
          known[text] = entry.actor.id
          if isState, countries[text] == nil { countries[text] = entry.actor.id }
        }
      }
    }
    for row in rows("actor-codes.tsv", in: data, problems: &problems) {
      codes[row.cells[0]] = .some(actor(row, in: actors, problems: &problems))
    }
    for row in rows("country-names.tsv", in: data, problems: &problems) {
      countries[row.cells[0].lowercased()] = actor(row, in: actors, problems: &problems)
    }
    for row in rows("actor-names.tsv", in: data, problems: &problems) {
      known[row.cells[0].lowercased()] = actor(row, in: actors, problems: &problems)
    }
    var phrases: [(before: String, after: String)] = []
    for row in rows("actor-phrases.tsv", columns: 1, in: data, problems: &problems) {
      let parts = row.cells[0].lowercased().split(
        separator: "{country}", omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        problems.append(
          DataProblem(
            file: row.file, line: row.line, message: "a phrase must have {country} in it once"))
        continue
      }
      phrases.append((String(parts[0]), String(parts[1])))
    }
    phrases.sort { ($1.before.count, $0.before, $0.after) < ($0.before.count, $1.before, $1.after) }
    var namesakes: [ActorID: [Namesake]] = [:]
    for (_, found) in bearers.sorted(by: { $0.key < $1.key }) where found.count > 1 {
      guard found.allSatisfy({ $0.lifetime != nil }) else { continue }
      for namesake in found { namesakes[namesake.actor] = found }
    }
    return EventTableNames(
      codes: codes, actors: known, countries: countries, phrases: phrases, namesakes: namesakes)
  }

  private struct Line {
    let file: String
    let line: Int
    let cells: [String]
  }

  private static func rows(
    _ file: String, columns: Int = 2, in data: DataDirectory, problems: inout [DataProblem]
  ) -> [Line] {
    let name = "\(EventTableKnowledge.folder)/\(file)"
    let table = TSVTable(contentsOf: data.file(name), name: name, problems: &problems)
    guard table.columns.count == columns else {
      problems.append(DataProblem(file: name, line: 0, message: "must have \(columns) columns"))
      return []
    }
    var seen: Set<String> = []
    return table.rows.map { row in
      if !seen.insert(row.cells[0]).inserted {
        problems.append(
          DataProblem(file: name, line: row.line, message: "'\(row.cells[0])' has two lines"))
      }
      return Line(file: name, line: row.line, cells: row.cells)
    }
  }

  private static func actor(
    _ row: Line, in actors: ActorRegistry, problems: inout [DataProblem]
  ) -> ActorID? {
    guard row.cells[1] != "-" else { return nil }
    let id = ActorID(rawValue: row.cells[1])
    if actors[id] == nil {
      problems.append(
        DataProblem(file: row.file, line: row.line, message: "no actor has the identifier '\(id)'"))
    }
    return id
  }
}
