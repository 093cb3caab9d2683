import CasusModel
import Foundation

/// How far a long work has come, with its speed and the time that is left, on standard error.
///
/// On a terminal it is one line that is drawn over, ten times a second at most; elsewhere a plain
/// line every ten seconds, so that a log shows that the work goes on.
struct ProgressMeter {
  /// How it is shown.
  enum Style: Sendable {
    /// A line that is drawn over.
    case bar
    /// Lines that stay.
    case lines
  }

  private static let cells = 24

  private let style: Style
  private let noun: String
  private let plural: String?
  private let total: Int
  private let now: () -> Duration
  private let write: (String) -> Void
  private let start: Duration
  private var lastShown: Duration?
  private var done = 0
  private var count = 0
  private var isDrawn = false

  /// Makes a meter for work of a total size in any unit; 0 when the size is not known.
  ///
  /// `noun` names the things that are counted, such as `article`, and `plural` several of them where an s is not enough.
  init(
    total: Int, noun: String, plural: String? = nil, style: Style,
    now: @escaping () -> Duration = Self.elapsed,
    write: @escaping (String) -> Void = Self.writeToStandardError
  ) {
    self.total = total
    self.noun = noun
    self.plural = plural
    self.style = style
    self.now = now
    self.write = write
    start = now()
  }

  /// Says how much of the total is done and how many things that were, and shows it when it is time.
  mutating func update(done: Int, count: Int) {
    self.done = done
    self.count = count
    let time = now()
    let pause: Duration = style == .bar ? .milliseconds(100) : .seconds(10)
    guard time - (lastShown ?? (style == .bar ? .zero - pause : start)) >= pause else { return }
    lastShown = time
    switch style {
    case .bar:
      write("\r\(bar)\(text(at: time))\u{1B}[K")
      isDrawn = true
    case .lines: write("casus: \(text(at: time))\n")
    }
  }

  /// Wipes the bar away, so that other lines can be written; it comes back with the next update.
  mutating func clear() {
    guard isDrawn else { return }
    write("\r\u{1B}[K")
    isDrawn = false
    lastShown = nil
  }

  private var share: Double? {
    total > 0 ? min(1, Double(done) / Double(total)) : nil
  }

  private var bar: String {
    guard let share else { return "" }
    let full = Int(share * Double(Self.cells))
    return "[" + String(repeating: "#", count: full)
      + String(repeating: ".", count: Self.cells - full) + "] "
  }

  /// `42 %  1204 articles  310/s  0:08 left`.
  private func text(at time: Duration) -> String {
    let elapsed = (time - start) / .seconds(1)
    var parts = share.map { ["\(Int($0 * 100)) %"] } ?? []
    parts.append(Counted.text(count, noun, plural: plural))
    if elapsed >= 1 { parts.append(Self.rate(Double(count) / elapsed)) }
    if let share, share > 0, share < 1, elapsed >= 1 {
      parts.append("\(Self.clock(elapsed * (1 - share) / share)) left")
    }
    return parts.joined(separator: "  ")
  }

  /// Whole numbers where they say enough.
  private static func rate(_ rate: Double) -> String {
    rate >= 10 ? "\(Int(rate))/s" : "\((rate * 10).rounded() / 10)/s"
  }

  /// `0:08`, `12:30`, `1:02:03`.
  private static func clock(_ seconds: Double) -> String {
    let whole = Int(min(seconds.rounded(.up), 360_000))
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    let rest = padded(whole % 60)
    return hours > 0 ? "\(hours):\(padded(minutes)):\(rest)" : "\(minutes):\(rest)"
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }

  private static func elapsed() -> Duration {
    .seconds(ProcessInfo.processInfo.systemUptime)
  }

  private static func writeToStandardError(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
