public import CasusData
public import CasusModel

/// How probably an actor of an article is the side of an event that its sentence leaves out.
///
/// A logistic model like `ConfidenceModel`: what the article says of the actor adds to or takes from
/// a base that depends on the event's type and the missing side.
public struct SupplyModel: Sendable {
  /// Where the weights stand in a data directory.
  public static let file = "Confidence/supply.tsv"

  /// What an article may say of an actor that makes it the missing side, by its name in the file.
  public enum Signal: String, CaseIterable, Sendable {
    case mentionShare = "mention-share"
    case mostNamed = "most-named"
    case sentenceNamesIt = "sentence-names-it"
    case sentenceNamesOthers = "sentence-names-others"
    case namedNearby = "named-nearby"
    case namedJustBefore = "named-just-before"
    case sameQuarrel = "same-quarrel"
    case quarrelShare = "quarrel-share"
    case firstNamed = "first-named"

    /// The position in `allCases`.
    fileprivate var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// How much of each signal there is of an actor.
  public struct Signals: Sendable, ExpressibleByDictionaryLiteral {
    /// In the order of `Signal.allCases`.
    fileprivate var values = SIMD16<Double>.zero

    /// Makes a set of signals; those not named are 0.
    public init(dictionaryLiteral elements: (Signal, Double)...) {
      for (signal, value) in elements { self[signal] = value }
    }

    /// How much there is of a signal.
    public subscript(_ signal: Signal) -> Double {
      get { values[signal.position] }
      set { values[signal.position] = newValue }
    }
  }

  /// The probability below which nobody is supplied.
  public private(set) var least = 1.0
  private var base = 0.0
  private var weights: Signals = [:]
  private var sides: [String: Double] = [:]

  /// Whether events of a type may have a side supplied.
  public func supplies(_ side: EventSide, of type: EventType) -> Bool {
    sides[Self.key(side, type)] != nil
  }

  /// The probability that an actor is the missing side, in hundredths; 0 where none is supplied.
  public func probability(
    of side: EventSide, of type: EventType, given signals: Signals
  ) -> Double {
    guard let own = sides[Self.key(side, type)] else { return 0 }
    var sum = base + own
    for position in 0..<Self.signalCount {
      sum += weights.values[position] * signals.values[position]
    }
    return WeightTable.share(ofLogOdds: sum)
  }

  private static let signalCount = Signal.allCases.count

  private static func key(_ side: EventSide, _ type: EventType) -> String {
    "\(type.rawValue).\(side.rawValue)"
  }

  /// Reads `Confidence/supply.tsv`.
  public static func load(
    from data: DataDirectory, problems: inout [DataProblem]
  ) -> SupplyModel {
    var model = SupplyModel()
    let keys = Set(
      EventType.allCases.flatMap { type in EventSide.allCases.map { key($0, type) } })
    WeightTable.read(
      file, column: "signal", needed: ["base", "least"] + Signal.allCases.map(\.rawValue),
      others: "an event type with its side, such as ACCUSE.target", from: data,
      problems: &problems
    ) { name, value in
      if name == "base" {
        model.base = value
      } else if name == "least" {
        model.least = value
      } else if let signal = Signal(rawValue: name) {
        model.weights[signal] = value
      } else if keys.contains(name) {
        model.sides[name] = value
      } else {
        return false
      }
      return true
    }
    return model
  }
}
