import CasusModel
import Foundation

/// Writes a GDELT 2.0 export that looks like the real one, the same in every run.
///
/// A few countries are in most rows (Zipf), a quarter of the rows names one actor only, CAMEO's roots
/// come about as often as in GDELT, one address has about three rows, and most events are of the day
/// of the file; a new day begins every 100,000 rows.
struct EventTableGenerator {
  private static let codes: [(code: String, weight: Int)] = [
    ("042", 9), ("043", 8), ("040", 8), ("036", 6), ("051", 6), ("046", 4), ("057", 2),
    ("061", 2), ("062", 1), ("073", 3), ("072", 1), ("084", 2), ("090", 2), ("100", 3), ("111", 6),
    ("112", 5), ("120", 3), ("130", 2), ("138", 1), ("141", 3), ("145", 1), ("154", 2), ("161", 2),
    ("163", 2), ("173", 6), ("172", 2), ("180", 2), ("190", 8), ("193", 2), ("194", 2), ("195", 3),
    ("010", 9), ("020", 4),
  ]

  private let states: SkewedChoice<String>
  private let codes: [String]
  private var random = SeededRandom(seed: 0x6de17)
  private var number = 0
  private var address = 0

  /// Makes a generator that draws from some states, the most frequent first.
  init(states: [String]) {
    self.states = SkewedChoice(states)
    codes = Self.codes.flatMap { Array(repeating: $0.code, count: $0.weight) }
  }

  /// Writes a file with so many rows.
  mutating func write(rowCount: Int, to path: String) throws {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    guard let file = FileHandle(forWritingAtPath: path) else {
      throw CocoaError(.fileWriteUnknown)
    }
    var text = ""
    for _ in 0..<rowCount {
      text += row() + "\n"
      guard text.utf8.count > 1 << 20 else { continue }
      try file.write(contentsOf: Data(text.utf8))
      text.removeAll(keepingCapacity: true)
    }
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }

  private mutating func row() -> String {
    number += 1
    let today = CivilDay.number(year: 2022, month: 1, day: 1) + number / 100_000
    let back = random.number(in: 0..<20) == 0 ? [1, 7, 30, 365][random.number(in: 0..<4)] : 0
    let day = EDTF.dayText(today - back).replacing("-", with: "")
    if random.number(in: 0..<3) == 0 { address += 1 }
    let first = states.pick(&random)
    let second = random.number(in: 0..<4) == 0 ? "" : states.pick(&random)
    let code = random.pick(codes)
    let place =
      "City \(random.number(in: 0..<3000)), Region \(random.number(in: 0..<300)), \(first)"
    let geography =
      "4\t\(place)\t\(first.prefix(2))\t\(first.prefix(2))07\t1204\t50.4501\t30.5234\t-1044367"
    let added = EDTF.dayText(today).replacing("-", with: "") + "121500"
    return [
      "\(1_000_000_000 + number)", day, String(day.prefix(6)), String(day.prefix(4)),
      "\(day.prefix(4)).4110", actor(first), actor(second), "1", code, code, String(code.prefix(2)),
      "3", "-2.0", "10", "1", "10", "-3.1847", geography, second.isEmpty ? emptyPlace : geography,
      geography, added,
      "https://www.news-\(address % 997).example.org/world/2022/article-\(address)-of-the-day",
    ].joined(separator: "\t")
  }

  private let emptyPlace = "0\t\t\t\t\t\t\t"

  private func actor(_ state: String) -> String {
    "\(state)\(state.isEmpty ? "" : "GOV")\t\(state)\t\(state)\t\t\t\t\t"
      + "\(state.isEmpty ? "" : "GOV")\t\t"
  }
}
