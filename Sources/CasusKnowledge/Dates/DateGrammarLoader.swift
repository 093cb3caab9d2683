public import CasusData
import CasusModel
import Foundation

extension DateGrammar {
  /// Reads and checks `Languages/<code>/dates.yaml`.
  /// - Returns: `nil` when the file cannot be read at all; everything else is reported in
  ///   `problems` and left out.
  public static func load(
    _ code: String, from data: DataDirectory, problems: inout [DataProblem]
  ) -> DateGrammar? {
    let name = "Languages/\(code)/dates.yaml"
    guard let file = YAMLValue.read(data.file(name), name: name, problems: &problems) else {
      return nil
    }
    var loader = DateGrammarLoader(language: code)
    loader.read(file)
    problems += loader.problems
    return loader.grammar
  }
}

/// Builds a date grammar from a file and collects the faults.
struct DateGrammarLoader {
  private(set) var grammar: DateGrammar
  private(set) var problems: [DataProblem] = []
  private var shapes: [String: DatePattern] = [:]
  private var seen: [String: DateEntry] = [:]
  private var symbols = DateGrammar.builtInSymbols.union(DateGrammar.valueSymbols)

  init(language: String) {
    grammar = DateGrammar(
      language: language, order: .dayFirst, entries: [], rules: [], tense: TenseWords(),
      examples: [])
  }

  private static let keys: Set<String> = [
    "order", "bareYears", "yearsOfNouns", "months", "weekdays", "seasons", "units", "numbers",
    "ordinals", "deictics", "now",
    "shifts", "hints", "spans", "relatives", "words", "shapes", "rules", "tense", "examples",
  ]

  mutating func read(_ file: YAMLValue) {
    for (key, value) in file.pairs where !Self.keys.contains(key) {
      report(value, "unknown key '\(key)'; known: \(Self.keys.sorted().joined(separator: ", "))")
    }
    readOrder(file["order"])
    readFlag(file["bareYears"], "bareYears") { $0.hasBareYears = $1 }
    readFlag(file["yearsOfNouns"], "yearsOfNouns") { $0.hasYearsOfNouns = $1 }
    readNumbered(file["months"], "month", .month, 1...12)
    readNumbered(file["weekdays"], "weekday", .weekday, 1...7)
    readNumbered(file["ordinals"], "ordinal", .count, 1...99)
    readNumbered(file["deictics"], "deictic", .offset, -9...9)
    readNamed(file["seasons"], "season", .season, Self.seasons)
    readNamed(file["units"], "unit", .unit, Self.units)
    readNamed(file["shifts"], "shift", .shift, ["last": -1, "this": 0, "next": 1])
    readNamed(file["hints"], "hint", .hint, ["past": -1, "future": 1])
    readNumbers(file["numbers"])
    readPairs(file["spans"], "span")
    readPairs(file["relatives"], "relative")
    for word in file["now"]?.items ?? [] { add(word, "now", [.now: 1]) }
    readWords(file["words"])
    readShapes(file["shapes"])
    readRules(file["rules"])
    grammar.tense = readTense(file["tense"])
    for item in file["examples"]?.items ?? [] { readExample(item) }
  }

  static let seasons = ["spring": 21, "summer": 22, "autumn": 23, "winter": 24]
  static let units = Dictionary(
    DateUnit.allCases.map { ($0.rawValue, $0.code) }, uniquingKeysWith: { first, _ in first })

  private mutating func report(_ value: YAMLValue, _ message: String) {
    problems.append(value.problem(message))
  }

  // MARK: Words

  private mutating func readOrder(_ value: YAMLValue?) {
    guard let value else { return }
    guard let order = value.string.flatMap({ DateGrammar.NumericOrder(rawValue: $0) }) else {
      return report(value, "'order' must be 'day-first' or 'either'")
    }
    grammar.order = order
  }

  private mutating func readFlag(
    _ value: YAMLValue?, _ name: String, _ set: (inout DateGrammar, Bool) -> Void
  ) {
    guard let value else { return }
    guard let isOn = value.string.flatMap(Bool.init) else {
      return report(value, "'\(name)' must be true or false")
    }
    set(&grammar, isOn)
  }

  private mutating func readNumbered(
    _ value: YAMLValue?, _ symbol: String, _ slot: DateSlot, _ range: ClosedRange<Int>
  ) {
    for (key, words) in value?.pairs ?? [] {
      guard let number = Int(key), range.contains(number) else {
        report(
          words,
          "'\(key)' is no \(symbol): write \(range.lowerBound) to \(range.upperBound)")
        continue
      }
      for word in words.items { add(word, symbol, [slot: number]) }
    }
  }

