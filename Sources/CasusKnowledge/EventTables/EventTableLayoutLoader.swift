import CasusData
import CasusModel
import Foundation

/// Reads the description of an event table, ours or a user's.
struct EventTableLayoutLoader {
  let data: DataDirectory
  let catalog: EventCatalog

  private static let keys: Set<String> = [
    "table", "title", "delimiter", "quoted", "columns", "marks", "record", "empty", "event",
    "source", "target", "date", "place", "object", "url", "publisher", "published", "confidence",
  ]

  /// The layout in a file; its faults are reported, the worst of them give `nil`.
  func layout(_ url: URL, name: String, problems: inout [DataProblem]) -> EventTableLayout? {
    guard let file = YAMLValue.read(url, name: name, problems: &problems) else { return nil }
    for (key, value) in file.pairs where !Self.keys.contains(key) {
      let known = Self.keys.sorted().joined(separator: ", ")
      problems.append(value.problem("unknown key '\(key)'; known: \(known)"))
    }
    guard let event = event(file, problems: &problems) else { return nil }
    let source = actors(file["source"], problems: &problems)
    if source.isEmpty { problems.append(file.problem("'source' must name a column of actors")) }
    let dates = (file["date"]?.items ?? []).compactMap { date($0, problems: &problems) }
    if dates.isEmpty { problems.append(file.problem("'date' must name a column of dates")) }
    let columns = file["columns"].map { list in
      list.string?.split(whereSeparator: \.isWhitespace).map { String($0) } ?? list.strings
    }
    let confidence = file["confidence"]?.double ?? 0.5
    if !(0...1).contains(confidence) {
      problems.append(file.problem("'confidence' must be a number from 0 to 1"))
    }
    let layout = EventTableLayout(
      name: file["table"]?.string ?? "table", title: file["title"]?.string ?? url.lastPathComponent,
      delimiter: delimiter(file["delimiter"], problems: &problems),
      isQuoted: file["quoted"]?.bool ?? true, columns: columns ?? [],
      marks: file["marks"]?.strings ?? [], record: file["record"]?.strings ?? [],
      emptyCells: Set(file["empty"]?.strings ?? []), event: event, source: source,
      target: actors(file["target"], problems: &problems), dates: dates,
      place: file["place"]?.strings ?? [], object: file["object"]?.string,
      url: file["url"]?.string, publisher: file["publisher"]?.string,
      published: file["published"].flatMap { date($0, problems: &problems) },
      confidence: confidence)
    if let columns {
      for column in layout.columnsRead where !columns.contains(column) {
        problems.append(file.problem("'columns' has no '\(column)', which is to be read"))
      }
    }
    return layout
  }

  private func delimiter(_ value: YAMLValue?, problems: inout [DataProblem]) -> UInt8 {
    switch value?.string {
    case "comma", nil: return UInt8(ascii: ",")
    case "tab": return UInt8(ascii: "\t")
    case "semicolon": return UInt8(ascii: ";")
    default:
      if let value {
        problems.append(value.problem("'delimiter' must be comma, tab or semicolon"))
      }
      return UInt8(ascii: ",")
    }
  }

  private func actors(
    _ value: YAMLValue?, problems: inout [DataProblem]
  ) -> [EventTableLayout.ActorColumn] {
    (value?.items ?? []).compactMap { item in
      guard let column = item["column"]?.string else {
        problems.append(item.problem("a 'column' of actors is missing"))
        return nil
      }
      let reading = choice(item["as"], of: EventTableLayout.ActorColumn.Reading.self, &problems)
      let separator = item["separator"]?.string
      if let separator, separator.count != 1 {
        problems.append(item.problem("'separator' must be one character"))
      }
      return EventTableLayout.ActorColumn(
        column: column, reading: reading ?? .name, separator: separator?.first)
    }
  }

