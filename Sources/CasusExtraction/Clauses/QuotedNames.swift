import CasusKnowledge

/// Takes the quotation marks off names: the militia «Свобода» is read like the militia Свобода.
///
/// What is spoken keeps its marks: it is longer, or a comma and a dash follow it.
struct QuotedNames {
  /// Names have no more words than this.
  private static let limit = 5

  /// Takes the marks off and returns the tokens of each name.
  static func unquote(_ tokens: inout [Token]) -> [Range<Int>] {
    guard tokens.contains(where: { $0.kind == .openQuote || $0.kind == .plainQuote }) else {
      return []
    }
    var names: [Range<Int>] = []
    var isMark = [Bool](repeating: false, count: tokens.count)
    var at = 0
    while at < tokens.count {
      guard let close = end(of: at, tokens), !isSpeech(at, close, tokens) else {
        at += 1
        continue
      }
      isMark[at] = true
      isMark[close] = true
      // Two marks of each name before it are gone, and its own first.
      let start = at - 2 * names.count
      names.append(start..<(start + close - at - 1))
      at = close + 1
    }
    var kept = 0
    for i in tokens.indices where !isMark[i] {
      tokens[kept] = tokens[i]
      if i > 0, isMark[i - 1] { tokens[kept].isJoined = false }
      kept += 1
    }
    tokens.removeLast(tokens.count - kept)
    return names
  }

  /// The closing mark when nothing but a few words stands between.
  private static func end(of open: Int, _ tokens: [Token]) -> Int? {
    let isPlain = tokens[open].kind == .plainQuote
    guard isPlain || tokens[open].kind == .openQuote else { return nil }
    var at = open + 1
    while at < tokens.count, at <= open + limit + 1 {
      switch tokens[at].kind {
      case .word, .number, .hyphen: at += 1
      case .closeQuote where !isPlain: return at > open + 1 ? at : nil
      case .plainQuote where isPlain: return at > open + 1 ? at : nil
      default: return nil
      }
    }
    return nil
  }

  private static func isSpeech(_ open: Int, _ close: Int, _ tokens: [Token]) -> Bool {
    if open > 0, tokens[open - 1].kind == .colon { return true }
    let next = close + 1 < tokens.count ? tokens[close + 1].kind : .period
    guard next == .comma, close + 2 < tokens.count else { return next == .dash }
    return tokens[close + 2].kind == .dash
  }
}
