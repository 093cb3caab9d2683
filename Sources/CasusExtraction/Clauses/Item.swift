import CasusKnowledge

/// One or more tokens with what the lexicon says about them.
struct Item {
  /// What the meanings of an item refer to.
  struct Kinds: OptionSet {
    let rawValue: UInt16
    static let actor = Kinds(rawValue: 1)
    static let place = Kinds(rawValue: 2)
    static let verb = Kinds(rawValue: 4)
    static let eventNoun = Kinds(rawValue: 8)
    static let eventAdjective = Kinds(rawValue: 16)
    static let noun = Kinds(rawValue: 32)
    static let date = Kinds(rawValue: 64)
    static let unknown = Kinds(rawValue: 128)
    static let number = Kinds(rawValue: 256)
    static let unknownVerb = Kinds(rawValue: 512)
    static let adjectivalActor = Kinds(rawValue: 1024)
    static let maybeAdjective = Kinds(rawValue: 2048)
  }

  var firstToken: Int32
  /// The token after the last.
  var endToken: Int32
  /// First byte and byte after the last.
  var start: Int32
  var end: Int32
  /// The node whose meanings these are; 0 for none.
  var node: UInt32
  /// The node of the longest shorter phrase with a meaning ("withdraw" in "withdraw from"); 0 for
  /// none.
  var shorterNode: UInt32 = 0
  var mark: Token.Kind
  var kinds: Kinds
  var roles: WordRole
  /// The features of verb meanings.
  var verbFeatures: FormFeatures
  /// The features of noun, actor and place meanings.
  var nounFeatures: FormFeatures
  var classes: ClassSet
  /// The number of a preposition, or 0.
  var preposition: Int32
  /// The date mention it holds, or −1.
  var date: Int32
  var isCapitalised: Bool
  var isJoined: Bool
}
