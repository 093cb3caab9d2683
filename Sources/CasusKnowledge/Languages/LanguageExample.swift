public import CasusData
public import CasusModel

/// A sentence of `examples.yaml` with the events that a careful reader finds in it.
public struct LanguageExample: Hashable, Sendable {
  /// One expected event.
  public struct Expected: Hashable, Sendable {
    /// The actors that act.
    public var source: [ActorID]
    /// The actors acted on.
    public var target: [ActorID]
    /// The PLOVER type.
    public var type: EventType
    /// The date as EDTF, or `nil`.
    public var date: String?
    /// Whether it happened.
    public var status: EventStatus
    /// Who says so.
    public var attribution: [String]
    /// Whether a fair reader may leave it out.
    public var isOptional: Bool
  }

  /// The sentence or sentences.
  public var text: String
  /// The day of publication, or `nil`.
  public var published: EDTF?
  /// What is to be found; empty for a sentence without events.
  public var events: [Expected]
  /// The file and line.
  public var origin: String

  /// Reads `Languages/<code>/examples.yaml`; a language without it has no examples.
  public static func load(
    _ code: String, from data: DataDirectory, problems: inout [DataProblem]
  ) -> [LanguageExample] {
    let name = "Languages/\(code)/examples.yaml"
    guard data.exists(name),
      let file = YAMLValue.read(data.file(name), name: name, problems: &problems)
    else { return [] }
    return file.items.compactMap { item in
      guard let text = item["text"]?.string else {
        problems.append(item.problem("an example needs 'text'"))
        return nil
      }
      let published = item["published"].flatMap { $0.isNull ? nil : $0.string }
      if let published, EDTF(published) == nil {
        problems.append(item.problem("'\(published)' is not a valid EDTF date"))
      }
      let events = (item["events"]?.items ?? []).compactMap { expected($0, &problems) }
      return LanguageExample(
        text: text, published: published.flatMap { EDTF($0) }, events: events,
        origin: "\(name):\(item.line)")
    }
  }

  private static func expected(
    _ value: YAMLValue, _ problems: inout [DataProblem]
  ) -> Expected? {
    guard let type = value["type"]?.string.flatMap({ EventType(rawValue: $0) }) else {
      problems.append(value.problem("'type' must name one of the 16 PLOVER types"))
      return nil
    }
    let status = value["status"]?.string ?? "occurred"
    guard let statusValue = EventStatus(rawValue: status) else {
      problems.append(value.problem("'\(status)' is not a status"))
      return nil
    }
    return Expected(
      source: (value["source"]?.strings ?? []).map { ActorID(rawValue: $0) },
      target: (value["target"]?.strings ?? []).map { ActorID(rawValue: $0) }, type: type,
      date: value["date"].flatMap { $0.isNull ? nil : $0.string }, status: statusValue,
      attribution: value["attribution"]?.strings ?? [],
      isOptional: value["background"]?.bool ?? value["optional"]?.bool ?? false)
  }
}
