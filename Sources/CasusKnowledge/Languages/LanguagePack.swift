public import CasusData
public import CasusModel
import Foundation

/// Everything Casus knows about one language.
public struct LanguagePack: Sendable {
  /// Where the head of a noun phrase stands.
  public enum HeadPosition: String, Sendable {
    /// Before its modifiers ("pasukan Rusia").
    case first
    /// After its modifiers ("Russian troops").
    case last
  }

  /// The BCP 47 code.
  public var code: String
  /// Where the head of a noun phrase stands.
  public var nounHead: HeadPosition
  /// Whether case endings, not word order, tell subject and object apart.
  public var usesCases: Bool
  /// Whether the verb of a main clause stands second and that of others last.
  public var putsVerbSecond = false
  /// The preposition before a possessor, such as "von", where it is not "of".
  public var possessor: String?
  /// How words are written.
  public var spelling = Spelling()
  /// The clitic that marks a possessor, such as `'s`, or `nil`.
  public var possessive: String?
  /// The article that may stand before names, such as `the`, or `nil`.
  public var article: String?
  /// Function words, cues and other closed classes by name.
  public var words: [String: [String]]
  /// Frames in file order.
  public var frames: [Frame]
  /// Noun classes by name.
  public var classes: [String: [String]]
  /// Verbs, and the nouns that have their frames: "close", "closure".
  public var nominalisations: [String: [String]] = [:]
  /// Beginnings of lines that are not part of an article.
  public var boilerplatePrefixes: [String]
  /// Whole lines that are not part of an article.
  public var boilerplateLines: [String]
  /// Beginnings that make an unknown word a verb.
  public var unknownVerbPrefixes: [String]
  /// Endings that make an unknown word a verb.
  public var unknownVerbSuffixes: [String]
  /// The number of bytes that such a word has at least.
  public var unknownVerbMinimum: Int
  /// Endings that make an unknown word a certain form of a verb.
  public var unknownVerbForms: [(ending: String, features: FormFeatures)]
  /// Endings that make an unknown word an adjective, with the cases that they show.
  public var unknownAdjectiveEndings: [(ending: String, features: FormFeatures)]
  /// The number of bytes that such a word has at least.
  public var unknownAdjectiveMinimum: Int
  /// The cases that pronouns and numerals show, by word.
  public var caseForms: [(word: String, features: FormFeatures)] = []
  /// Endings of names in the nominative by the gender that they show.
  public var nameGenders: [(ending: String, features: FormFeatures)] = []
  /// Endings of common nouns in the nominative by the gender that they show.
  public var nounGenders: [(ending: String, features: FormFeatures)] = []
  /// Endings of the past tense by the gender of the subject that they show.
  public var pastGenders: [(ending: String, features: FormFeatures)] = []
  /// A state and, behind it, whom its own press calls "the enemy", pair by pair.
  public var enemies: [String] = []
  /// Words that say that a deed is done to a part of what there is: "some", "partially".
  public var partial: [String] = []
  /// Prepositions before what something is done with: "with", "using".
  public var means: [String] = []
  /// Prepositions before what an agreement or a request is about: "on", "for".
  public var about: [String] = []
  /// Prepositions before what somebody rules or claims: "sovereignty over the islands".
  public var over: [String] = []
  /// Irregular verbs: dictionary form, then its forms in the order of `irregularFeatures`.
  var irregular: [String: [[String]]]
  var irregularFeatures: [FormFeatures]
  var vowels: Set<Unicode.Scalar>
  var paradigms: [String: ParadigmList]

  /// The keys of `words` that the extractor understands.
  static let wordKeys: Set<String> = Set(WordRole.named.keys)
    .union(FormFeatures.shownByClass.keys)

