import CasusKnowledge
import Testing

struct ActorNameTests {
  static let cells: [(cell: String, text: String, marks: ActorName.Marks, forms: [String])] = [
    ("Russian Federation", "Russian Federation", [], []),
    ("  Russia ", "Russia", [], []),
    ("~Russian", "Russian", .adjective, []),
    ("=Kremlin", "Kremlin", .metonym, []),
    ("@Moscow", "Moscow", .capital, []),
    ("!US", "US", .exactCase, []),
    ("^Kim", "Kim", .shortForm, []),
    ("!~US", "US", [.exactCase, .adjective], []),
    ("~!US", "US", [.exactCase, .adjective], []),
    ("!^Barat", "Barat", [.exactCase, .shortForm], []),
    ("@Київ{Києва,Києву,Києвом}", "Київ", .capital, ["Києва", "Києву", "Києвом"]),
    ("Cote d'Ivoire", "Cote d'Ivoire", [], []),
    ("C=D", "C=D", [], []),
  ]

  @Test(arguments: cells)
  func parsesMarks(cell: String, text: String, marks: ActorName.Marks, forms: [String]) throws {
    let name = try #require(ActorName(cell: cell))
    #expect(name.text == text)
    #expect(name.marks == marks)
    #expect(name.forms == forms)
  }

  @Test(arguments: ["", "  ", "~", "!~@", "{a,b}", "~{a}"])
  func refusesACellWithoutAName(cell: String) {
    #expect(ActorName(cell: cell) == nil)
  }
}
