/// A set of noun classes, at most 256.
public struct ClassSet: Hashable, Sendable {
  private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// No class.
  public init() {}

  /// Adds a class by its number, 0…255.
  public mutating func insert(_ number: Int) {
    let bit: UInt64 = 1 << (UInt64(number) & 63)
    switch number >> 6 {
    case 0: bits.0 |= bit
    case 1: bits.1 |= bit
    case 2: bits.2 |= bit
    default: bits.3 |= bit
    }
  }

  /// Adds all classes of another set.
  public mutating func formUnion(_ other: ClassSet) {
    bits.0 |= other.bits.0
    bits.1 |= other.bits.1
    bits.2 |= other.bits.2
    bits.3 |= other.bits.3
  }

  /// Whether the sets share a class.
  public func intersects(_ other: ClassSet) -> Bool {
    (bits.0 & other.bits.0) | (bits.1 & other.bits.1) | (bits.2 & other.bits.2)
      | (bits.3 & other.bits.3) != 0
  }

  /// Whether there is no class.
  public var isEmpty: Bool { bits.0 | bits.1 | bits.2 | bits.3 == 0 }

  /// Equal sets hold the same classes.
  public static func == (a: ClassSet, b: ClassSet) -> Bool { a.bits == b.bits }

  /// Hashes the classes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(bits.0)
    hasher.combine(bits.1)
    hasher.combine(bits.2)
    hasher.combine(bits.3)
  }
}

/// One meaning of a word or phrase.
public struct LexiconEntry: Sendable {
  /// What the meaning refers to.
  public enum Kind: UInt8, Sendable {
    /// A closed-class word; `roles` says which.
    case function
    /// An actor; `index` is its position in the registry.
    case actor
    /// Several actors at once; `index` is the position among the registry's collectives.
    case collective
    /// A place; `index` is its position in the gazetteer.
    case place
    /// A verb of a frame; `index` is the frame's position.
    case verb
    /// An event noun of a frame.
    case eventNoun
    /// A predicative adjective of a frame.
    case eventAdjective
    /// A member of a noun class; `index` is the class number.
    case noun
  }

  /// Which capitals the text must show.
  public enum Capitals: UInt8, Sendable {
    case any
    /// The first word starts with a capital.
    case initial
    /// The last word starts with a capital.
    case last
    /// Every letter is a capital.
    case all
  }

  /// What the meaning refers to.
  public var kind: Kind
  /// The position or number that `kind` explains.
  public var index: Int32 = 0
  /// Closed classes.
  public var roles: WordRole = []
  /// Grammatical features of the form.
  public var features: FormFeatures = []
  /// How an actor's name is used.
  public var marks: ActorName.Marks = []
  /// Which capitals the first word must show.
  public var capitals: Capitals = .any
}
