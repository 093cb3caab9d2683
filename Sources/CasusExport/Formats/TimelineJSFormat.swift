import CasusModel

/// The JSON that TimelineJS 3 reads: one slide for every dated event.
struct TimelineJSFormat: ExportFormat {
  let name = "timelinejs"
  let fileExtension = "json"
  let summary = "TimelineJS 3 JSON, for web pages"

  /// How many slides the makers of TimelineJS advise at most.
  private static let advisedSlideCount = 20

  func export(_ graph: EventGraph, options: ExportOptions) throws -> Export {
    let wording = EventWording(graph: graph, options: options)
    let articles = Dictionary(graph.articles.map { ($0.id, $0) }) { first, _ in first }
    let slides = graph.events.compactMap { slide(for: $0, wording, articles) }
    var members: [(key: String, value: JSONValue)] = []
    if !graph.filter.isEmpty {
      members.append(("title", ["text": ["headline": .string(Self.escape(graph.filter))]]))
    }
    members += [("events", .array(slides)), ("scale", "human")]
    var notes: [String] = []
    if slides.count < graph.events.count {
      notes.append(Self.note(graph.events.count - slides.count, of: graph))
    }
    if slides.count > Self.advisedSlideCount {
      notes.append(
        "\(slides.count) slides: TimelineJS advises \(Self.advisedSlideCount) at most; "
          + "narrow the selection.")
    }
    return Export(JSONValue.object(members).text + "\n", notes: notes)
  }

  /// Says how many events are left out for want of a date.
  static func note(_ count: Int, of graph: EventGraph) -> String {
    "Left out for want of a date: \(Counted.text(count, of: graph.events.count, "event"))."
  }

  private func slide(
    for event: Event, _ wording: EventWording, _ articles: [String: Article]
  ) -> JSONValue? {
    guard let date = event.date, !date.lacksYear else { return nil }
    let start = date.lowerBound == .min ? date.upperBound : date.lowerBound
    var members: [(key: String, value: JSONValue)] = [("start_date", day(start, of: date))]
    if date.precision == .interval, !date.isOpen {
      members.append(("end_date", day(date.upperBound, of: date)))
    }
    if let words = Self.displayed(date) { members.append(("display_date", .string(words))) }
    let text: JSONValue = [
      "headline": .string(Self.escape(wording.headline(of: event))),
      "text": .string(body(of: event, articles)),
    ]
    members.append(("text", text))
    if let actor = event.source.first {
      members.append(("group", .string(Self.escape(wording.name(of: actor)))))
    }
    members.append(("unique_id", .string(event.id)))
    return .object(members)
  }

  /// A date as finely as it is known: TimelineJS shows a missing day or month as unknown.
  private func day(_ number: Int, of date: EDTF) -> JSONValue {
    let (year, month, day) = CivilDay.date(of: number)
    switch date.precision {
    case .year, .decade, .unknownYear: return ["year": .integer(year)]
    case .month, .season: return ["year": .integer(year), "month": .integer(month)]
    case .day, .interval:
      return ["year": .integer(year), "month": .integer(month), "day": .integer(day)]
    }
  }

  /// Words for dates that TimelineJS would show as more exact than they are.
  private static func displayed(_ date: EDTF) -> String? {
    let isPlain = date.precision <= .month || date.precision == .year
    if isPlain, !date.isApproximate, !date.rawValue.contains("?") { return nil }
    let ends = date.rawValue.split(separator: "/", omittingEmptySubsequences: false)
    if ends.count == 2, date.lowerBound == .min { return "until \(ends[1])" }
    if ends.count == 2, date.upperBound == .max { return "since \(ends[0])" }
    guard date.isApproximate, ends.count == 1 else { return date.rawValue }
    return "c. " + date.rawValue.filter { $0 != "~" && $0 != "%" }
  }

  /// The quotes with their articles as HTML.
  private func body(of event: Event, _ articles: [String: Article]) -> String {
    event.evidence.map { evidence in
      let quote = "<blockquote>\(Self.escape(evidence.text))</blockquote>"
      guard let article = articles[evidence.articleID] else { return quote }
      let source = [article.publisher, article.published?.rawValue].compactMap { $0 }
      let words = Self.escape(source.isEmpty ? article.title : source.joined(separator: ", "))
      guard let url = article.url, url.hasPrefix("https://") || url.hasPrefix("http://") else {
        return quote + "<p>\(words)</p>"
      }
      return quote + "<p><a href=\"\(Self.escape(url))\">\(words)</a></p>"
    }.joined()
  }

  /// TimelineJS puts its texts into the page as HTML.
  private static func escape(_ text: String) -> String {
    XMLText.escape(text.onOneLine)
  }
}
