/// The sixteen PLOVER event types.
///
/// Source: PLOVER manual, draft 2.0 (Open Event Data Alliance).
public enum EventType: String, CaseIterable, Codable, Sendable, Comparable {
  /// Promises, signs, ratifies or accepts something; a treaty or deal between the two.
  case agree = "AGREE"
  /// Meets, visits, phones, writes to, negotiates with or mediates for the other.
  case consult = "CONSULT"
  /// Praises, endorses, defends, thanks or recognises the other; restores relations; votes for it.
  case support = "SUPPORT"
  /// Yields, apologises, eases restrictions, frees prisoners or declares a ceasefire.
  case concede = "CONCEDE"
  /// Trades, buys and sells (arms too), drills, shares intelligence or draws closer.
  case cooperate = "COOPERATE"
  /// Gives money, arms, supplies, troops or shelter without being paid.
  case aid = "AID"
  /// Withdraws forces, hands back, disarms, lifts sanctions or lets observers in.
  case retreat = "RETREAT"
  /// Demands, asks, urges or appeals.
  case request = "REQUEST"
  /// Condemns, blames, accuses, criticises, charges, sues or investigates.
  case accuse = "ACCUSE"
  /// Refuses, vetoes, dismisses a proposal or an accusation, or denies a demand.
  case reject = "REJECT"
  /// Warns of its own action, threatens, or sets an ultimatum.
  case threaten = "THREATEN"
  /// People demonstrate, riot or strike in public.
  case protest = "PROTEST"
  /// Imposes sanctions, an embargo, export controls or tariffs; cuts relations, expels diplomats,
  /// halts aid or trade.
  case sanction = "SANCTION"
  /// Moves or masses forces, calls up reservists, raises an alert, drills alone, tests missiles.
  case mobilize = "MOBILIZE"
  /// Seizes, occupies, annexes, arrests, blockades, bans, hacks, deports or closes the border.
  case coerce = "COERCE"
  /// Invades, attacks, shells, bombs, fights or kills; retakes territory by force.
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
  /// Words of cooperation.
  case verbalCooperation = "verbal-cooperation"
  /// Deeds of cooperation.
  case materialCooperation = "material-cooperation"
  /// Words of conflict.
  case verbalConflict = "verbal-conflict"
  /// Deeds of conflict.
  case materialConflict = "material-conflict"

  /// Whether the quadrant is one of the two of cooperation.
  public var isCooperation: Bool {
    self == .verbalCooperation || self == .materialCooperation
  }
}
