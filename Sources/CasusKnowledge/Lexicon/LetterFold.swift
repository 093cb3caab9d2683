/// How the letters of one language are folded before words are looked up.
final class LetterFold: @unchecked Sendable {
  /// See `CharacterFold.table`.
  let table: UnsafePointer<UInt32>
  /// A table of this language's own, if it has one.
  private let own: UnsafeMutablePointer<UInt32>?

  /// - Parameter letters: letters with marks that are letters of their own.
  init(keeping letters: String = "") {
    own = letters.isEmpty ? nil : CharacterFold.makeTable(keeping: letters)
    table = own.map { UnsafePointer($0) } ?? CharacterFold.table
  }

  deinit { own?.deallocate() }
}
