import CasusModel

/// An iCalendar file (RFC 5545): a whole-day entry for every dated event.
///
/// An entry lasts from the first to the last day that the date may mean; where one end is open it
/// has the known day alone, and `X-CASUS-EDTF` gives the date as it is. Planned and hypothetical
/// events are tentative, denied ones cancelled. `DTSTAMP` is the first publication.
struct CalendarFormat: ExportFormat {
  let name = "ical"
  let fileExtension = "ics"
  let summary = "iCalendar: an entry for every dated event, for calendars"

  func export(_ graph: EventGraph, options: ExportOptions) throws -> Export {
    let wording = EventWording(graph: graph, options: options)
    let articles = graph.articlesByID
    var text = ""
    var count = 0
    Self.add("BEGIN", "VCALENDAR", to: &text)
    Self.add("VERSION", "2.0", to: &text)
    Self.add("PRODID", "-//Casus//Casus//EN", to: &text)
    if !graph.filter.isEmpty { Self.add("X-WR-CALNAME", Self.escape(graph.filter), to: &text) }
    for event in graph.events {
      guard let date = event.date, !date.lacksYear else { continue }
      add(event, date, wording, articles, to: &text)
      count += 1
    }
    Self.add("END", "VCALENDAR", to: &text)
    let left = graph.events.count - count
    return Export(text, notes: left > 0 ? [TimelineJSFormat.note(left, of: graph)] : [])
  }

  private func add(
    _ event: Event, _ date: EDTF, _ wording: EventWording, _ articles: [String: Article],
    to text: inout String
  ) {
    let sources = event.evidence.compactMap { articles[$0.articleID] }
    let stamp = sources.compactMap(\.published).map { Timestamp.day(of: $0) }.min() ?? 0
    let start = date.lowerBound == .min ? date.upperBound : date.lowerBound
    let end = date.upperBound == .max ? start : date.upperBound
    Self.add("BEGIN", "VEVENT", to: &text)
    Self.add("UID", "\(Self.escape(event.id))@casus", to: &text)
    Self.add("DTSTAMP", Self.day(stamp) + "T000000Z", to: &text)
    Self.add("DTSTART;VALUE=DATE", Self.day(start), to: &text)
    Self.add("DTEND;VALUE=DATE", Self.day(end + 1), to: &text)
    Self.add("SUMMARY", Self.escape(wording.headline(of: event)), to: &text)
    let quotes = event.evidence.map { evidence in
      let source = articles[evidence.articleID].map { " (\($0.source))" } ?? ""
      return "“\(evidence.text)”\(source)"
    }
    if !quotes.isEmpty {
      let words = quotes.map { Self.escape($0) }.joined(separator: "\\n")
      Self.add("DESCRIPTION", words, to: &text)
    }
    if let url = sources.lazy.compactMap({ RDFName.web($0.url)?.iri }).first {
      Self.add("URL", url, to: &text)
    }
    if let place = event.place { Self.add("LOCATION", Self.escape(place), to: &text) }
    let categories = [event.type.rawValue, event.quadClass.rawValue]
    Self.add("CATEGORIES", categories.map { Self.escape($0) }.joined(separator: ","), to: &text)
    Self.add("STATUS", Self.status(event.status), to: &text)
    Self.add("TRANSP", "TRANSPARENT", to: &text)
    Self.add("X-CASUS-EDTF", Self.escape(date.rawValue), to: &text)
    Self.add("END", "VEVENT", to: &text)
  }

  /// A content line, folded so that none has more than 75 bytes; no character is cut.
  private static func add(_ name: String, _ value: String, to text: inout String) {
    var room = 75
    for scalar in "\(name):\(value)".unicodeScalars {
      let width = UTF8.width(scalar)
      if width > room {
        text += "\r\n "
        room = 74
      }
      text.unicodeScalars.append(scalar)
      room -= width
    }
    text += "\r\n"
  }

  private static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.onOneLine.unicodeScalars {
      if "\\;,".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func day(_ number: Int) -> String {
    EDTF.dayText(number).filter { $0 != "-" }
  }

  private static func status(_ status: EventStatus) -> String {
    switch status {
    case .occurred: "CONFIRMED"
    case .planned, .hypothetical: "TENTATIVE"
    case .denied: "CANCELLED"
    }
  }
}
