import CasusModel

extension EventType {
  /// Whether a place alone can be what the event is aimed at.
  var isAimedAtPlaces: Bool {
    self == .assault || self == .coerce
  }

  /// Whether its target may stand further off in the clause.
  var takesFarTarget: Bool {
    switch self {
    case .request, .sanction, .accuse, .threaten, .reject, .support, .concede, .agree, .mobilize:
      true
    default: false
    }
  }

  /// Whether it answers what someone else did.
  var isReaction: Bool {
    self == .accuse || self == .support || self == .reject
  }

  /// Whether it is no more than words, which may be said at any time after what they are about.
  var isSaid: Bool {
    isReaction || self == .threaten || self == .request || self == .protest
  }

  /// Whether it hurts or presses whom it is done to, so that promising it threatens.
  var isHarm: Bool {
    switch self {
    case .assault, .sanction, .coerce, .mobilize: true
    default: false
    }
  }

  /// Whether it is said to someone.
  var isAddressed: Bool {
    switch self {
    case .agree, .support, .concede, .request, .accuse, .reject, .threaten: true
    default: false
    }
  }

  /// Whether it is said or promised to who has come or asked for something.
  var isPutToAVisitor: Bool {
    self == .request || self == .agree || self == .reject || self == .threaten
  }

  /// Whether something changes hands or place.
  var isTransfer: Bool {
    self == .aid || self == .mobilize || self == .retreat || self == .cooperate
  }
}
