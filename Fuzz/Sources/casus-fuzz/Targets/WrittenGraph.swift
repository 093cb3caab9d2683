import CasusModel

/// A small graph whose every text is a line of the input.
struct WrittenGraph {
  private let lines: [String]
  private static let actors = ["RUS", "UKR", "PRK", "EU", "RUS.GOV.PUTIN"]
  private static let dates = ["2022-09-05", "2022-07/..", "2023", "2022-09~", "XXXX-07"]

  init(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    self.lines = lines.map { String(decoding: $0, as: UTF8.self) }
  }

  /// A line, beginning anew behind the last.
  func line(_ number: Int) -> String { lines[number % lines.count] }

  var graph: EventGraph {
    let count = min(max(lines.count, 2), 12)
    let actors = Self.actors.enumerated().map { number, id in
      Actor(
        id: ActorID(rawValue: id), kind: Actor.Kind.allCases[number % Actor.Kind.allCases.count],
        names: ["en": line(number * 7)])
    }
    let named = Actor(id: ActorID(rawValue: line(1)), kind: .group, names: ["en": line(2)])
    let known = actors + (actors.contains { $0.id == named.id } ? [] : [named])
    let articles = (0..<count).map { number in
      Article(
        id: "a\(number)", path: line(number + 6), title: line(number + 4), text: "",
        language: "en", publisher: line(number + 3), url: line(number + 5),
        published: EDTF("2022-09-06"))
    }
    return EventGraph(
      actors: known.sorted { $0.id < $1.id }, events: (0..<count).map { event($0, known) },
      relations: [relation(known)], articles: articles, filter: line(5))
  }

  private func event(_ number: Int, _ actors: [Actor]) -> Event {
    let date = EDTF(line(number + 8)) ?? EDTF(Self.dates[number % Self.dates.count])
    let evidence = Evidence(
      articleID: "a\(number)", text: line(number + 1), start: 0, end: 10,
      sentence: line(number + 2) + line(number + 1), attribution: [line(number + 2)],
      status: EventStatus.allCases[number % EventStatus.allCases.count], date: date,
      dateBasis: .explicit, rule: line(number + 9), confidence: 0.9)
    let (a, b) = (actors[number % actors.count].id, actors[(number + 1) % actors.count].id)
    return Event(
      id: "\(line(number))\(number)", type: EventType.allCases[number % EventType.allCases.count],
      mode: nil, source: [a], target: number.isMultiple(of: 5) ? [] : [b], object: line(number),
      place: line(number + 9), date: date, dateBasis: .explicit, status: evidence.status,
      isContested: number.isMultiple(of: 3), confidence: 0.9, evidence: [evidence])
  }

  private func relation(_ actors: [Actor]) -> Relation {
    Relation(
      id: line(3), kind: "alliance", source: actors[0].id, target: actors[2].id,
      isSymmetric: true, polarity: 1, validity: EDTF("2022-02-24/.."), state: .inForce,
      opening: [], supporting: [], closing: [])
  }
}
