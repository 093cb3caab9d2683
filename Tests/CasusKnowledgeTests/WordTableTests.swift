import Testing

@testable import CasusKnowledge

struct WordTableTests {
  @Test func keepsNumbersWhileItGrows() {
    let table = WordTable()
    let hashes = (1...20_000).map { Tokenizer.finish(Tokenizer.mix(Tokenizer.seed, UInt32($0))) }
    let numbers = hashes.map { table.insert($0) }
    #expect(numbers == (1...20_000).map { UInt32($0) })
    #expect(hashes.map { table.find($0) } == numbers)
    #expect(hashes.map { table.insert($0) } == numbers)
    #expect(table.find(Tokenizer.finish(Tokenizer.mix(Tokenizer.seed, 20_001))) == 0)
    #expect(table.count == 20_000)
  }
}
