import Testing

@testable import CasusKnowledge

struct WordTableTests {
  @Test func keepsNumbersWhileItGrows() {
    let table = WordTable()
    let hashes = (1...20_000).map { hash(of: [UInt32($0)]) }
    let numbers = hashes.map { table.insert($0) }
    #expect(numbers == (1...20_000).map { UInt32($0) })
    #expect(hashes.map { table.find($0) } == numbers)
    #expect(hashes.map { table.insert($0) } == numbers)
    #expect(table.find(hash(of: [20_001])) == 0)
    #expect(table.count == 20_000)
  }

  @Test func hashDoesNotDependOnThePieces() {
    let letters = Array("interkontinental".utf8)
    let whole = hash(of: letters.map { UInt32($0) })
    for cut in 1..<8 {
      var hash = WordHash()
      var at = 0
      while at < letters.count {
        let piece = letters[at..<min(at + cut, letters.count)]
        let bytes = piece.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        hash.add(bytes, count: piece.count)
        at += cut
      }
      #expect(hash.value == whole)
    }
  }

  private func hash(of characters: [UInt32]) -> UInt64 {
    var hash = WordHash()
    for character in characters { hash.add(character) }
    return hash.value
  }
}