  /// Reads `Languages/<code>/`.
  /// - Returns: `nil` when `language.yaml` cannot be read at all.
  public static func load(
    _ code: String, from data: DataDirectory, catalog: EventCatalog,
    problems: inout [DataProblem]
  ) -> LanguagePack? {
    let folder = "Languages/\(code)"
    func read(_ file: String) -> YAMLValue? {
      YAMLValue.read(
        data.file("\(folder)/\(file)"), name: "\(folder)/\(file)", problems: &problems)
    }
    guard let language = read("language.yaml") else { return nil }
    var pack = LanguagePack(
      code: code, nounHead: .last, usesCases: language["cases"]?.bool ?? false,
      possessive: language["possessive"]?.string,
      article: language["article"]?.string, words: [:], frames: [], classes: [:],
      boilerplatePrefixes: language["boilerplate"]?["prefixes"]?.strings ?? [],
      boilerplateLines: language["boilerplate"]?["lines"]?.strings ?? [],
      unknownVerbPrefixes: language["unknownVerb"]?["prefixes"]?.strings ?? [],
      unknownVerbSuffixes: language["unknownVerb"]?["suffixes"]?.strings ?? [],
      unknownVerbMinimum: language["unknownVerb"]?["minimum"]?.double.map { Int($0) } ?? 5,
      unknownVerbForms: [],
      unknownAdjectiveEndings: [],
      unknownAdjectiveMinimum: language["unknownAdjective"]?["minimum"]?.double.map { Int($0) }
        ?? 8,
      irregular: [:],
      irregularFeatures: [],
      vowels: Set((language["vowels"]?.string ?? "aeiou").unicodeScalars), paradigms: [:])
    if let head = language["nounHead"] {
      if let value = head.string.flatMap({ HeadPosition(rawValue: $0) }) {
        pack.nounHead = value
      } else {
        problems.append(head.problem("'nounHead' must be 'first' or 'last'"))
      }
    }
    if let verbs = language["verbs"] {
      pack.putsVerbSecond = verbs.string == "second"
      if !pack.putsVerbSecond { problems.append(verbs.problem("'verbs' must be 'second'")) }
    }
    pack.possessor = language["possessor"]?.string
    pack.spelling = Spelling(language["spelling"], problems: &problems)
    pack.readParadigms(language["paradigms"], problems: &problems)
    pack.unknownVerbForms = pack.endings(language["unknownVerb"]?["forms"], problems: &problems)
    pack.unknownAdjectiveEndings = pack.endings(
      language["unknownAdjective"]?["endings"], problems: &problems)
    pack.nameGenders = pack.endings(language["genders"]?["names"], problems: &problems)
    pack.nounGenders = pack.endings(language["genders"]?["nouns"], problems: &problems)
    pack.pastGenders = pack.endings(language["genders"]?["past"], problems: &problems)
    pack.enemies = (language["enemies"]?.items ?? []).flatMap(\.strings)
    pack.partial = language["partial"]?.strings ?? []
    pack.means = language["means"]?.strings ?? []
    pack.about = language["about"]?.strings ?? []
    pack.over = language["over"]?.strings ?? []
    pack.readWords(language["words"], problems: &problems)
    for item in language["caseForms"]?.items ?? [] {
      let shown = pack.features(item["form"] ?? item, problems: &problems)
      pack.caseForms += (item["words"]?.strings ?? []).map { ($0, shown) }
    }
    if let cues = read("cues.yaml") { pack.readWords(cues, problems: &problems) }
    if let nouns = read("nouns.yaml") { pack.readNouns(nouns, problems: &problems) }
    if data.exists("\(folder)/irregular.yaml"), let file = read("irregular.yaml") {
      pack.readIrregular(file, language["irregular"], problems: &problems)
    }
    let check = FrameClassCheck(classes: pack.classes)
    for item in read("frames.yaml")?.items ?? [] {
      if let frame = Frame(item, catalog: catalog, problems: &problems) {
        problems += check.problems(of: frame, item)
        pack.frames.append(frame)
      }
    }
    return pack
  }

  private mutating func readWords(_ value: YAMLValue?, problems: inout [DataProblem]) {
    for (key, item) in value?.pairs ?? [] {
      guard Self.wordKeys.contains(key) else {
        problems.append(item.problem("unknown word class '\(key)'"))
        continue
      }
      words[key, default: []] += item.strings
    }
  }