  private mutating func readNamed(
    _ value: YAMLValue?, _ symbol: String, _ slot: DateSlot, _ names: [String: Int]
  ) {
    for (key, words) in value?.pairs ?? [] {
      guard let number = names[key] else {
        report(
          words,
          "'\(key)' is no \(symbol); known: \(names.keys.sorted().joined(separator: ", "))")
        continue
      }
      for word in words.items { add(word, symbol, [slot: number]) }
    }
  }

  private mutating func readNumbers(_ value: YAMLValue?) {
    for (key, words) in value?.pairs ?? [] {
      let numeral: DateNumeral
      if let number = Int(key), !key.hasPrefix("+") {
        numeral = .value(number)
      } else if let number = Int(key.dropFirst()), key.hasPrefix("x") {
        numeral = .times(number)
      } else if let number = Int(key.dropFirst()), key.hasPrefix("+") {
        numeral = .plus(number)
      } else {
        report(words, "'\(key)' is no number: write 12, x10 (times ten) or +10 (plus ten)")
        continue
      }
      for word in words.items { add(word, "number", [:], numeral) }
    }
  }

  /// Keys such as `2 week` (a span of two weeks) or `year -1` (last year).
  private mutating func readPairs(_ value: YAMLValue?, _ symbol: String) {
    for (key, words) in value?.pairs ?? [] {
      let parts = key.split(separator: " ").map(String.init)
      let (number, unit) = symbol == "span" ? (parts.first, parts.last) : (parts.last, parts.first)
      guard parts.count == 2, let number = number.flatMap({ Int($0) }),
        let code = unit.flatMap({ Self.units[$0] })
      else {
        report(
          words,
          symbol == "span"
            ? "'\(key)' is no span: write a number and a unit, such as '2 week'"
            : "'\(key)' is no relative date: write a unit and a step, such as 'year -1'")
        continue
      }
      let slot: DateSlot = symbol == "span" ? .count : .shift
      for word in words.items { add(word, symbol, [.unit: code, slot: number]) }
    }
  }

  private mutating func readWords(_ value: YAMLValue?) {
    for (name, words) in value?.pairs ?? [] {
      if symbols.contains(name) {
        report(words, "'\(name)' is a class of its own; give the word list another name")
        continue
      }
      symbols.insert(name)
      for word in words.items { add(word, name, [:]) }
    }
  }

  /// A word may carry `?` (other readings: no date alone) and `!` (exactly these capitals).
  private mutating func add(
    _ value: YAMLValue, _ symbol: String, _ values: [DateSlot: Int], _ numeral: DateNumeral? = nil
  ) {
    guard var phrase = value.string?.trimmingCharacters(in: .whitespaces), !phrase.isEmpty else {
      return report(value, "an empty word in '\(symbol)'")
    }
    var isWeak = false
    var isExact = false
    while let mark = phrase.first, mark == "?" || mark == "!" {
      if mark == "?" { isWeak = true } else { isExact = true }
      phrase.removeFirst()
    }
    let entry = DateEntry(
      symbol: symbol, phrase: phrase, values: values, numeral: numeral, isWeak: isWeak,
      isExact: isExact)
    if let other = seen["\(symbol) \(phrase)"] {
      let same = other.values == values && other.numeral == numeral
      report(value, "'\(phrase)' stands twice in '\(symbol)'\(same ? "" : " with two meanings")")
    } else {
      seen["\(symbol) \(phrase)"] = entry
      grammar.entries.append(entry)
    }
  }

  // MARK: Rules

  private mutating func readShapes(_ value: YAMLValue?) {
    for (name, item) in value?.pairs ?? [] {
      guard !symbols.contains(name), shapes[name] == nil else {
        report(item, "the shape '\(name)' has the name of a class or of another shape")
        continue
      }
      guard let pattern = parse(item) else { continue }
      shapes[name] = pattern
    }
  }

  private mutating func parse(_ value: YAMLValue) -> DatePattern? {
    guard let text = value.string else {
      report(value, "a pattern must be text")
      return nil
    }
    do {
      let pattern = try DatePatternParser.parse(text, shapes: shapes)
      for symbol in pattern.symbols where !symbols.contains(symbol) {
        report(value, "unknown class or shape '\(symbol)' in the pattern '\(text)'")
        return nil
      }
      return pattern
    } catch {
      report(value, error.message)
      return nil
    }
  }

