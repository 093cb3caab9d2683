import CasusKnowledge
import CasusModel

/// Finds in the whole article who the side is that a sentence leaves out.
struct SideSupply {
  /// What two sides have to do with each other.
  private struct Dealings {
    var conflict = 0
    var cooperation = 0

    subscript(isCooperation: Bool) -> Int { isCooperation ? cooperation : conflict }
  }

  private let model: SupplyModel
  private let mentions: Mentions
  /// How often an actor is named, and in which sentence first.
  private struct Naming {
    var count = 0
    var first: Int
  }

  private var namings: [ActorID: Naming] = [:]
  /// The actors named most, the most first.
  private var leading: [ActorID] = []
  private var dealings: [ActorID: [ActorID: Dealings]] = [:]

  /// Someone supplied, and how probably rightly.
  struct Choice {
    var actor: ActorID
    var probability: Double
  }

  init(model: SupplyModel, mentions: Mentions) {
    self.model = model
    self.mentions = mentions
    for (actor, sentence) in mentions.all {
      namings[actor, default: Naming(first: sentence)].count += 1
    }
    leading =
      namings.sorted { a, b in (b.value.count, a.key) < (a.value.count, b.key) }
      .prefix(Self.leaders).map(\.key)
  }

  /// How many of those named most are thought of, wherever they are named.
  private static let leaders = 8
  /// How many sentences are "nearby".
  private static let nearby = 3
  /// An actor found by a phrase such as "six states", who is nobody.
  private static let nobody: ActorID = "INTL"

  /// Takes note of an event that the article tells with both sides, each rolled up.
  mutating func note(_ type: EventType, _ source: [ActorID], _ target: [ActorID]) {
    let isCooperation = type.quadClass.isCooperation
    for one in source {
      for other in target where one != other {
        for (own, opposite) in [(one, other), (other, one)] {
          if isCooperation {
            dealings[own, default: [:]][opposite, default: Dealings()].cooperation += 1
          } else {
            dealings[own, default: [:]][opposite, default: Dealings()].conflict += 1
          }
        }
      }
    }
  }

  /// The actor that is most probably the missing side of an event in a sentence, the known side
  /// rolled up; `nil` when nobody is probable enough.
  func choice(
    for side: EventSide, of type: EventType, known: [ActorID], sentence: Int
  ) -> Choice? {
    let before = mentions.within((sentence - Self.nearby)...(sentence - 1)).filter {
      !known.contains($0.actor)
    }
    let here = Set(
      mentions.within(sentence...sentence).map(\.actor).filter { !known.contains($0) })
    var candidates = Set(before.map(\.actor)).union(here)
    for actor in leading where (namings[actor]?.first ?? .max) <= sentence {
      candidates.insert(actor)
    }
    candidates.subtract(known)
    candidates.remove(Self.nobody)
    guard !candidates.isEmpty else { return nil }
    let others = mentions.all.count - known.reduce(0) { $0 + (namings[$1]?.count ?? 0) }
    let most = leading.first { !known.contains($0) }.flatMap { namings[$0]?.count } ?? 0
    let isCooperation = type.quadClass.isCooperation
    var partners: [ActorID: Int] = [:]
    var allDealings = 0
    for own in Set(known) {
      for (other, dealing) in dealings[own] ?? [:] where !known.contains(other) {
        partners[other, default: 0] += dealing[isCooperation]
        allDealings += dealing[isCooperation]
      }
    }
    var best: Choice?
    for actor in candidates.sorted() {
      let count = namings[actor]?.count ?? 0
      let dealt = partners[actor] ?? 0
      var signals: SupplyModel.Signals = [
        .mentionShare: Double(count) / Double(max(others, 1)),
        .quarrelShare: Double(dealt) / Double(max(allDealings, 1)),
      ]
      if count == most { signals[.mostNamed] = 1 }
      if here == [actor] { signals[.sentenceNamesIt] = 1 }
      if !here.isEmpty, !here.contains(actor) { signals[.sentenceNamesOthers] = 1 }
      if before.contains(where: { $0.actor == actor }) { signals[.namedNearby] = 1 }
      if before.contains(where: { $0.actor == actor && $0.sentence == sentence - 1 }) {
        signals[.namedJustBefore] = 1
      }
      if dealt > 0 { signals[.sameQuarrel] = 1 }
      if mentions.all.first?.actor == actor { signals[.firstNamed] = 1 }
      let probability = model.probability(of: side, of: type, given: signals)
      if probability > best?.probability ?? 0 {
        best = Choice(actor: actor, probability: probability)
      }
    }
    return best.flatMap { $0.probability >= model.least ? $0 : nil }
  }
}
