import CasusModel

/// An actor in a relation diagram: its form, colour and size.
struct RelationNode {
  private static let largeStyle = TextStyle(isBold: true, size: 10, color: .ink)
  private static let smallStyle = TextStyle(isBold: true, size: 7, color: .ink)

  /// The generated name in the DOT text.
  let name: String
  let actor: ActorID
  let kind: Actor.Kind
  let style: TextStyle
  let lines: [String]
  let width: Double
  let height: Double

  init(_ name: String, _ actor: ActorID, kind: Actor.Kind, name text: String, isSmall: Bool = false)
  {
    self.name = name
    self.actor = actor
    self.kind = kind
    style = isSmall ? Self.smallStyle : Self.largeStyle
    lines = style.balanced(text, width: isSmall ? 66 : 104, lines: 3)
    let inner = Scene.Text.width(lines, style)
    let tall = Double(lines.count) * style.lineHeight
    let room = Self.form(of: kind).room
    width = max(isSmall ? 26 : 54, inner * room.width + (isSmall ? 7 : 18))
    height = max(isSmall ? 14 : 28, tall * room.height + (isSmall ? 5 : 14))
  }

  var form: Scene.Form { Self.form(of: kind) }

  /// Whether edges meet the node on an ellipse.
  var isRound: Bool { [.ellipse, .hexagon, .octagon].contains(form) }

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
  static func fill(of kind: Actor.Kind) -> Tone {
    switch kind {
    case .state, .government: .role(.state)
    case .organisation, .collective, .ngo: .role(.organisation)
    case .group, .company: .role(.group)
    case .person, .medium: .role(.person)
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
