import CasusModel
import CasusTestSupport
import Foundation
import Testing

@testable import CasusKnowledge

/// What events are called, with their targets in the case that the label governs: sentences as an
/// editor would print them, in `Tests/Corpus/Labels`.
struct LabelCaseTests {
  /// One sentence: who, does what, to whom.
  struct Row: CustomTestStringConvertible, Sendable {
    var language: String
    var source: ActorID
    var act: [String]
    var targets: [ActorID]
    var sentence: String
    var testDescription: String { "\(language): \(sentence)" }
  }

  static let rows: [Row] = ["de", "en", "ru", "uk"].flatMap { language in
    let file = Checkout.root.appending(path: "Tests/Corpus/Labels/\(language).tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { $0.first != "#" }.map { line in
      let cells = line.split(separator: "\t").map { String($0) }
      return Row(
        language: language, source: ActorID(rawValue: cells[0]),
        act: cells[1].split(separator: "/").map { String($0) },
        targets: cells[2].split(separator: " + ").map { ActorID(rawValue: String($0)) },
        sentence: cells[3])
    }
  }

  @Test func everyTypeIsThere() {
    for language in ["de", "ru", "uk"] {
      let own = Self.rows.filter { $0.language == language }
      #expect(own.count >= 150)
      #expect(Set(own.map { $0.act[0] }) == Set(EventType.allCases.map(\.rawValue)))
    }
  }

  @Test(arguments: rows) func targetsStandInTheCaseThatTheLabelGoverns(row: Row) throws {
    let knowledge = ShippedData.knowledge
    let catalog = knowledge.catalog
    let grammar = catalog.names[row.language]
    func name(_ id: ActorID, _ wanted: GrammaticalCase) -> String {
      let actor = knowledge.actors[id]
      let name = actor?.actor.name(in: row.language) ?? id.plainName
      return grammar?.form(of: name, kind: actor?.actor.kind, id: id, in: wanted) ?? name
    }
    let and = ["de": " und ", "en": " and ", "ru": " и ", "uk": " та "][row.language] ?? ", "
    let type = try #require(EventType(rawValue: row.act[0]))
    let event = Event(
      id: "e", type: type, mode: row.act.count > 1 ? row.act[1] : nil, source: [row.source],
      target: row.targets, date: nil, dateBasis: .none, status: .occurred, confidence: 1,
      evidence: [])
    let kinds = Set(row.targets.map { knowledge.actors[$0]?.actor.kind })
    let kind = kinds.count == 1 ? kinds.first.flatMap(\.self) : nil
    let targets = { (wanted: GrammaticalCase) in
      row.targets.map { name($0, wanted) }.joined(separator: and)
    }
    let predicate =
      catalog.predicate(
        of: event, language: row.language, subjects: [row.source], targetKind: kind,
        targets: targets)
      ?? catalog.label(
        of: event, language: row.language, subjects: [row.source], targetKind: kind) + " "
      + targets(.nominative)
    #expect("\(name(row.source, .nominative)) \(predicate)".capitalizedAtStart == row.sentence)
  }

  @Test(arguments: [
    (
      "ru", "Боко Харам", Actor.Kind.group, GrammaticalCase.instrumental,
      "группировкой «Боко Харам»"
    ),
    ("uk", "Боко Харам", .group, .instrumental, "угрупованням «Боко Харам»"),
    ("ru", "Союз рыбаков Тартарии", .organisation, .dative, "Союзу рыбаков Тартарии"),
    (
      "ru", "Вольный Ветер Севера", .organisation, .accusative, "организацию «Вольный Ветер Севера»"
    ),
    ("ru", "Ogaden Liberation Front", .group, .dative, "Ogaden Liberation Front"),
    ("ru", "ВСУ", .government, .instrumental, "ВСУ"),
    ("ru", "Мария Петрова", .person, .dative, "Марии Петровой"),
    ("uk", "Тарас Шевченко", .person, .instrumental, "Тарасом Шевченком"),
    ("de", "Internationaler Klimarat", .organisation, .dative, "dem Internationalen Klimarat"),
    ("de", "Greenpeace", .ngo, .accusative, "Greenpeace"),
  ])
  func namesThatNobodyListed(
    language: String, name: String, kind: Actor.Kind, wanted: GrammaticalCase, form: String
  ) throws {
    let grammar = try #require(ShippedData.knowledge.catalog.names[language])
    #expect(grammar.form(of: name, kind: kind, id: "ORG:New", in: wanted) == form)
  }

  @Test(arguments: [
    ("ru", "с", "Словакией", "со Словакией"), ("ru", "с", "США", "с США"),
    ("ru", "с", "Сирией", "с Сирией"), ("ru", "из", "Филиппин", "с Филиппин"),
    ("ru", "в", "Францию", "во Францию"), ("uk", "з", "США", "зі США"),
    ("uk", "з", "Сирією", "із Сирією"), ("uk", "з", "Україною", "з Україною"),
    ("uk", "в", "Франції", "у Франції"), ("de", "zu", "der Ukraine", "zur Ukraine"),
    ("de", "von", "dem Iran", "vom Iran"), ("de", "mit", "dem Iran", "mit dem Iran"),
  ])
  func prepositionsSuitTheName(language: String, preposition: String, name: String, both: String)
    throws
  {
    let grammar = try #require(ShippedData.knowledge.catalog.names[language])
    #expect(grammar.joined(preposition, name) == both)
  }

  /// Forms that the registry gives in braces, in the order of the cases, agree with the rules.
  @Test(arguments: ["ru", "uk"]) func rulesAgreeWithTheRegistry(language: String) throws {
    let grammar = try #require(ShippedData.knowledge.catalog.names[language])
    #expect(grammar.faults.isEmpty)
    var (compared, equal) = (0, 0)
    for entry in ShippedData.knowledge.actors.entries where entry.actor.kind != .medium {
      guard let name = entry.names[language]?.first, name.forms.count >= 5 else { continue }
      for (place, wanted) in [GrammaticalCase.genitive, .dative, .accusative, .instrumental]
        .enumerated()
      {
        compared += 1
        let form = grammar.form(
          of: name.text, kind: entry.actor.kind, id: entry.actor.id, in: wanted)
        if form == name.forms[place] { equal += 1 }
      }
    }
    #expect(compared > 1000)
    // The few others are slips of the registry or have two right forms: корпуса, корпусу.
    #expect(Double(equal) / Double(compared) > 0.97, "\(equal) of \(compared)")
  }
}
