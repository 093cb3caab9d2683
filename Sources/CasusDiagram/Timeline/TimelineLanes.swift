import CasusModel

/// Which lanes a timeline has and where each event goes.
struct TimelineLanes {
  /// One lane.
  struct Lane {
    /// A word for the `id` of the lane in the picture.
    var key: String
    /// What stands in front of the lane.
    var name: String
    /// The actor whose lane it is, in timelines by actor.
    var actor: ActorID?

    /// A class for the lane in the picture.
    var cssClass: String { "of-" + key.markupName }
  }

  /// Where one event goes.
  struct Place: Hashable {
    /// The lane of its mark.
    var home: Int
    /// The lanes its arrows point at.
    var targets: [Int]
    /// The lanes of those who act along.
    var partners: [Int]

    /// All lanes that arrows go to.
    var ends: [Int] { targets + partners }
  }

  private(set) var lanes: [Lane]
  private let kind: TimelineDiagram.Lanes
  private var laneOfKey: [String: Int] = [:]
  private var others: Int?

  static let maximum = 10

  /// Chooses the lanes of the most involved actors, dyads or classes, and orders them.
  /// - Parameters:
  ///   - events: The events.
  ///   - kind: What a lane stands for.
  ///   - maximum: How many lanes there may be besides the one for all others.
  ///   - wording: The names.
  init(
    _ events: [Event], kind: TimelineDiagram.Lanes, maximum: Int = Self.maximum,
    wording: EventWording
  ) {
    self.kind = kind
    lanes = []
    var shares: [String: Double] = [:]
    for event in events {
      for (key, share) in Self.keys(event, kind) { shares[key, default: 0] += share }
    }
    let ranked = shares.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let kept = Array(ranked.prefix(kind == .quadClasses ? 4 : maximum))
    lanes = Self.ordered(kept, events, kind).map { Self.lane($0, kind, wording) }
    for (index, lane) in lanes.enumerated() { laneOfKey[lane.key] = index }
    if kind == .dyads { dropEmptyLanes(events) }
    if events.contains(where: { home($0) == nil }) {
      others = lanes.count
      lanes.append(Lane(key: "others", name: wording.words[.others], actor: nil))
    }
    lanes = lanes.map { lane in
      var lane = lane
      lane.name = lane.name.isEmpty ? wording.words[.others] : lane.name
      return lane
    }
  }

  /// Pairs whose events all stand in lanes above need no lane.
  private mutating func dropEmptyLanes(_ events: [Event]) {
    let used = Set(events.compactMap(home))
    lanes = lanes.enumerated().filter { used.contains($0.offset) }.map(\.element)
    laneOfKey = Dictionary(uniqueKeysWithValues: lanes.enumerated().map { ($1.key, $0) })
  }

  /// Where an event goes.
  func place(_ event: Event) -> Place {
    let home = home(event) ?? others ?? 0
    guard kind == .actors else { return Place(home: home, targets: [], partners: []) }
    let sources = Set(event.source.compactMap(laneOfActor)).subtracting([home])
    let targets = Set(event.target.compactMap(laneOfActor)).subtracting([home])
    return Place(
      home: home, targets: targets.sorted(), partners: sources.subtracting(targets).sorted())
  }

  /// The lanes whose top may show a relation, the best first: that of its source, of the upper side
  /// where it has no direction, or of the pair; then that of the other side.
  func lanes(of relation: Relation) -> [Int] {
    switch kind {
    case .quadClasses: return []
    case .dyads:
      let (a, b) = (relation.source.rolledUp, relation.target.rolledUp)
      return laneOfKey[min(a, b).rawValue + "\t" + max(a, b).rawValue].map { [$0] } ?? []
    case .actors:
      let found = [laneOfActor(relation.source), laneOfActor(relation.target)].compactMap { $0 }
      return relation.isSymmetric ? found.sorted() : found
    }
  }

  private func laneOfActor(_ id: ActorID) -> Int? { laneOfKey[id.rolledUp.rawValue] }

  private func home(_ event: Event) -> Int? {
    switch kind {
    case .actors:
      event.source.lazy.compactMap(laneOfActor).first
        ?? (event.source.isEmpty ? event.target.lazy.compactMap(laneOfActor).first : nil)
    case .dyads: Self.dyads(event).compactMap { laneOfKey[$0] }.min()
    case .quadClasses: laneOfKey[event.quadClass.rawValue]
    }
  }

  private static func keys(_ event: Event, _ kind: TimelineDiagram.Lanes) -> [(String, Double)] {
    switch kind {
    case .actors:
      event.source.enumerated().map { ($1.rolledUp.rawValue, $0 == 0 ? 1 : 0.3) }
        + event.target.map { ($0.rolledUp.rawValue, 0.5) }
    case .dyads: dyads(event).map { ($0, 1) }
    case .quadClasses: [(event.quadClass.rawValue, 1)]
    }
  }

  /// The pairs of sides of an event; of those who act on nobody, the pairs among them.
  private static func dyads(_ event: Event) -> [String] {
    let sources = Set(event.source.map(\.rolledUp))
    let others = event.target.isEmpty ? sources : Set(event.target.map(\.rolledUp))
    var keys: Set<String> = []
    for a in sources {
      for b in others where a != b { keys.insert(min(a, b).rawValue + "\t" + max(a, b).rawValue) }
    }
    return keys.sorted()
  }

  private static func ordered(_ keys: [String], _ events: [Event], _ kind: TimelineDiagram.Lanes)
    -> [String]
  {
    switch kind {
    case .dyads: return keys
    case .quadClasses:
      return QuadClass.allCases.map(\.rawValue).filter(keys.contains)
    case .actors:
      let index = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
      var weights: [[Int]: Double] = [:]
      for event in events {
        for a in event.source.compactMap({ index[$0.rolledUp.rawValue] }) {
          for b in event.target.compactMap({ index[$0.rolledUp.rawValue] }) where a != b {
            weights[[min(a, b), max(a, b)], default: 0] += 1
          }
        }
      }
      let ties = weights.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        .map { (a: $0.key[0], b: $0.key[1], weight: $0.value) }
      return LaneOrder.order(count: keys.count, ties: ties).map { keys[$0] }
    }
  }

  private static func lane(_ key: String, _ kind: TimelineDiagram.Lanes, _ wording: EventWording)
    -> Lane
  {
    switch kind {
    case .actors:
      let actor = ActorID(rawValue: key)
      return Lane(key: key, name: wording.name(actor), actor: actor)
    case .dyads:
      let names = key.split(separator: "\t").map { wording.name(ActorID(rawValue: String($0))) }
      return Lane(key: key, name: names.joined(separator: " – "), actor: nil)
    case .quadClasses:
      let name = QuadClass(rawValue: key).map { wording.words[$0.word].capitalizedStart } ?? key
      return Lane(key: key, name: name, actor: nil)
    }
  }
}

extension QuadClass {
  /// The word of the legend.
  var word: DiagramWord {
    switch self {
    case .verbalCooperation: .verbalCooperation
    case .materialCooperation: .materialCooperation
    case .verbalConflict: .verbalConflict
    case .materialConflict: .materialConflict
    }
  }
}

extension String {
  /// With a capital at the start.
  var capitalizedStart: String { prefix(1).uppercased() + dropFirst() }
}
