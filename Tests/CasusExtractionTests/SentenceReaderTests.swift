import CasusKnowledge
import Testing

@testable import CasusExtraction

/// A line falls into sentences where a reader would stop.
@Suite struct SentenceReaderTests {
  static let cases: [(language: String, text: String, count: Int)] = [
    ("en", "Russia attacked. Ukraine answered.", 2),
    ("en", "The U.S. army left. It came back.", 2),
    ("en", "Gen. Mark Milley met Lt. Col. Ivanov.", 1),
    ("en", "He said: “We left.” Then he went.", 2),
    ("en", "“We left.” he said.", 1),
    ("en", "“We left!” said the minister.", 1),
    ("en", "It cost $1.5 bn. Nobody paid.", 2),
    ("en", "Did it? No! Yes…", 3),
    ("en", "J. Smith and George W. Bush met.", 1),
    ("en", "(It left.) It came.", 2),
    ("en", "No full stop at all", 1),
    ("id", "Rusia menyerang Ukraina. AS mengecamnya.", 2),
    ("id", "Letjen. Budi bertemu Dr. Ani.", 1),
    ("id", "“Kami mundur,” katanya. Ia pergi.", 2),
    ("id", "Sebanyak 1.500 tentara tewas. Mereka dikubur.", 2),
    ("id", "KOMPAS.com melaporkan hal itu. Benar.", 2),
    ("id", "", 0),
    ("de", "Am 10. Mai griff Indien an. Pakistan antwortete.", 2),
    ("de", "Es begann 2022. Danach nichts.", 2),
    ("de", "„Wir gehen.“ Dann ging er.", 2),
  ]

  @Test(arguments: cases)
  func splits(language: String, text: String, count: Int) throws {
    let lexicon = try #require(Reading.knowledge.lexicons[language])
    var text = text
    let sentences = text.withUTF8 { bytes in
      var reader = SentenceReader(bytes, range: 0..<bytes.count, lexicon: lexicon)
      var tokens: [Token] = []
      var found: [String] = []
      while reader.next(into: &tokens) {
        let range = Int(tokens.first?.start ?? 0)..<Int(tokens.last?.end ?? 0)
        found.append(String(decoding: bytes[range], as: UTF8.self))
      }
      return found
    }
    #expect(sentences.count == count, "\(sentences)")
  }

  @Test func cutsASentenceThatHasNoEnd() throws {
    let lexicon = try #require(Reading.knowledge.lexicons["en"])
    var text = String(repeating: "word ", count: 5_000)
    text.withUTF8 { bytes in
      var reader = SentenceReader(bytes, range: 0..<bytes.count, lexicon: lexicon)
      var tokens: [Token] = []
      var total = 0
      while reader.next(into: &tokens) {
        #expect(tokens.count <= Tokenizer.maximumTokens)
        total += tokens.count
      }
      #expect(total == 5_000)
    }
  }
}
