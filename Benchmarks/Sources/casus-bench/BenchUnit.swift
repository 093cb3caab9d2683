import Foundation

/// How a figure is written.
enum BenchUnit {
  case megabytesPerSecond, articlesPerSecond, eventsPerSecond, rowsPerSecond, seconds, megabytes,
    bytes

  func text(_ value: Double) -> String {
    switch self {
    case .megabytesPerSecond: "\(value.significant(3)) MB/s"
    case .articlesPerSecond: "\(value.significant(3)) articles/s"
    case .eventsPerSecond: "\(value.significant(3)) events/s"
    case .rowsPerSecond: "\(value.significant(3)) rows/s"
    case .bytes: "\(value.significant(3)) B"
    case .megabytes: "\(value.significant(3)) MB"
    case .seconds:
      switch value {
      case ..<1e-3: "\((value * 1e6).significant(3)) µs"
      case ..<1: "\((value * 1e3).significant(3)) ms"
      default: "\(value.significant(3)) s"
      }
    }
  }
}

extension Double {
  /// The number with so many significant digits, without an exponent.
  func significant(_ digits: Int) -> String {
    guard isFinite, self != 0 else { return "\(self)" }
    let places = max(0, digits - 1 - Int(log10(abs(self)).rounded(.down)))
    return String(format: "%.\(places)f", self)
  }
}
