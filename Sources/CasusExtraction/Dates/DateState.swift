import CasusKnowledge

/// A class that needs no word list.
enum DateBuiltIn: String {
  case day, year, shortyear, decade, shortdecade, roman, numeric, shortnumeric, dottednumeric
  case dash, open, close, stop, period
  case number
}

/// The marks that built-in classes stand for.
enum DateMark {
  static let dashes: [UInt32] = [0x2D, 0x2013]
  static let opening: [UInt32] = [0x28, 0x5B]
  static let closing: [UInt32] = [0x29, 0x5D]
}

/// One step of a pattern.
enum DateElement {
  case word(UInt32)
  case mark(UInt32)
  case entry(symbol: UInt32)
  case builtIn(DateBuiltIn)
  case date
  case lookahead(symbol: UInt32)
  case second, start, end
}

/// Where the value of a class goes.
enum DateTarget {
  case own, ignored
  case slot(DateSlot)

  init(_ slot: DatePattern.Slot) {
    self =
      switch slot {
      case .own: .own
      case .ignored: .ignored
      case .named(let name): .slot(name)
      }
  }
}

/// A position in a pattern.
///
/// Holds no references, so that matching costs no reference counting.
struct DateState {
  var element: DateElement
  var target = DateTarget.own
  var rule: Int32
  /// Whether the pattern may end here.
  var isFinal = false
  /// Whether the pattern may end here, or go on with something that takes no token.
  var mayStandAlone = false
  /// The positions that may come next, as a range of `DateAutomaton.follow`.
  var follow: Range<Int32> = 0..<0
}

extension DateState {
  /// Whether the position may take several words that are no phrase: "twenty three".
  var mayTakeMore: Bool {
    if case .builtIn(.number) = element { return true }
    return false
  }

  /// Whether the position takes one certain word or mark, and so never a phrase.
  var isLiteral: Bool {
    switch element {
    case .word, .mark: true
    default: false
    }
  }

  /// Whether the position asks for something without taking a token.
  var takesNothing: Bool {
    switch element {
    case .lookahead, .second, .start, .end, .builtIn(.stop): true
    case .word, .mark, .entry, .builtIn, .date: false
    }
  }
}
