public import CasusData
public import CasusModel

/// How surely a finding is the event that it is taken for, 0 to 1.
///
/// A logistic model: the weights of the event's type and of the circumstances of the finding are
/// added to the base, and the sum is turned into a share. The weights are fitted to annotated
/// articles by `scripts/fit-confidence`; `casus score --reliability` shows how well they hold.
public struct ConfidenceModel: Sendable {
  /// Where the weights stand in a data directory.
  public static let file = "Confidence/weights.tsv"

  private var base = 0.0
  private var types: [EventType: Double] = [:]
  private var weights = [Double](repeating: 0, count: Circumstances.names.count)

  /// The share of findings of a type, in some circumstances, that are right; in hundredths.
  public func confidence(of type: EventType, in circumstances: Circumstances) -> Double {
    var sum = base + (types[type] ?? 0)
    var bits = circumstances.rawValue
    while bits != 0 {
      sum += weights[bits.trailingZeroBitCount]
      bits &= bits - 1
    }
    return WeightTable.share(ofLogOdds: sum)
  }

  /// Reads `Confidence/weights.tsv`.
  public static func load(
    from data: DataDirectory, problems: inout [DataProblem]
  ) -> ConfidenceModel {
    var model = ConfidenceModel()
    WeightTable.read(
      file, column: "circumstance", needed: ["base"] + Circumstances.names,
      others: "the event types", from: data, problems: &problems
    ) { name, value in
      if name == "base" {
        model.base = value
      } else if let position = Circumstances.names.firstIndex(of: name) {
        model.weights[position] = value
      } else if let type = EventType(rawValue: name) {
        model.types[type] = value
      } else {
        return false
      }
      return true
    }
    return model
  }
}