  private mutating func readNouns(_ value: YAMLValue, problems: inout [DataProblem]) {
    for (name, item) in value["classes"]?.pairs ?? [] { classes[name] = item.strings }
    for (key, word) in [
      ("roles", "role"), ("opaque", "opaque"), ("support_verbs", "supportVerb"),
    ] {
      words[word, default: []] += value[key]?.strings ?? []
    }
    for (noun, verbs) in value["nominalisations"]?.pairs ?? [] {
      for verb in verbs.strings { nominalisations[verb, default: []].append(noun) }
    }
    for (name, item) in value["groups"]?.pairs ?? [] {
      guard WordRole.named["group.\(name)"] != nil else {
        problems.append(item.problem("unknown group '\(name)'"))
        continue
      }
      words["group.\(name)", default: []] += item.strings
    }
  }

  private mutating func readIrregular(
    _ file: YAMLValue, _ order: YAMLValue?, problems: inout [DataProblem]
  ) {
    irregularFeatures = (order?.items ?? []).map { features($0, problems: &problems) }
    for item in file.items {
      let forms = item.items.map(\.strings)
      guard let base = forms.first?.first else { continue }
      irregular[base, default: []] += forms.dropFirst()
      if forms.count == 1 { irregular[base] = irregularFeatures.map { _ in [base] } }
    }
  }

  private func features(_ value: YAMLValue, problems: inout [DataProblem]) -> FormFeatures {
    var result: FormFeatures = []
    for name in (value.string ?? "").split(separator: " ") {
      if let found = FormFeatures.named[String(name)] {
        result.insert(found)
      } else {
        problems.append(value.problem("unknown form feature '\(name)'"))
      }
    }
    return result
  }

  /// The endings of unknown words by what they show; longer ones come first.
  private func endings(
    _ value: YAMLValue?, problems: inout [DataProblem]
  ) -> [(ending: String, features: FormFeatures)] {
    var result: [(ending: String, features: FormFeatures)] = []
    for item in value?.items ?? [] {
      let shown = features(item["form"] ?? item, problems: &problems)
      for ending in item["endings"]?.strings ?? [] { result.append((ending, shown)) }
    }
    return result.sorted { ($1.ending.count, $0.ending) < ($0.ending.count, $1.ending) }
  }

  private mutating func readParadigms(_ value: YAMLValue?, problems: inout [DataProblem]) {
    for (name, list) in value?.pairs ?? [] {
      for item in list.items {
        var forms: [Paradigm.Form] = []
        for form in item["forms"]?.items ?? [] {
          let rules = form["end"] ?? form["start"]
          let beginnings = form["end"] == nil ? nil : form["start"]
          forms.append(
            Paradigm.Form(
              features: features(form["form"] ?? form, problems: &problems),
              rules: Self.rules(rules, problems: &problems),
              beginnings: Self.rules(beginnings, problems: &problems),
              isPrefix: form["end"] == nil && form["start"] != nil,
              suffix: form["suffix"]?.string ?? "",
              takesAll: form["all"]?.bool ?? false))
        }
        paradigms[name, default: ParadigmList()].append(
          Paradigm(endings: item["endings"]?.strings ?? [], forms: forms))
      }
    }
  }
}

extension LanguagePack {
  fileprivate static func rules(
    _ value: YAMLValue?, problems: inout [DataProblem]
  ) -> [RewriteRule] {
    (value?.items ?? []).compactMap { pair in
      let parts = pair.items.map { $0.string ?? "" }
      guard parts.count == 2 || parts.count == 1 else {
        problems.append(pair.problem("a rule is a pair [pattern, replacement]"))
        return nil
      }
      return RewriteRule(pattern: parts[0], replacement: parts.count > 1 ? parts[1] : "")
    }
  }
}

extension DataDirectory {
  /// Whether a file or folder is there.
  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: file(path).path)
  }
}
