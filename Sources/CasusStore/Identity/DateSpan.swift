import CasusModel

/// A date as event identity compares it: a span of days, or a beginning or end with the rest open.
///
/// An open interval is compared by the end that is known, and only with intervals open on the same
/// side: "since February" and "since 24 February" may be one event, "on 24 February" is another.
/// Only an act that happens once is the same "since" and "on" a day.
struct DateSpan: Hashable {
  enum Shape: Int {
    case bounded, openEnd, openStart
  }

  /// The longest span, in days, that may be taken for a rough date of a finer one inside it.
  static let roughest = 31

  /// The same for acts that happen once, where any span may be.
  static func roughest(isSingular: Bool) -> Int { isSingular ? .max : roughest }

  let shape: Shape
  let first: Int
  let last: Int

  /// `nil` for a date without a year, which has no place in time.
  /// - Parameters:
  ///   - date: the date.
  ///   - isSingular: whether it is that of an act that happens once: "since" is when it happened.
  init?(_ date: EDTF, isSingular: Bool = false) {
    guard !date.lacksYear else { return nil }
    guard date.isOpen else {
      self.init(shape: .bounded, first: date.lowerBound, last: date.upperBound)
      return
    }
    let ends = date.rawValue.split(separator: "/", omittingEmptySubsequences: false)
    guard let start = ends.first, let end = ends.last else { return nil }
    if let known = EDTF(String(start)) {
      self.init(
        shape: isSingular ? .bounded : .openEnd, first: known.lowerBound,
        last: known.upperBound)
    } else if let known = EDTF(String(end)) {
      self.init(shape: .openStart, first: known.lowerBound, last: known.upperBound)
    } else {
      return nil
    }
  }

  /// A single day.
  init(day: Int) {
    self.init(shape: .bounded, first: day, last: day)
  }

  private init(shape: Shape, first: Int, last: Int) {
    self.shape = shape
    self.first = first
    self.last = last
  }

  /// The number of days.
  var width: Int { last - first + 1 }

  /// Whether every day of the other span lies in this one.
  func contains(_ other: DateSpan) -> Bool {
    shape == other.shape && first <= other.first && other.last <= last
  }

  /// The span that each span unites with, itself where there is none.
  ///
  /// From the finest up, a span of at most `roughest` days unites with the only span inside it.
  /// With two inside nobody can say which is meant, and it stays on its own. The answer depends on
  /// the set alone, not on an order.
  static func anchors(
    of spans: Set<DateSpan>, roughest: Int = DateSpan.roughest
  ) -> [DateSpan: DateSpan] {
    var anchors: [DateSpan] = []
    var result: [DateSpan: DateSpan] = [:]
    for span in spans.sorted(by: isFiner) {
      let inside = span.width == 1 ? [] : anchors.filter { span.contains($0) }
      if inside.count == 1, span.width <= roughest {
        result[span] = inside[0]
      } else {
        result[span] = span
        anchors.append(span)
      }
    }
    return result
  }

  /// Finer spans come first, then earlier ones.
  static func isFiner(_ a: DateSpan, _ b: DateSpan) -> Bool {
    (a.width, a.first, a.shape.rawValue) < (b.width, b.first, b.shape.rawValue)
  }
}
