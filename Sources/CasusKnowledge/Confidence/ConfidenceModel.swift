public import CasusData
public import CasusModel
import Foundation

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
    return (100 / (1 + exp(-sum))).rounded() / 100
  }

  /// Reads `Confidence/weights.tsv`.
  public static func load(
    from data: DataDirectory, problems: inout [DataProblem]
  ) -> ConfidenceModel {
    var model = ConfidenceModel()
    let table = TSVTable(contentsOf: data.file(file), name: file, problems: &problems)
    guard let what = table.column("circumstance", problems: &problems),
      let weight = table.column("weight", problems: &problems)
    else { return model }
    var missing = Set(Circumstances.names + ["base"])
    for row in table.rows {
      let name = row.cells[what]
      guard let value = Double(row.cells[weight]), value.isFinite else {
        let message = "the weight '\(row.cells[weight])' of '\(name)' is no number"
        problems.append(DataProblem(file: file, line: row.line, message: message))
        continue
      }
      missing.remove(name)
      if name == "base" {
        model.base = value
      } else if let position = Circumstances.names.firstIndex(of: name) {
        model.weights[position] = value
      } else if let type = EventType(rawValue: name) {
        model.types[type] = value
      } else {
        let known = (["base"] + Circumstances.names).joined(separator: ", ")
        let message = "unknown circumstance '\(name)'; known: \(known), and the event types"
        problems.append(DataProblem(file: file, line: row.line, message: message))
      }
    }
    for name in missing.sorted() {
      let message = "no weight for '\(name)'"
      problems.append(DataProblem(file: file, line: 0, message: message))
    }
    return model
  }
}
