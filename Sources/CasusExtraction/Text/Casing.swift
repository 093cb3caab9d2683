import CasusKnowledge
import Foundation

/// How a text uses capitals.
enum Casing {
  /// Sentences and names begin with one.
  case usual
  /// Names do, and sentences do not, as in some posts and columns.
  case namesOnly
  /// Nothing does but the English "I".
  case none

  /// So many full stops must words in lower case follow, and one to so many that others follow.
  private static let (leastLower, mostCapital) = (3, 3)
  /// So many bytes of letters end a word that is hardly an abbreviation: in ASCII, and in others.
  private static let wordEnd = (ascii: 3, other: 8)

  init(of text: UnsafeBufferPointer<UInt8>) {
    if SentenceReader.isLowerCase(text) {
      self = .none
      return
    }
    var (lower, capital) = (0, 0)
    var at = 0
    while at < text.count, let base = text.baseAddress,
      let found = memchr(base + at, 0x2E, text.count - at)
    {
      let stop = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      at = stop + 1
      guard stop >= Self.wordEnd.other, at + 1 < text.count, text[at] == 0x20 || text[at] == 0x0A
      else { continue }
      let isOther = text[stop - 1] >= 0x80
      let end = text[(stop - (isOther ? Self.wordEnd.other : Self.wordEnd.ascii))..<stop]
      guard end.allSatisfy({ isOther ? $0 >= 0x80 : 0x61...0x7A ~= $0 }) else { continue }
      while at < text.count, text[at] <= 0x20 { at += 1 }
      guard at < text.count else { break }
      if SentenceReader.isCapital(text, at, text.count) {
        capital += 1
      } else if SentenceReader.startsLower(text, at, text.count) {
        lower += 1
      }
    }
    self = lower >= Self.leastLower && lower * Self.mostCapital >= capital ? .namesOnly : .usual
  }
}
