public import CasusData
public import CasusModel

extension Bloc {
  private static let file = "Relations/blocs.tsv"

  /// Reads `Relations/blocs.tsv`; a data directory may do without it.
  /// - Parameters:
  ///   - data: The data directory.
  ///   - known: Whether an actor is defined; `nil` takes every actor.
  ///   - problems: The faults found.
  /// - Returns: The blocs in the order of the file.
  public static func load(
    from data: DataDirectory, known: ((ActorID) -> Bool)? = nil, problems: inout [DataProblem]
  ) -> [Bloc] {
    guard data.exists(file) else { return [] }
    let table = TSVTable(contentsOf: data.file(file), name: file, problems: &problems)
    guard let bloc = table.column("bloc", problems: &problems),
      let member = table.column("member", problems: &problems),
      let since = table.column("since", problems: &problems),
      let until = table.column("until", problems: &problems)
    else { return [] }
    var blocs: [Bloc] = []
    for row in table.rows {
      func end(_ text: String) -> String { text.isEmpty ? ".." : text }
      let interval = "\(end(row.cells[since]))/\(end(row.cells[until]))"
      guard let validity = EDTF(interval) else {
        problems.append(
          DataProblem(
            file: file, line: row.line, message: "'\(interval)' is not a valid EDTF interval"))
        continue
      }
      let id = ActorID(rawValue: row.cells[bloc])
      let membership = Membership(member: ActorID(rawValue: row.cells[member]), validity: validity)
      for actor in [id, membership.member] where known?(actor) == false {
        problems.append(
          DataProblem(file: file, line: row.line, message: "actor '\(actor)' is not defined"))
      }
      if let index = blocs.firstIndex(where: { $0.id == id }) {
        blocs[index].memberships.append(membership)
      } else {
        blocs.append(Bloc(id: id, memberships: [membership]))
      }
    }
    return blocs
  }
}
