import CasusModel

/// A chronology in Markdown: a heading for each year, an entry for each event, and a footnote for
/// each article that tells of it, with the words and their source.
struct MarkdownFormat: ExportFormat {
  let name = "markdown"
  let fileExtension = "md"
  let summary = "a chronology in Markdown, its sources in footnotes"

  func export(_ graph: EventGraph, options: ExportOptions) throws -> Export {
    let wording = EventWording(graph: graph, options: options)
    let articles = graph.articlesByID
    var text = "# \(graph.filter.isEmpty ? "Chronology" : Self.escape(graph.filter))\n"
    var notes = ""
    var heading = ""
    var count = 0
    for event in graph.events {
      let own = Self.heading(for: event.date)
      if own != heading {
        text += "\n## \(own)\n\n"
        heading = own
      }
      var marks = ""
      for evidence in event.evidence {
        count += 1
        marks += "[^\(count)]"
        notes += "[^\(count)]: \(Self.note(on: evidence, articles[evidence.articleID], wording))\n"
      }
      let date = Self.escape(event.date?.rawValue ?? "undated")
      text += "- **\(date)** \(Self.escape(wording.headline(of: event)))\(marks)\n"
    }
    if graph.events.isEmpty { text += "\nNo events.\n" }
    return Export(text + (notes.isEmpty ? "" : "\n" + notes))
  }

  private static func heading(for date: EDTF?) -> String {
    guard let date, !date.lacksYear else { return "No date" }
    return String(CivilDay.date(of: Timestamp.day(of: date)).year)
  }

  private static func note(
    on evidence: Evidence, _ article: Article?, _ wording: EventWording
  ) -> String {
    var parts = ["“\(escape(evidence.text))”"]
    let speakers = evidence.attribution.map { wording.name(of: ActorID(rawValue: $0)) }
    if !speakers.isEmpty {
      parts[0] += " (according to \(escape(speakers.joined(separator: ", "))))"
    }
    if let article {
      if !article.title.isEmpty { parts.append("*\(escape(article.title))*") }
      parts.append(escape(article.source))
      if let url = RDFName.web(article.url)?.iri { parts.append("<\(url)>") }
    }
    return parts.joined(separator: ", ")
  }

  /// Everything that Markdown could take for its own gets a backslash in front, or becomes a
  /// character reference where not every Markdown knows the backslash.
  private static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.onOneLine.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "!": result += "\\\(scalar)"
      case "<", ">", "&", "|", "~", "$", "^", "=", ":", "@": result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
