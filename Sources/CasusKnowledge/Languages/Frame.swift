public import CasusModel

/// What the clause embedded under a predicate becomes.
public enum ContentKind: String, CaseIterable, Hashable, Sendable {
  /// Reported as a fact, attributed to the source ("accuse of …", "claim that …").
  case claim
  /// Promised or intended.
  case planned
  /// Refused or said not to have happened.
  case denied
  /// Threatened, considered, feared.
  case hypothetical
  /// The content of a request: no event.
  case drop
  /// As real as the governing predicate itself ("managed to", "began to").
  case occurred
}

/// How one predicate hands out its actors.
public struct Frame: Hashable, Sendable {
  /// Verbs with this valency, in the notation of the language.
  public var verbs: [String]
  /// Event nouns with this meaning.
  public var nouns: [String]
  /// Predicative adjectives with this meaning ("ready to").
  public var adjectives: [String]
  /// Words or classes of which one must head the direct object; empty means any.
  public var object: [String]
  /// Words or classes of which one must head the subject; empty means any.
  public var subject: [String]
  /// Words or classes of which one must head a prepositional phrase behind the verb ("put … on a
  /// blacklist"), or `ACTOR`; empty means any.
  public var complement: [String]
  /// The PLOVER type, or `nil` when the predicate only governs its content.
  public var type: EventType?
  /// The mode, if any.
  public var mode: String?
  /// Where the source stands; the first slot that is filled wins.
  public var source: [Slot]
  /// Where the target stands; empty for types without target.
  public var target: [Slot]
  /// Where the source of the nominal form stands.
  public var nominalSource: [Slot]
  /// Where the target of the nominal form stands.
  public var nominalTarget: [Slot]
  /// Whether a plural subject fills both sides.
  public var isReciprocal: Bool
  /// Which side supplies the other where something changes hands: the target, from whom one buys.
  public var supplier: EventSide
  /// What an embedded clause becomes.
  public var content: ContentKind?
  /// What it becomes where the predicate is denied; its opposite where nothing is said.
  public var negated: EventStatus?
  /// What it becomes under the past of the predicate: what somebody "was able to" do is done.
  public var past: EventStatus?
  /// A status that the predicate forces.
  public var status: EventStatus?
  /// Whether the predicate tries to: an attempt at an act of force is one.
  public var isAttempt: Bool
  /// The file and line, for explanations.
  public var origin: String
}

extension Frame {
  private static let keys: Set<String> = [
    "verbs", "nouns", "adjectives", "object", "subject", "complement", "type", "mode", "source",
    "target",
    "nominal", "supplier",
    "reciprocal", "content", "negated", "past", "attempt", "status", "event", "note",
  ]

  /// Reads one frame; faults are reported and make the frame unusable.
  init?(_ value: YAMLValue, catalog: EventCatalog, problems: inout [DataProblem]) {
    let before = problems.count
    for (key, item) in value.pairs where !Self.keys.contains(key) {
      problems.append(item.problem("unknown key '\(key)' in a frame"))
    }
    verbs = value["verbs"]?.strings ?? []
    nouns = value["nouns"]?.strings ?? []
    adjectives = value["adjectives"]?.strings ?? []
    object = value["object"]?.strings ?? []
    subject = value["subject"]?.strings ?? []
    complement = value["complement"]?.strings ?? []
    isReciprocal = value["reciprocal"]?.bool ?? false
    supplier = .source
    origin = "\(value.file):\(value.line)"
    if verbs.isEmpty && nouns.isEmpty && adjectives.isEmpty {
      problems.append(value.problem("a frame needs 'verbs', 'nouns' or 'adjectives'"))
    }
    let isEvent = value["event"]?.bool ?? true
    type = value["type"]?.string.flatMap { EventType(rawValue: $0) }
    if isEvent && type == nil {
      problems.append(value.problem("'type' must name one of the 16 PLOVER types"))
    }
    if !isEvent { type = nil }
    mode = value["mode"].flatMap { $0.isNull ? nil : $0.string }
    if let mode, let type, catalog.types[type.rawValue]?.modes[mode] == nil {
      problems.append(value.problem("\(type.rawValue) has no mode '\(mode)'"))
    }
    func slots(_ item: YAMLValue?, default preset: [Slot]) -> [Slot] {
      guard let item else { return preset }
      return item.items.compactMap { entry in
        if let slot = entry.string.flatMap({ Slot($0) }) { return slot }
        problems.append(entry.problem("'\(entry.string ?? "?")' is not a slot"))
        return nil
      }
    }
    let source = slots(value["source"], default: [.subject])
    let target = slots(value["target"], default: [.object])
    self.source = source
    self.target = target
    nominalSource = slots(value["nominal"]?["source"], default: [])
    nominalTarget = slots(value["nominal"]?["target"], default: [])
    if let item = value["supplier"] {
      if let side = item.string.flatMap({ EventSide(rawValue: $0) }) {
        supplier = side
      } else {
        problems.append(item.problem("'supplier' must be one of \(Self.list(EventSide.allCases))"))
      }
    }
    content = value["content"]?.string.flatMap { ContentKind(rawValue: $0) }
    if let item = value["content"], content == nil, !item.isNull {
      problems.append(item.problem("'content' must be one of \(Self.list(ContentKind.allCases))"))
    }
    func status(_ key: String) -> EventStatus? {
      let told = value[key]?.string.flatMap { EventStatus(rawValue: $0) }
      if let item = value[key], told == nil, !item.isNull {
        problems.append(item.problem("'\(key)' must be one of \(Self.list(EventStatus.allCases))"))
      }
      return told
    }
    let (forced, denied, done) = (status("status"), status("negated"), status("past"))
    (self.status, negated, past) = (forced, denied, done)
    isAttempt = value["attempt"]?.bool ?? false
    if problems.count > before { return nil }
  }

  private static func list<T: RawRepresentable<String>>(_ cases: [T]) -> String {
    cases.map(\.rawValue).joined(separator: ", ")
  }
}
