/// The sixteen PLOVER event types.
///
/// Source: PLOVER manual, draft 2.0 (Open Event Data Alliance).
public enum EventType: String, CaseIterable, Codable, Sendable, Comparable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case concede = "CONCEDE"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case retreat = "RETREAT"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case protest = "PROTEST"
  case sanction = "SANCTION"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"

  /// The quadrant the type belongs to.
  public var quadClass: QuadClass {
    switch self {
    case .agree, .consult, .support, .concede: .verbalCooperation
    case .cooperate, .aid, .retreat: .materialCooperation
    case .request, .accuse, .reject, .threaten: .verbalConflict
    case .protest, .sanction, .mobilize, .coerce, .assault: .materialConflict
    }
  }

  /// Whether source and target may be exchanged without changing the event.
  public var isSymmetric: Bool {
    self == .agree || self == .consult || self == .cooperate
  }

  /// Orders types from cooperation to conflict, as declared.
  public static func < (a: EventType, b: EventType) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}

/// The four quadrants of event data: verbal or material, cooperation or conflict.
public enum QuadClass: String, CaseIterable, Codable, Sendable {
  case verbalCooperation = "verbal-cooperation"
  case materialCooperation = "material-cooperation"
  case verbalConflict = "verbal-conflict"
  case materialConflict = "material-conflict"

  /// Whether the quadrant is one of the two of cooperation.
  public var isCooperation: Bool {
    self == .verbalCooperation || self == .materialCooperation
  }
}
