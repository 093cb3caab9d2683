import ArgumentParser
import CasusExport
import CasusModel
import CasusStore

/// `casus activity`: how much happened month by month.
struct ActivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "activity",
    abstract: "Count events by month and quadrant, with their net intensity.",
    discussion: """
      Net is the sum of the PLOVER intensities (−10 … +10): below zero where conflict prevails. Denied \
      and hypothetical events do not count unless asked for with --status.
      """)

  @OptionGroup var filter: FilterOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var data: DataOptions

  /// The columns of a bar in the table, and of the lines above it.
  private static let barWidth = 20
  private static let lineWidth = 60
  private static let fewestFolded = 3

  func run() throws {
    let store = try database.openForReading()
    let months = try store.activity(
      matching: try filter.filter(in: store), catalog: try data.catalog())
    if months.isEmpty { try filter.conditions.confirmSource(in: store) }
    let shown = Array(months.suffix(filter.conditions.limit ?? months.count))
    if !output.isForPrograms, !shown.isEmpty { try StandardOutput.write(lines(shown) + "\n") }
    try output.write(listing(shown), empty: "no events match; casus events lists all")
  }

  /// The whole period at a glance.
  private func lines(_ months: [MonthActivity]) -> String {
    let dated = months.filter { $0.month != nil }
    guard let first = dated.first?.month, let last = dated.last?.month else { return "" }
    let net = Sparkline.folded(dated.map(\.intensity), width: Self.lineWidth)
    return """
      \(first) … \(last)
      events       \(Sparkline.text(dated.map { Double($0.events) }, width: Self.lineWidth))
      cooperation  \(Sparkline.text(net.map { max(0, $0) }, width: Self.lineWidth))
      conflict     \(Sparkline.text(net.map { min(0, $0) }, width: Self.lineWidth))

      """
  }

  private func listing(_ months: [MonthActivity]) -> Listing {
    let quads = QuadClass.allCases
    var table = Table(
      [.init("month")]
        + quads.map {
          .init($0.rawValue.split(separator: "-").joined(separator: " "), isNumeric: true)
        } + [.init("net", isNumeric: true), .init("events")])
    let most = months.map(\.events).max() ?? 0
    for month in folded(months) {
      guard month.quiet == 0 else {
        table.add(["…"] + quads.map { _ in "" } + ["", "\(month.quiet) quiet months"])
        continue
      }
      let month = month.month
      let length = most == 0 ? 0 : (month.events * Self.barWidth + most - 1) / most
      table.add(
        [month.month?.rawValue ?? "undated"]
          + quads.map { quad in month.counts[quad].map { "\($0)" } ?? "–" }
          + [net(month), String(repeating: "█", count: length) + " \(month.events)"])
    }
    return Listing(
      table: table,
      csv: {
        (
          ["month"] + quads.map(\.rawValue) + ["events", "net"],
          months.map { month in
            [month.month?.rawValue ?? ""] + quads.map { "\(month.counts[$0] ?? 0)" }
              + ["\(month.events)", net(month)]
          }
        )
      },
      lines: { months.map { object($0).text } })
  }

  /// The months as people read them: three quiet ones or more in a row are one line.
  private func folded(
    _ months: [MonthActivity]
  ) -> [(month: MonthActivity, quiet: Int)] {
    var result: [(month: MonthActivity, quiet: Int)] = []
    var rest = months[...]
    while let month = rest.first {
      let quiet = rest.prefix { $0.events == 0 }
      if quiet.count >= Self.fewestFolded {
        result.append((month, quiet.count))
        rest = rest.dropFirst(quiet.count)
      } else {
        result.append((month, 0))
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private func net(_ month: MonthActivity) -> String {
    let tenths = Int((month.intensity * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  private func object(_ month: MonthActivity) -> JSONValue {
    [
      "month": JSONValue(month.month?.rawValue),
      "counts": .object(
        QuadClass.allCases.map { (key: $0.rawValue, value: .integer(month.counts[$0] ?? 0)) }),
      "events": .integer(month.events),
      "net": .number((month.intensity * 10).rounded() / 10),
    ]
  }
}
