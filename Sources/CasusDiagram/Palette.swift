import CasusModel

/// The colours of every diagram: Okabe and Ito's, which stay apart for colour-blind readers.
extension Color {
  static let white = Color(0xFFFFFF)
  /// Text.
  static let ink = Color(0x1F1F1F)
  /// Secondary text.
  static let quietInk = Color(0x5E5E5E)
  /// Grid lines.
  static let grid = Color(0xE4E4E1)
  /// The stronger grid lines, at the begin of a year.
  static let strongGrid = Color(0xCFCFCB)
  /// Every other lane.
  static let band = Color(0xF6F6F3)
  /// What is neither cooperation nor conflict.
  static let neutral = Color(0x6E6E6E)
  /// Cooperation.
  static let cooperation = Color(0x0072B2)
  /// Conflict.
  static let conflict = Color(0xD55E00)

  /// Hue says cooperation or conflict, tint says words or deeds.
  static func of(_ quadClass: QuadClass) -> Color {
    switch quadClass {
    case .verbalCooperation: Color(0x56B4E9)
    case .materialCooperation: .cooperation
    case .verbalConflict: Color(0xE69F00)
    case .materialConflict: .conflict
    }
  }
}
