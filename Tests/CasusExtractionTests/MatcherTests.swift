import CasusKnowledge
import Testing

@testable import CasusExtraction

/// The longest phrase of the lexicon wins; an article may belong to it.
@Suite struct MatcherTests {
  private func items(_ text: String, _ language: String) throws -> [(String, Item.Kinds)] {
    let lexicon = try #require(Reading.knowledge.lexicons[language])
    var text = text
    return text.withUTF8 { bytes in
      var tokens: [Token] = []
      lexicon.tokenizer.tokens(of: bytes, in: 0..<bytes.count, into: &tokens)
      var items: [Item] = []
      Matcher(lexicon: lexicon).items(of: tokens, text: bytes, into: &items)
      return items.map {
        (String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self), $0.kinds)
      }
    }
  }

  @Test(arguments: [
    ("en", "North Korea attacked", "North Korea"), ("en", "a North Korean singer", "North Korean"),
    ("en", "the South African president", "South African"),
    ("en", "the North Korean singer", "North Korean"),
    ("en", "South Korea", "South Korea"), ("en", "the European Union", "European Union"),
    ("en", "Kim Jong-un smiled", "Kim Jong-un"), ("en", "Kim Jong Un", "Kim Jong Un"),
    ("en", "United Arab Emirates", "United Arab Emirates"),
    ("en", "Papua New Guinea", "Papua New Guinea"),
    ("id", "Korea Utara menyerang", "Korea Utara"),
    ("id", "negara beruang merah itu", "negara beruang merah"),
    ("id", "Papua Nugini", "Papua Nugini"),
    ("id", "dua republik yang memproklamirkan diri", "dua republik yang memproklamirkan diri"),
  ])
  func takesTheLongestName(language: String, text: String, name: String) throws {
    let found = try items(text, language)
    let match = try #require(found.first { $0.0.hasSuffix(name) }, "\(found.map(\.0))")
    #expect(match.1.contains(.actor))
  }

  @Test(arguments: [
    ("en", "South China Sea"), ("en", "New Mexico"),
    ("id", "Laut China Selatan"), ("id", "dolar AS"), ("id", "Semenanjung Korea"),
  ])
  func aLongerNameIsNoActor(language: String, name: String) throws {
    let found = try items(name, language)
    #expect(found.map(\.0) == [name])
    #expect(found.first?.1.contains(.actor) == false)
  }

  @Test(arguments: [
    ("en", "give us time", "us"), ("en", "the turkey was cold", "turkey"),
    ("en", "fine china", "china"), ("id", "as roda", "as"), ("id", "menuju barat", "barat"),
  ])
  func ordinaryWordsAreNoActors(language: String, text: String, word: String) throws {
    let match = try #require(try items(text, language).first { $0.0 == word })
    #expect(!match.1.contains(.actor))
  }

  @Test func moneyIsNoActor() throws {
    let found = try items("US$ 5 million", "en")
    #expect(found.first?.0 == "US$")
    #expect(found.first?.1.contains(.actor) == false)
  }
}
