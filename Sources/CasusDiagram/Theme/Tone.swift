import CasusModel

/// What a colour is for; a theme says which colour that is.
indirect enum Tone: Hashable, Sendable {
  /// The colour of a role.
  case role(Role)
  /// So much of the first, the rest of the second.
  case mixed(Tone, Double, Tone)

  /// The roles that a theme gives colours to.
  enum Role: String, CaseIterable, Sendable {
    /// The paper.
    case page
    /// Every other lane.
    case band
    /// Grid lines.
    case grid
    /// The stronger grid lines, at the begin of a year.
    case strongGrid = "strong-grid"
    /// Text.
    case ink
    /// Secondary text.
    case quietInk = "quiet-ink"
    /// What is neither cooperation nor conflict.
    case neutral
    /// Deeds of cooperation.
    case cooperation
    /// Words of cooperation.
    case verbalCooperation = "verbal-cooperation"
    /// Deeds of conflict.
    case conflict
    /// Words of conflict.
    case verbalConflict = "verbal-conflict"
    /// Text about cooperation.
    case cooperationInk = "cooperation-ink"
    /// Text about conflict.
    case conflictInk = "conflict-ink"
    /// The inside of states and governments.
    case state
    /// The inside of organisations and blocs.
    case organisation
    /// The inside of armed groups and firms.
    case group
    /// The inside of people and media.
    case person
  }

  static let page = Tone.role(.page)
  static let band = Tone.role(.band)
  static let grid = Tone.role(.grid)
  static let strongGrid = Tone.role(.strongGrid)
  static let ink = Tone.role(.ink)
  static let quietInk = Tone.role(.quietInk)
  static let neutral = Tone.role(.neutral)
  static let cooperation = Tone.role(.cooperation)
  static let conflict = Tone.role(.conflict)

  /// Hue says cooperation or conflict, tint says words or deeds.
  static func of(_ quadClass: QuadClass) -> Tone {
    switch quadClass {
    case .verbalCooperation: .role(.verbalCooperation)
    case .materialCooperation: .cooperation
    case .verbalConflict: .role(.verbalConflict)
    case .materialConflict: .conflict
    }
  }

  /// A mixture with another tone; `share` of this one, the rest of the other.
  func mixed(_ share: Double, with other: Tone = .page) -> Tone { .mixed(self, share, other) }
}
