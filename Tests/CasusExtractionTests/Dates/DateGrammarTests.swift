import CasusData
import CasusKnowledge
import CasusTestSupport
import Testing

/// Faults in `dates.yaml` are reported where they stand.
struct DateGrammarTests {
  private func load(_ yaml: String) throws -> (grammar: DateGrammar?, problems: [String]) {
    let folder = try TemporaryFolder()
    try folder.write(Array(yaml.utf8), to: "Languages/xx/dates.yaml")
    var problems: [DataProblem] = []
    let grammar = DateGrammar.load("xx", from: DataDirectory(url: folder.url), problems: &problems)
    return (grammar, problems.map(\.description))
  }

  @Test(arguments: [
    ("months: {13: [Tredecember]}", ":1: '13' is no month: write 1 to 12"),
    ("months:\n  1: [January, January]", ":2: 'January' stands twice in 'month'"),
    ("colours: [red]", ":1: unknown key 'colours'"),
    ("order: month-first", ":1: 'order' must be 'day-first' or 'either'"),
    ("units:\n  fortnight: [fortnight]", ":2: 'fortnight' is no unit"),
    ("numbers: {lots: [many]}", ":1: 'lots' is no number"),
    ("spans: {week: [week]}", ":1: 'week' is no span"),
    ("words: {month: [moon]}", ":1: 'month' is a class of its own"),
    ("rules:\n  date:\n    - \"{moon}\"", ":3: unknown class or shape 'moon'"),
    ("rules:\n  date:\n    - \"(on {month}\"", ":3: a ')' is missing"),
    ("rules:\n  date:\n    - \"on {month})\"", ":3: ')' closes nothing"),
    ("rules:\n  date:\n    - \"[on]\"", ":3: the pattern can match nothing at all"),
    ("rules:\n  date:\n    - \"{number:colour}\"", ":3: unknown slot 'colour'"),
    ("rules:\n  about:\n    - \"{date} or so\"", ":3: a pattern of 'about' must not begin with"),
    ("rules:\n  dates: [\"{month}\"]", ":2: unknown kind of rule 'dates'"),
    ("examples:\n  - {text: \"On [Monday.\", is: 2022}", ":2: the example needs pairs of"),
    ("examples:\n  - {text: \"On [Monday].\", is: Monday}", ":2: 'Monday' is no EDTF date"),
    ("examples:\n  - {text: \"[A] [B]\", is: 2022}", ":2: 2 brackets, but 1 dates"),
    ("months: {1: [January", ":2: not valid YAML"),
  ])
  func reports(yaml: String, fault: String) throws {
    let problems = try load(yaml).problems
    #expect(
      problems.contains { $0.hasPrefix("Languages/xx/dates.yaml\(fault)") },
      "\(problems)")
  }

  @Test func missingFileIsReported() throws {
    let folder = try TemporaryFolder()
    var problems: [DataProblem] = []
    let data = DataDirectory(url: folder.url)
    #expect(DateGrammar.load("xx", from: data, problems: &problems) == nil)
    #expect(problems.count == 1)
  }

  @Test func marksOfWordsAreRead() throws {
    let (grammar, problems) = try load("months: {5: [\"?!May\"]}")
    #expect(problems.isEmpty)
    let entry = try #require(grammar?.entries.first)
    #expect(entry.phrase == "May")
    #expect(entry.isWeak && entry.isExact)
    #expect(entry.values == [.month: 5])
  }
}
