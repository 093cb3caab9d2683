import CasusData
import Foundation

/// The weights of a logistic model, in log odds, as a table in a data directory gives them.
enum WeightTable {
  /// Reads a table and hands over each weight with its name.
  /// - Parameters:
  ///   - file: The table, with a column `weight`.
  ///   - column: The column of the names, and what one of them is called in messages.
  ///   - needed: The names that must be there.
  ///   - others: What other names there may be, in words.
  ///   - data: The data directory.
  ///   - problems: What is wrong with the table is added.
  ///   - take: Takes a weight; `false` when nothing is known by its name.
  static func read(
    _ file: String, column: String, needed: [String], others: String, from data: DataDirectory,
    problems: inout [DataProblem], take: (_ name: String, _ weight: Double) -> Bool
  ) {
    let table = TSVTable(contentsOf: data.file(file), name: file, problems: &problems)
    guard let what = table.column(column, problems: &problems),
      let weight = table.column("weight", problems: &problems)
    else { return }
    var missing = Set(needed)
    for row in table.rows {
      let name = row.cells[what]
      guard let value = Double(row.cells[weight]), value.isFinite else {
        let message = "the weight '\(row.cells[weight])' of '\(name)' is no number"
        problems.append(DataProblem(file: file, line: row.line, message: message))
        continue
      }
      missing.remove(name)
      guard !take(name, value) else { continue }
      let known = needed.joined(separator: ", ")
      let message = "unknown \(column) '\(name)'; known: \(known), and \(others)"
      problems.append(DataProblem(file: file, line: row.line, message: message))
    }
    for name in missing.sorted() {
      problems.append(DataProblem(file: file, line: 0, message: "no weight for '\(name)'"))
    }
  }

  /// The share, in hundredths, that a sum of weights stands for.
  static func share(ofLogOdds sum: Double) -> Double {
    (100 / (1 + exp(-sum))).rounded() / 100
  }
}
