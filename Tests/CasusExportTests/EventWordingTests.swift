import CasusModel
import Testing

@testable import CasusExport

@Suite struct EventWordingTests {
  @Test func severalStatesAgreeWithTheVerb() {
    #expect(
      sentence(["ARV", "BEL"], to: ["DOR"]) == "Arvenia and Belmora sign a pact with Dorland")
    #expect(
      sentence(["ARV"], to: ["BEL", "DOR"]) == "Arvenia signs a pact with Belmora and Dorland")
    #expect(
      sentence(["ARV", "BEL"], to: ["DOR"], in: "id")
        == "Arvenia dan Belmora meneken pakta dengan Dorland")
  }

  @Test func severalPeopleOfOneStateAreTheState() {
    #expect(
      sentence(["ARV.GOV.A", "ARV.GOV.B"], to: ["BEL"]) == "Arvenia signs a pact with Belmora")
    #expect(sentence(["ARV.GOV.A"], to: ["BEL"]) == "Ann A signs a pact with Belmora")
    #expect(
      sentence(["ARV.GOV.A", "ARV.GOV.B", "BEL"], to: ["DOR"])
        == "Arvenia and Belmora sign a pact with Dorland")
  }

  @Test func aNameInThePluralAgreesToo() {
    #expect(sentence(["NET"], to: ["DOR"]) == "Nether Isles sign a pact with Dorland")
    #expect(sentence(["NET"], to: ["DOR"], in: "id") == "Nether Isles meneken pakta dengan Dorland")
  }

  @Test func objectIsInTheLanguageOfTheReader() {
    let objects = [("pertahanan", "id", 0.9), ("borders", "en", 0.4), ("defence", "en", 0.6)]
    #expect(object(objects, in: "en") == "(defence)")
    #expect(object(objects, in: "id") == "(pertahanan)")
    #expect(object(objects, in: "uk") == "(pertahanan)")
  }

  @Test func objectThatTheLabelNamesIsLeftOut() {
    #expect(object([("pakta", "id", 0.9)], in: "id") == "")
  }

  @Test func placeIsToldWhereThereIsNoObject() {
    #expect(object([], in: "en", place: "Selmouth") == "(Selmouth)")
    #expect(object([("defence", "en", 0.9)], in: "en", place: "Selmouth") == "(defence)")
    // The sentence says so already.
    #expect(object([], in: "en", place: "Belmora") == "")
  }

  @Test(arguments: ["Belmora", "the Belmora", "Ann", "ARVENIA"])
  func objectThatOnlyNamesAnActorIsLeftOut(name: String) {
    #expect(object([(name, "en", 0.9)], in: "en") == "")
    #expect(object([(name, "en", 0.9), ("the embassy", "en", 0.1)], in: "en") == "(the embassy)")
    #expect(object([("north of \(name)", "en", 0.9)], in: "en") == "(north of \(name))")
  }

  @Test(arguments: [
    (EventType.consult, nil, false), (.accuse, "condemn", false), (.threaten, nil, false),
    (.support, "recognise", true), (.request, "assist", true), (.aid, nil, true),
  ])
  func onlyObjectsThatAreThingsAreTold(type: EventType, mode: String?, isTold: Bool) {
    let words = object([("that plan", "en", 0.9)], in: "en", type: type, mode: mode)
    #expect(words == (isTold ? "(that plan)" : ""))
  }

  private static let options = EventCatalog(
    types: [
      "AGREE": EventCatalog.TypeInfo(
        labels: ["en": "signs a pact with | sign a pact with", "id": "meneken pakta dengan"],
        intensity: 0,
        cameo: "", modes: [:])
    ], relations: [:], pluralNames: ["en": ["NET"]])

  private static let actors = [
    Actor(id: "ARV", kind: .state, names: ["en": "Arvenia"]),
    Actor(id: "ARV.GOV.A", kind: .person, names: ["en": "Ann A"], parent: "ARV"),
    Actor(id: "ARV.GOV.B", kind: .person, names: ["en": "Ben B"], parent: "ARV"),
    Actor(id: "BEL", kind: .state, names: ["en": "Belmora"]),
    Actor(id: "DOR", kind: .state, names: ["en": "Dorland"]),
    Actor(id: "NET", kind: .state, names: ["en": "Nether Isles"]),
  ]

  private func wording(_ language: String) -> EventWording {
    EventWording(
      actors: Self.actors, options: ExportOptions(language: language, catalog: Self.options))
  }

  private func sentence(
    _ source: [ActorID], to target: [ActorID], in language: String = "en"
  ) -> String {
    wording(language).sentence(
      of: Event(
        id: "e", type: .agree, mode: nil, source: source, target: target, date: nil,
        dateBasis: .none, status: .occurred, confidence: 1, evidence: []))
  }

  /// What stands in brackets after the sentence.
  private func object(
    _ objects: [(words: String, language: String, confidence: Double)], in language: String,
    type: EventType = .agree, mode: String? = nil, place: String? = nil
  ) -> String {
    let evidence = objects.map { words, language, confidence in
      Evidence(
        articleID: "a", text: words, start: 0, end: words.utf8.count, sentence: words,
        attribution: [], status: .occurred, date: nil, dateBasis: .none, rule: "rule",
        confidence: confidence, object: words, language: language)
    }
    let text = wording(language).sentence(
      of: Event(
        id: "e", type: type, mode: mode, source: ["ARV.GOV.A"], target: ["BEL"],
        object: objects.first?.words, place: place, date: nil, dateBasis: .none,
        status: .occurred, confidence: 1, evidence: evidence))
    return text.firstIndex(of: "(").map { String(text[$0...]) } ?? ""
  }
}
