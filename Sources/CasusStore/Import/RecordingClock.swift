import CasusModel
import GRDB

/// Gives each article the moment at which it came into the database, each later than the one before.
struct RecordingClock {
  /// Microseconds since 1970-01-01, UTC.
  private var next: Int
  /// The second of the last moment given out, and its text up to the fraction.
  private var known: (second: Int, text: Substring) = (.min, "")

  /// - Parameters:
  ///   - now: microseconds since 1970-01-01, UTC.
  ///   - db: the database; a clock that was set back does not go before its newest article.
  /// - Throws: what SQLite throws.
  init(now: Int, after db: Database) throws {
    let last = try String.fetchOne(
      db.cachedStatement(
        sql: "SELECT recordedAt FROM article WHERE key = (SELECT max(key) FROM article)"))
    next = max(now, last.flatMap(Self.microseconds).map { $0 + 1 } ?? now)
  }

  /// The next moment as ISO 8601 with microseconds: `2026-03-05T09:30:00.000001Z`.
  mutating func stamp() -> String {
    defer { next += 1 }
    let (second, fraction) = next.quotientAndRemainder(dividingBy: 1_000_000)
    if known.second != second { known = (second, Self.text(of: next).dropLast(7)) }
    return "\(known.text)\(Self.padded(fraction, to: 6))Z"
  }

  /// The moment as ISO 8601 with microseconds.
  static func text(of microseconds: Int) -> String {
    let (seconds, fraction) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    let (day, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let time = [second / 3_600, second / 60 % 60, second % 60].map { padded($0, to: 2) }
    return "\(EDTF.dayText(day))T\(time.joined(separator: ":")).\(padded(fraction, to: 6))Z"
  }

  /// The moment that a text of `text(of:)` says, also one without a fraction.
  static func microseconds(in text: String) -> Int? {
    let parts = text.split { "T:.Z".contains($0) }
    guard parts.count >= 4, let date = EDTF(String(parts[0])), date.precision == .day,
      let hour = Int(parts[1]), let minute = Int(parts[2]), let second = Int(parts[3])
    else { return nil }
    let fraction = parts.count > 4 ? Int(parts[4]) ?? 0 : 0
    return ((date.lowerBound * 24 + hour) * 60 + minute) * 60_000_000 + second * 1_000_000
      + fraction
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
