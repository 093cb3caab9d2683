import CasusModel

/// The labels of a timeline's events, each worded and wrapped once however many layouts are tried.
final class TimelineLabels {
  /// The lines at a mark.
  struct Label {
    /// What happened.
    let lines: [String]
    /// When, how surely, who says so.
    let particulars: [String]
    /// The size of all lines together, in points.
    let width: Double
    let height: Double
  }

  private struct Key: Hashable {
    var event: Int
    var width: Double
    var isFull: Bool
    var namesDate: Bool
  }

  private let wording: EventWording
  private let lanes: TimelineLanes
  private var texts: [Int: String] = [:]
  private var labels: [Key: Label] = [:]

  init(wording: EventWording, lanes: TimelineLanes) {
    self.wording = wording
    self.lanes = lanes
  }

  /// The label of an event.
  /// - Parameters:
  ///   - group: The event and its number.
  ///   - home: Its lane.
  ///   - width: The width that lines are wrapped to.
  ///   - isFull: Whether to say what the mark shows already.
  ///   - namesDate: Whether to say the date at all.
  /// - Returns: The label, wrapped.
  func label(
    _ group: EventFolding.Group, home: Int, width: Double, isFull: Bool, namesDate: Bool = true
  ) -> Label {
    let key = Key(event: group.index, width: width, isFull: isFull, namesDate: namesDate)
    if let known = labels[key] { return known }
    var lines = TimelineItem.labelStyle.balanced(
      text(group, home: home), width: width, lines: 4)
    if lines.last?.hasSuffix("…") == true {
      // Better a short label than one that breaks off.
      lines = TimelineItem.labelStyle.balanced(
        words(group.event, home: home, namesObject: false), width: width, lines: 5)
    }
    let particulars = Self.joined(
      wording.particulars(group.event, isFull: isFull, namesDate: namesDate), width: width * 1.1)
    let label = Label(
      lines: lines, particulars: particulars,
      width: max(
        Scene.Text.width(lines, TimelineItem.labelStyle),
        Scene.Text.width(particulars, TimelineItem.particularsStyle)),
      height: Double(lines.count) * TimelineItem.labelStyle.lineHeight
        + Double(particulars.count) * TimelineItem.particularsStyle.lineHeight)
    labels[key] = label
    return label
  }

  private func text(_ group: EventFolding.Group, home: Int) -> String {
    if let known = texts[group.index] { return known }
    let text = words(group.event, home: home, namesObject: true)
    texts[group.index] = text
    return text
  }

  private func words(_ event: Event, home: Int, namesObject: Bool) -> String {
    var event = event
    if !namesObject {
      event.object = nil
      event.place = nil
      for index in event.evidence.indices { event.evidence[index].object = nil }
    }
    return lanes.lanes[home].actor.map { wording.predicate(event, in: $0) }
      ?? wording.statement(event)
  }

  /// Parts joined by dots, broken between parts where they do not fit on one line.
  static func joined(_ parts: [String], width: Double) -> [String] {
    let style = TimelineItem.particularsStyle
    var lines: [String] = []
    for part in parts {
      if let last = lines.last, style.width(of: last + " · " + part) <= width {
        lines[lines.count - 1] = last + " · " + part
      } else {
        lines += style.wrapped(part, width: width, lines: 2)
      }
    }
    guard lines.count > 4 else { return lines }
    return lines.prefix(3) + [style.cut(lines[3], width: width, always: true)]
  }
}
