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
    // Names are read by the ten thousand, so by bytes.
    var rest = Substring(cell).utf8
    while rest.first == UInt8(ascii: " ") { rest.removeFirst() }
    while rest.last == UInt8(ascii: " ") { rest.removeLast() }
    var marks: Marks = []
    while let first = rest.first, let mark = Self.mark(first) {
      marks.insert(mark)
      rest.removeFirst()
    }
    var forms: [String] = []
    if rest.last == UInt8(ascii: "}"), let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      forms = rest[rest.index(after: open)...].dropLast().split(separator: UInt8(ascii: ","))
        .map { String(Substring($0)) }
      rest = rest[..<open]
    }
    guard !rest.isEmpty else { return nil }
    self.text = String(Substring(rest))
    self.forms = forms
    self.marks = marks
  }

  private static func mark(_ byte: UInt8) -> Marks? {
    switch byte {
    case UInt8(ascii: "~"): .adjective
    case UInt8(ascii: "="): .metonym
    case UInt8(ascii: "@"): .capital
    case UInt8(ascii: "!"): .exactCase
    case UInt8(ascii: "^"): .shortForm
    default: nil
    }
  }

  /// The names in a cell, divided by `|`.
  static func list(cell: String) -> [ActorName] {
    cell.utf8.split(separator: UInt8(ascii: "|")).compactMap { ActorName(cell: Substring($0)) }
  }
}
