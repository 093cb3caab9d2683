import CasusModel

/// How arrows between lanes look.
enum TimelineArrow {
  /// The width of a line by the number of articles.
  static func width(sources: Int) -> Double {
    0.8 + min(2.4, Double(max(0, sources - 1)).squareRoot() * 0.6)
  }

  /// The small disc in the lane of somebody who acts along.
  static func joint(at point: Scene.Point, _ item: TimelineItem, _ tone: Tone, width: Double)
    -> Scene.Mark
  {
    let size = 4.5 + width / 2
    return Scene.Mark(
      form: .disc,
      rect: Scene.Rect(x: point.x - size / 2, y: point.y - size / 2, width: size, height: size),
      fill: item.event.status == .occurred ? tone : .page, stroke: tone, strokeWidth: 1,
      cssClass: "joint \(item.event.cssClass)",
      subject: item.subject)
  }
}

extension Scene {
  /// Adds the mark of an event, with its stroke where the event is denied.
  mutating func add(
    _ mark: TimelineMark, of item: TimelineItem, _ style: TimelineMark.Style, y: Double,
    tooltip: String,
    address: String?
  ) {
    let event = item.event
    let pieces = mark.pieces(y: y, style)
    for (index, piece) in pieces.enumerated() {
      var piece = piece
      piece.tooltip = tooltip
      piece.subject = item.subject
      piece.cssClass =
        "event \(event.quadClass.rawValue) \(event.status.rawValue) \(event.cssClass)"
      if index == pieces.count - 1 {
        piece.id = "event-" + event.plainID
        piece.address = address
      }
      marks.append(piece)
    }
    guard event.status == .denied else { return }
    var strike = mark.strike(y: y, tone: style.tone)
    strike.subject = item.subject
    lines.append(strike)
  }
}

extension Event {
  /// The identifier without anything that is not a letter or digit of ASCII.
  var plainID: String { String(decoding: id.utf8.filter(\.isPlain), as: UTF8.self) }

  /// The class of everything that is drawn for the event: mark, label, arrows.
  var cssClass: String { "of-" + plainID }
}