  private func date(
    _ value: YAMLValue, problems: inout [DataProblem]
  ) -> EventTableLayout.DateColumn? {
    guard let column = value["column"]?.string else {
      problems.append(value.problem("a 'column' of dates is missing"))
      return nil
    }
    let form = choice(value["form"], of: EventTableLayout.DateColumn.Form.self, &problems)
    var precision: EventTableLayout.DateColumn.PrecisionColumn?
    if let node = value["precision"] {
      guard let column = node["column"]?.string else {
        problems.append(node.problem("'precision' must name a 'column'"))
        return nil
      }
      var codes: [String: EventTableLayout.DateColumn.Precision] = [:]
      for (code, meaning) in node.pairs where code != "column" {
        codes[code] = choice(meaning, of: EventTableLayout.DateColumn.Precision.self, &problems)
      }
      precision = .init(column: column, codes: codes)
    }
    return EventTableLayout.DateColumn(
      column: column, end: value["end"]?.string, form: form ?? .day, precision: precision)
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: YAMLValue?, of type: Choice.Type, _ problems: inout [DataProblem]
  ) -> Choice? where Choice.RawValue == String {
    guard let value else { return nil }
    if let found = value.string.flatMap({ Choice(rawValue: $0) }) { return found }
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    problems.append(value.problem("'\(value.string ?? "")' is none of: \(known)"))
    return nil
  }

  // MARK: Kinds of events

  private func event(
    _ file: YAMLValue, problems: inout [DataProblem]
  ) -> EventTableLayout.EventColumns? {
    guard let node = file["event"] else {
      problems.append(file.problem("'event' must say which columns tell the kind of event"))
      return nil
    }
    let columns = (node["columns"] ?? node["column"])?.strings ?? []
    if columns.isEmpty { problems.append(node.problem("'event' must name its 'columns'")) }
    var codes: [String: EventTableLayout.EventCode] = [:]
    if let name = node["codes"]?.string { codes = table(name, at: node, problems: &problems) }
    for (code, meaning) in node["values"]?.pairs ?? [] {
      codes[code] = self.meaning(meaning, problems: &problems)
    }
    if codes.isEmpty { problems.append(node.problem("'event' needs 'codes' or 'values'")) }
    let digits = node["digits"]?.double ?? 0
    guard (0...8).contains(digits) else {
      problems.append(node.problem("'digits' must be a number from 0 to 8"))
      return nil
    }
    return EventTableLayout.EventColumns(
      columns: columns, codes: codes, hasPrefixes: node["prefixes"]?.bool ?? false,
      leastDigits: Int(digits),
      reversed: Set(node["reversed"]?.strings ?? []))
  }

  /// `ASSAULT`, `ASSAULT/shelling`, or `-` for no event.
  private func meaning(
    _ value: YAMLValue, problems: inout [DataProblem]
  ) -> EventTableLayout.EventCode? {
    let parts = (value.string ?? "").split(separator: "/", maxSplits: 1).map { String($0) }
    let type = parts.first ?? ""
    if let fault = fault(type: type, mode: parts.count > 1 ? parts[1] : "") {
      problems.append(value.problem(fault))
      return nil
    }
    return EventTableLayout.EventCode(
      type: EventType(rawValue: type), mode: parts.count > 1 ? parts[1] : nil)
  }

  private func table(
    _ name: String, at node: YAMLValue, problems: inout [DataProblem]
  ) -> [String: EventTableLayout.EventCode] {
    let file = "\(EventTableKnowledge.folder)/\(name).tsv"
    guard data.exists(file) else {
      problems.append(node.problem("there is no table of codes '\(file)'"))
      return [:]
    }
    let table = TSVTable(contentsOf: data.file(file), name: file, problems: &problems)
    guard let code = table.column("code", problems: &problems),
      let type = table.column("type", problems: &problems),
      let mode = table.column("mode", problems: &problems)
    else { return [:] }
    var codes: [String: EventTableLayout.EventCode] = [:]
    for row in table.rows {
      if let fault = fault(type: row.cells[type], mode: row.cells[mode]) {
        problems.append(DataProblem(file: file, line: row.line, message: fault))
      }
      if codes[row.cells[code]] != nil {
        problems.append(
          DataProblem(file: file, line: row.line, message: "'\(row.cells[code])' has two lines"))
      }
      codes[row.cells[code]] = EventTableLayout.EventCode(
        type: EventType(rawValue: row.cells[type]),
        mode: row.cells[mode].isEmpty ? nil : row.cells[mode])
    }
    return codes
  }

  private func fault(type: String, mode: String) -> String? {
    guard type != "-" else { return nil }
    guard EventType(rawValue: type) != nil else {
      return "'\(type)' is none of the 16 PLOVER types, nor '-' for no event"
    }
    guard mode.isEmpty || catalog.types[type]?.modes[mode] != nil else {
      return "\(type) has no mode '\(mode)'"
    }
    return nil
  }
}
