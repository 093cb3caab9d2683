import CasusExtraction
import CasusKnowledge
import CasusModel
import Testing

struct DateFinderTests {
  @Test(arguments: [
    ("en", "It began on Monday, 5 September 2022.", "on Monday, 5 September 2022"),
    ("en", "Putin (1999) spoke.", "(1999)"),
    ("en", "Monday’s talks failed.", "Monday"),
    ("id", "Serangan pada Minggu malam (4/9/2022) itu.", "pada Minggu malam (4/9/2022)"),
    ("uk", "Зустріч минулої п’ятниці.", "минулої п’ятниці"),
    ("ru", "Встре́ча прошла́ 5 сентября́ 2022 г.", "5 сентября́ 2022 г"),
  ])
  func mentionsCoverTheirWords(language: String, text: String, words: String) throws {
    let reader = try #require(DateReader.all[language])
    let mention = try #require(reader.finder.mentions(in: text).first)
    #expect(String(decoding: Array(text.utf8)[mention.range], as: UTF8.self) == words)
  }

  @Test func offsetsCountInTheWholeText() throws {
    let reader = try #require(DateReader.all["en"])
    var text = "On Monday. On Friday."
    let mentions = text.withUTF8 { reader.finder.mentions(in: $0, range: 11..<$0.count) }
    #expect(mentions.map(\.range) == [11..<20])
  }

  @Test func withoutAnchorNarrativeDatesStayOpen() throws {
    let reader = try #require(DateReader.all["en"])
    let found = reader.read("Two days later they met.", published: EDTF("2022-09-06"))
    #expect(found.count == 1)
    #expect(found.first?.mention.needsAnchor == true)
    #expect(found.first?.date == nil)
  }

  @Test func aHeadingsYearGoesBeforePublication() throws {
    let reader = try #require(DateReader.all["en"])
    let published = EDTF("2025-06-25")
    let found = reader.read("Israel struck on 1 April.", published: published, year: 2024)
    #expect(found.first?.date == EDTF("2024-04-01"))
    #expect(found.first?.basis == .relative)
  }

  @Test(arguments: ["de", "en", "id", "uk", "ru"])
  func survivesAnyBytes(language: String) throws {
    let reader = try #require(DateReader.all[language])
    var generator = SplitMix(state: 20_220_905)
    let words = reader.grammar.entries.map(\.phrase) + [" ", "5", "2022", "(", "-", ".", "31/12"]
    for _ in 0..<200 {
      var bytes: [UInt8] = []
      for _ in 0..<30 {
        if Int.random(in: 0..<4, using: &generator) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &generator))
        } else if let word = words.randomElement(using: &generator) {
          bytes += Array(word.utf8) + [0x20]
        }
      }
      let mentions = bytes.withUnsafeBufferPointer {
        reader.finder.mentions(in: $0, range: 0..<$0.count)
      }
      var last = 0
      for mention in mentions {
        #expect(mention.start >= last && mention.end > mention.start)
        #expect(mention.end <= bytes.count)
        last = mention.end
      }
    }
  }

  @Test(
    "what only looks like the UTF-8 of a digit is none",
    arguments: [
      [0xF0, 0x00, 0x00, 0x70], [0xF0, 0x80, 0x80, 0xB5], [0xE0, 0x80, 0xB5], [0xC0, 0xB5],
    ])
  func malformedDigits(bytes: [UInt8]) throws {
    let reader = try #require(DateReader.all["en"])
    let text = Array("5 ".utf8) + bytes + Array(" May 2022".utf8)
    let mentions = text.withUnsafeBufferPointer {
      reader.finder.mentions(in: $0, range: 0..<$0.count)
    }
    #expect(mentions.map { String(decoding: text[$0.range], as: UTF8.self) } == ["May 2022"])
  }

  @Test func repeatedPrepositionsDoNotExhaustTheStack() throws {
    let reader = try #require(DateReader.all["en"])
    let text = String(repeating: "about early in ", count: 20_000) + "May 2022"
    #expect(reader.finder.mentions(in: text).count == 1)
  }
}

/// Random numbers that are the same in every run (Steele, Lea, Flood 2014).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
