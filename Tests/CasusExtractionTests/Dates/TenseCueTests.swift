import CasusExtraction
import Testing

struct TenseCueTests {
  @Test(
    arguments: [
      ("en", "The envoys will meet on [Friday].", .future),
      ("en", "The envoys met on [Friday].", .past),
      ("en", "He said on [Friday] that they will meet.", .past),
      ("en", "He said they will meet on [Friday].", .future),
      ("en", "The deal is due to be signed on [Friday].", .future),
      ("en", "[Friday] in Geneva.", .none),
      ("id", "Para menteri akan bertemu pada [Jumat].", .future),
      ("id", "Para menteri telah bertemu pada [Jumat].", .past),
      ("id", "Perjanjian itu dijadwalkan diteken [Jumat].", .future),
      ("id", "Listrik padam [Jumat].", .none),
      ("uk", "Міністри зустрінуться в [п'ятницю].", .future),
      ("uk", "Міністри зустрілися в [п'ятницю].", .past),
      ("uk", "Перемир'я діятиме до [п'ятниці].", .future),
      ("uk", "Будинок пошкоджено в [п'ятницю].", .past),
      ("ru", "Министры встретятся в [пятницу].", .future),
      ("ru", "Министры встретились в [пятницу].", .past),
      ("ru", "Соглашение будет подписано в [пятницу].", .future),
      ("ru", "Бои идут в [пятницу].", .none),
    ] as [(String, String, Tense)])
  func tense(language: String, marked: String, tense: Tense) throws {
    let reader = try #require(DateReader.all[language])
    let before = try #require(marked.firstIndex(of: "["))
    let after = try #require(marked.firstIndex(of: "]"))
    let start = marked[..<before].utf8.count
    let end = start + marked[before..<after].utf8.count - 1
    var text = marked.filter { $0 != "[" && $0 != "]" }
    let found = text.withUTF8 {
      reader.cue.tense(in: $0, range: 0..<$0.count, near: start..<end)
    }
    #expect(found == tense)
  }
}