  private mutating func readRules(_ value: YAMLValue?) {
    for (key, items) in value?.pairs ?? [] {
      guard let kind = DateRule.Kind(rawValue: key) else {
        let known = DateRule.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        report(items, "unknown kind of rule '\(key)'; known: \(known)")
        continue
      }
      for item in items.items { readRule(item, kind) }
    }
  }

  private mutating func readRule(_ item: YAMLValue, _ kind: DateRule.Kind) {
    let source = item["match"] ?? item
    guard let pattern = parse(source) else { return }
    if pattern.mayBeEmpty { return report(source, "the pattern can match nothing at all") }
    if kind.isNestable, pattern.mayBeginWithDate {
      return report(source, "a pattern of '\(kind.rawValue)' must not begin with {date}")
    }
    var values: [DateSlot: Int] = [:]
    for (key, value) in item["set"]?.pairs ?? [] {
      guard let slot = DateSlot(rawValue: key) else {
        report(value, "unknown slot '\(key)'")
        continue
      }
      guard let number = value.string.flatMap({ Int($0) ?? Self.units[$0] }) else {
        report(value, "'\(key)' needs a number or a unit")
        continue
      }
      values[slot] = number
    }
    grammar.rules.append(
      DateRule(kind: kind, pattern: pattern, values: values, text: source.string ?? ""))
  }

  // MARK: Tense and examples

  private mutating func readTense(_ value: YAMLValue?) -> TenseWords {
    var tense = TenseWords()
    for (key, item) in value?.pairs ?? [] {
      switch key {
      case "future": tense.future = readSigns(item)
      case "promise": tense.promise = readSigns(item)
      case "past": tense.past = readSigns(item)
      case "present": tense.present = readSigns(item)
      case "neutralBefore": tense.neutralBefore = item.strings
      default:
        report(item, "unknown key '\(key)'; known: future, promise, past, present, neutralBefore")
      }
    }
    return tense
  }

  private mutating func readSigns(_ value: YAMLValue) -> TenseWords.Signs {
    var signs = TenseWords.Signs()
    for (key, item) in value.pairs {
      switch key {
      case "words": signs.words = item.strings
      case "endings": signs.endings = item.strings
      case "except": signs.except = item.strings
      default: report(item, "unknown key '\(key)'; known: words, endings, except")
      }
    }
    return signs
  }

  /// `{text: "… on [Monday] …", is: 2022-09-05, on: 2022-09-06, after: 2022-09-01}`; `is` may be a
  /// list with one date for each bracket, `none` where there is no date.
  private mutating func readExample(_ item: YAMLValue) {
    guard let marked = item["text"]?.string else {
      return report(item, "an example needs 'text' with a date expression in [brackets]")
    }
    guard let (text, ranges) = Self.brackets(marked), !ranges.isEmpty else {
      return report(item, "the example needs pairs of [brackets] around its date expressions")
    }
    let dates = item["is"]?.items ?? []
    guard dates.count == ranges.count else {
      return report(item, "\(ranges.count) brackets, but \(dates.count) dates under 'is'")
    }
    var expected: [DateExample.Expected] = []
    for (range, value) in zip(ranges, dates) {
      let text = value.string ?? ""
      let date = EDTF(text)
      if date == nil, text != "none" { report(value, "'\(text)' is no EDTF date, nor 'none'") }
      expected.append(DateExample.Expected(range: range, date: date))
    }
    grammar.examples.append(
      DateExample(
        text: text, expected: expected, published: readDate(item["on"]),
        anchor: readDate(item["after"]), line: item.line))
  }

  private mutating func readDate(_ value: YAMLValue?) -> EDTF? {
    guard let value, let text = value.string else { return nil }
    guard let date = EDTF(text) else {
      report(value, "'\(text)' is no EDTF date")
      return nil
    }
    return date
  }

  private static func brackets(_ marked: String) -> (text: String, ranges: [Range<Int>])? {
    var text = ""
    var ranges: [Range<Int>] = []
    var open: Int?
    for character in marked {
      switch character {
      case "[":
        guard open == nil else { return nil }
        open = text.utf8.count
      case "]":
        guard let start = open else { return nil }
        ranges.append(start..<text.utf8.count)
        open = nil
      default: text.append(character)
      }
    }
    return open == nil ? (text, ranges) : nil
  }
}
