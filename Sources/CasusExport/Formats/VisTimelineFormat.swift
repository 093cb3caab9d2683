import CasusModel

/// Items and groups for vis-timeline: one item for every dated event, in the group of its first
/// actor, with its type, quadrant and status as classes for a style sheet.
struct VisTimelineFormat: ExportFormat {
  let name = "vis"
  let fileExtension = "json"
  let summary = "items and groups for vis-timeline, for web pages"

  func export(_ graph: EventGraph, options: ExportOptions) throws -> Export {
    let wording = EventWording(graph: graph, options: options)
    let articles = graph.articlesByID
    var items: [JSONValue] = []
    var groups: Set<ActorID> = []
    for event in graph.events {
      guard let date = event.date, !date.lacksYear else { continue }
      items.append(item(for: event, date, wording, articles))
      if let actor = event.source.first { groups.insert(actor) }
    }
    var text = "{\"groups\": ["
    text += groups.sorted().map { id in
      let group: JSONValue = [
        "id": .string(id.rawValue), "content": .string(Self.escape(wording.name(of: id))),
      ]
      return "\n" + group.text
    }.joined(separator: ",")
    text += "],\n\"items\": [" + items.map { "\n" + $0.text }.joined(separator: ",") + "]}\n"
    let left = graph.events.count - items.count
    return Export(text, notes: left > 0 ? [TimelineJSFormat.note(left, of: graph)] : [])
  }

  private func item(
    for event: Event, _ date: EDTF, _ wording: EventWording, _ articles: [String: Article]
  ) -> JSONValue {
    let start = date.lowerBound == .min ? date.upperBound : date.lowerBound
    var members: [(key: String, value: JSONValue)] = [
      ("id", .string(event.id)), ("content", .string(Self.escape(wording.headline(of: event)))),
      ("start", .string(EDTF.dayText(start))),
    ]
    if date.isOpen || date.lowerBound == date.upperBound {
      members.append(("type", "box"))
    } else {
      // The end of an item is the first moment after it.
      members.append(("end", .string(EDTF.dayText(date.upperBound + 1))))
      members.append(("type", "range"))
    }
    if let actor = event.source.first { members.append(("group", .string(actor.rawValue))) }
    let classes = [
      event.type.rawValue.lowercased(), event.quadClass.rawValue, event.status.rawValue,
    ]
    members.append(
      (
        "className",
        .string((classes + (event.isContested ? ["contested"] : [])).joined(separator: " "))
      ))
    let words = event.evidence.map { evidence in
      let source = articles[evidence.articleID].map { " (\($0.source))" } ?? ""
      return "“\(evidence.text)”\(source)"
    }
    members.append(
      ("title", .string(Self.escape(([date.rawValue] + words).joined(separator: " · ")))))
    return .object(members)
  }

  /// vis-timeline puts its texts into the page as HTML.
  private static func escape(_ text: String) -> String { XMLText.escape(text.onOneLine) }
}
