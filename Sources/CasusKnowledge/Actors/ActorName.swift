/// One name of an actor in one language, with the marks that say how it is used.
public struct ActorName: Hashable, Sendable {
  /// How a name may be used in a text.
  public struct Marks: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Makes marks from bits.
    @inlinable
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// `~`: an adjective or demonym.
    @inlinable public static var adjective: Marks { Marks(rawValue: 1) }
    /// `=`: a metonym of the government.
    @inlinable public static var metonym: Marks { Marks(rawValue: 2) }
    /// `@`: a capital, government or place.
    @inlinable public static var capital: Marks { Marks(rawValue: 4) }
    /// `!`: matched only with exactly these capitals.
    @inlinable public static var exactCase: Marks { Marks(rawValue: 8) }
    /// `^`: a short form that needs the full name before it.
    @inlinable public static var shortForm: Marks { Marks(rawValue: 16) }
  }

  /// The name without marks.
  public var text: String
  /// Irregular inflected forms given in braces.
  public var forms: [String]
  /// How the name is used.
  public var marks: Marks

  /// Parses a cell entry such as `!~US` or `@Київ{Києва,Києву}`.
  /// - Returns: `nil` when no name is left after the marks.
  public init?(cell: some StringProtocol) {
    var rest = Substring(cell)
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    var marks: Marks = []
    scan: while let first = rest.first {
      switch first {
      case "~": marks.insert(.adjective)
      case "=": marks.insert(.metonym)
      case "@": marks.insert(.capital)
      case "!": marks.insert(.exactCase)
      case "^": marks.insert(.shortForm)
      default: break scan
      }
      rest.removeFirst()
    }
    var forms: [String] = []
    if rest.last == "}", let open = rest.firstIndex(of: "{") {
      forms = rest[rest.index(after: open)...].dropLast().split(separator: ",").map(String.init)
      rest = rest[..<open]
    }
    guard !rest.isEmpty else { return nil }
    self.text = String(rest)
    self.forms = forms
    self.marks = marks
  }
}
