import CasusModel

/// An actor in a relation diagram: its form, colour and size.
struct RelationNode {
  static let style = TextStyle(isBold: true, size: 10, color: .ink)

  /// The generated name in the DOT text.
  let name: String
  let actor: ActorID
  let kind: Actor.Kind
  let lines: [String]
  let width: Double
  let height: Double

  init(_ name: String, _ actor: ActorID, kind: Actor.Kind, name text: String) {
    self.name = name
    self.actor = actor
    self.kind = kind
    lines = Self.style.balanced(text, width: 104, lines: 3)
    let inner = Scene.Text.width(lines, Self.style)
    let tall = Double(lines.count) * Self.style.lineHeight
    let room = Self.form(of: kind).room
    width = max(54, inner * room.width + 18)
    height = max(28, tall * room.height + 14)
  }

  var form: Scene.Form { Self.form(of: kind) }

  /// The form of a kind of actor.
  static func form(of kind: Actor.Kind) -> Scene.Form {
    switch kind {
    case .state, .government: .roundBox
    case .organisation, .collective, .ngo: .ellipse
    case .group, .company: .hexagon
    case .person, .medium: .octagon
    }
  }

  /// The pale colour inside.
  static func fill(of kind: Actor.Kind) -> Color {
    switch kind {
    case .state, .government: Color(0xEFEFEC)
    case .organisation, .collective, .ngo: Color(0xF3E7EF)
    case .group, .company: Color(0xFAF6D6)
    case .person, .medium: Color(0xE1F1EB)
    }
  }

  /// The word for the kind.
  static func word(of kind: Actor.Kind) -> DiagramWord {
    switch kind {
    case .state: .kindState
    case .government: .kindGovernment
    case .organisation: .kindOrganisation
    case .group: .kindGroup
    case .company: .kindCompany
    case .ngo: .kindNGO
    case .person: .kindPerson
    case .medium: .kindMedium
    case .collective: .kindCollective
    }
  }
}

extension Scene.Form {
  /// How much larger a form must be than the text inside.
  fileprivate var room: (width: Double, height: Double) {
    switch self {
    case .ellipse: (1.25, 1.35)
    case .hexagon: (1.22, 1.2)
    case .octagon: (1.1, 1.2)
    default: (1, 1)
    }
  }
}
