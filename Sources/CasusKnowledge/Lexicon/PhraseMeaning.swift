/// What the meanings of a word or phrase say together.
///
/// One small value for each node of a lexicon, so that most words of a text need one look only.
public struct PhraseMeaning: Hashable, Sendable {
  /// What the meanings refer to.
  public struct Kinds: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt16

    /// Makes kinds from bits.
    @inlinable
    public init(rawValue: UInt16) {
      self.rawValue = rawValue
    }

    /// An actor or several.
    @inlinable public static var actor: Kinds { Kinds(rawValue: 1) }
    /// A place.
    @inlinable public static var place: Kinds { Kinds(rawValue: 2) }
    /// A verb or predicative adjective of a frame.
    @inlinable public static var verb: Kinds { Kinds(rawValue: 4) }
    /// An event noun of a frame.
    @inlinable public static var eventNoun: Kinds { Kinds(rawValue: 8) }
    /// A member of a noun class.
    @inlinable public static var noun: Kinds { Kinds(rawValue: 32) }
    /// A date expression.
    @inlinable public static var date: Kinds { Kinds(rawValue: 64) }
    /// A word that is not in the lexicon.
    @inlinable public static var unknown: Kinds { Kinds(rawValue: 128) }
    /// A figure.
    @inlinable public static var number: Kinds { Kinds(rawValue: 256) }
    /// A word that is not in the lexicon and looks like a verb.
    @inlinable public static var unknownVerb: Kinds { Kinds(rawValue: 512) }
    /// An actor named by an adjective only.
    @inlinable public static var adjectivalActor: Kinds { Kinds(rawValue: 1024) }
    /// An actor named by a word that is a noun and an adjective ("US").
    @inlinable public static var maybeAdjective: Kinds { Kinds(rawValue: 2048) }
    /// An unknown word that looks like an adjective.
    @inlinable public static var unknownAdjective: Kinds { Kinds(rawValue: 4096) }
  }

  /// No meaning.
  package init() {}

  /// What the meanings refer to.
  public internal(set) var kinds: Kinds = []
  /// The set of noun classes, as a position in `Lexicon.classSets`.
  public internal(set) var classSet: UInt16 = 0
  /// The number of a preposition, or 0.
  public internal(set) var preposition: Int32 = 0
  /// Closed classes.
  public internal(set) var roles: WordRole = []
  /// The features of verb meanings.
  public internal(set) var verbFeatures: FormFeatures = []
  /// The features of noun, actor and place meanings.
  public internal(set) var nounFeatures: FormFeatures = []
  /// The capitals that meanings ask for, one bit for each case of `LexiconEntry.Capitals`.
  @usableFromInline var capitals: UInt8 = 0
  /// Whether there is any meaning.
  @usableFromInline var isEmpty = true
  private var hasPlainName = false

  /// Takes in one meaning.
  mutating func add(_ meaning: LexiconEntry) {
    isEmpty = false
    capitals |= 1 << meaning.capitals.rawValue
    switch meaning.kind {
    case .function:
      roles.formUnion(meaning.roles)
      if meaning.roles.contains(.preposition) { preposition = meaning.index }
      if !meaning.roles.isDisjoint(with: .verbal) {
        verbFeatures.formUnion(meaning.features)
      } else {
        nounFeatures.formUnion(meaning.features)
      }
    case .actor, .collective:
      kinds.insert(.actor)
      if meaning.marks.contains(.adjective) {
        kinds.insert(.adjectivalActor)
      } else {
        hasPlainName = true
      }
      nounFeatures.formUnion(meaning.features)
    case .place:
      kinds.insert(.place)
      nounFeatures.formUnion(meaning.features)
    case .verb:
      kinds.insert(.verb)
      verbFeatures.formUnion(meaning.features)
    case .eventNoun:
      kinds.insert(.eventNoun)
      nounFeatures.formUnion(meaning.features)
    case .noun:
      kinds.insert(.noun)
      nounFeatures.formUnion(meaning.features)
    }
  }

  /// What holds once every meaning is in.
  mutating func finish() {
    if hasPlainName, kinds.contains(.adjectivalActor) {
      // "US" is a noun and an adjective.
      kinds.remove(.adjectivalActor)
      kinds.insert(.maybeAdjective)
    }
  }

  /// Writes every field to a place and leaves what lies between them alone.
  func write(to place: UnsafeMutablePointer<PhraseMeaning>) {
    place.pointee.kinds = kinds
    place.pointee.classSet = classSet
    place.pointee.preposition = preposition
    place.pointee.roles = roles
    place.pointee.verbFeatures = verbFeatures
    place.pointee.nounFeatures = nounFeatures
    place.pointee.capitals = capitals
    place.pointee.isEmpty = isEmpty
    place.pointee.hasPlainName = hasPlainName
  }
}
