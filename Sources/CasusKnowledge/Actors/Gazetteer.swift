public import CasusData
public import CasusModel
import Foundation

/// Places that name the state acted on.
public struct Gazetteer: Sendable {
  static let fileName = "places.tsv"

  /// One region, city or site.
  public struct Place: Hashable, Sendable {
    /// The slug, such as `UKR/kharkiv`.
    public var slug: String
    /// The state it belongs to.
    public var state: ActorID
    /// What it is, such as `city` or `region`.
    public var kind: String
    /// All names by language, the display name first.
    public var names: [String: [ActorName]]
    /// Who held it when, where that differs from the state.
    public var control: [(actor: ActorID, held: EDTF)]

    /// The holder of the place on a day: the state, or whoever controlled it then.
    public func holder(on day: Int?) -> ActorID {
      guard let day else { return state }
      return control.first { $0.held.lowerBound <= day && day <= $0.held.upperBound }?.actor
        ?? state
    }

    /// Days after which nobody takes a place back any more from whoever had it.
    private static let memory = 366

    /// Whom the state itself acts against in a place that it holds on a day: whoever controlled it until
    /// lately; without a day, whoever still does.
    public func rival(on day: Int?) -> ActorID? {
      guard let day else { return control.last { $0.held.isOpen }?.actor }
      return control.last {
        $0.held.lowerBound <= day && $0.held.upperBound >= day - Self.memory
      }?.actor
    }

    /// Equal slugs mean equal places.
    public static func == (a: Place, b: Place) -> Bool { a.slug == b.slug }

    /// Hashes the slug.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(slug)
    }
  }

  /// The places in file order.
  public let places: [Place]

  /// Makes a gazetteer from places.
  public init(places: [Place]) {
    self.places = places
  }

  /// Reads `Actors/places.tsv`; a missing file gives an empty gazetteer.
  public static func load(from data: DataDirectory, problems: inout [DataProblem]) -> Gazetteer {
    let url = data.file("Actors/\(fileName)")
    guard (try? url.checkResourceIsReachable()) == true else { return Gazetteer(places: []) }
    let table = TSVTable(contentsOf: url, name: "Actors/\(fileName)", problems: &problems)
    guard
      let slug = table.column("slug", problems: &problems),
      let state = table.column("state", problems: &problems),
      let kind = table.column("kind", problems: &problems),
      let control = table.column("control", problems: &problems)
    else { return Gazetteer(places: []) }
    let languages = table.columns.enumerated().filter { $1.hasPrefix("names.") }
      .map { (position: $0, code: String($1.dropFirst(6))) }
    let places = table.rows.map { row in
      var names: [String: [ActorName]] = [:]
      for language in languages where !row.cells[language.position].isEmpty {
        names[language.code] = ActorName.list(cell: row.cells[language.position])
      }
      var held: [(ActorID, EDTF)] = []
      for cell in row.cells[control].split(separator: "|") {
        let parts = cell.split(separator: ":", maxSplits: 1)
          .map { $0.trimmingCharacters(in: .whitespaces) }
        if parts.count == 2, let interval = EDTF(parts[1]) {
          held.append((ActorID(rawValue: parts[0]), interval))
        } else {
          problems.append(
            DataProblem(
              file: table.file, line: row.line, message: "control '\(cell)' is not STATE:FROM/TO"))
        }
      }
      return Place(
        slug: row.cells[slug], state: ActorID(rawValue: row.cells[state]), kind: row.cells[kind],
        names: names, control: held)
    }
    return Gazetteer(places: places)
  }
}
