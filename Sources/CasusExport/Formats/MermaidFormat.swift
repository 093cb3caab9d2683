import CasusModel

/// A Mermaid timeline for Markdown pages: sections are years, entries are dates.
///
/// Mermaid refuses diagrams of more than 50,000 characters, so the events with the most evidence
/// are kept and a comment says how many.
struct MermaidFormat: ExportFormat {
  let name = "mermaid"
  let fileExtension = "mmd"
  let summary = "Mermaid timeline, for Markdown on GitHub, GitLab and Obsidian"

  /// What is kept free for title, sections and comment under Mermaid's `maxTextSize`.
  private static let maximumByteCount = 45_000

  func export(_ graph: EventGraph, options: ExportOptions) throws -> Export {
    let wording = EventWording(graph: graph, options: options)
    let entries = graph.events.map { event in
      Entry(
        date: event.date, text: Self.escape(wording.headline(of: event)),
        evidenceCount: event.evidence.count)
    }
    let kept = Self.fitting(entries)
    var lines = ["timeline"]
    if !graph.filter.isEmpty { lines.append("    title \(Self.escape(graph.filter))") }
    var section = ""
    var period = ""
    for entry in kept {
      if entry.section != section {
        section = entry.section
        lines.append("    section \(section)")
        period = ""
      }
      let isNew = entry.period != period
      period = entry.period
      lines.append("        \(isNew ? period : "") : \(entry.text)")
    }
    let left = entries.count - kept.count
    guard left > 0 else { return Export(lines.map { $0 + "\n" }.joined()) }
    let note =
      "\(Counted.text(kept.count, of: entries.count, "event")) shown, those with the most evidence: "
      + "Mermaid takes no more text."
    lines.insert("    %% \(note)", at: 1)
    return Export(lines.map { $0 + "\n" }.joined(), notes: [note])
  }

  private struct Entry {
    var date: EDTF?
    var text: String
    var evidenceCount: Int

    var section: String {
      guard let date, !date.lacksYear else { return "no date" }
      let day = date.lowerBound == .min ? date.upperBound : date.lowerBound
      return String(CivilDay.date(of: day).year)
    }

    var period: String { date?.rawValue ?? "no date" }
  }

  /// The entries with the most evidence that fit, in their order.
  private static func fitting(_ entries: [Entry]) -> [Entry] {
    var room = maximumByteCount
    let ranked = entries.indices.sorted {
      (-entries[$0].evidenceCount, $0) < (-entries[$1].evidenceCount, $1)
    }
    let kept = ranked.prefix { index in
      room -= entries[index].text.utf8.count + 48
      return room >= 0
    }
    return kept.sorted().map { entries[$0] }
  }

  /// Everything that Mermaid or the HTML it makes would take for its own becomes an entity code.
  static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.onOneLine.unicodeScalars {
      switch scalar {
      case "#", ":", ";", "%", "<", ">", "\"", "&", "{", "}", "`", "\\", "[", "]", "(", ")":
        result += "#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
