import CasusModel
import Testing

@testable import CasusKnowledge

/// The data that the package ships is whole and without fault.
struct ShippedDataTests {
  private let knowledge = ShippedData.knowledge

  @Test func hasNoFault() {
    #expect(knowledge.problems.map(\.description) == [])
  }

  @Test func readsIndonesianAndEnglish() {
    #expect(Set(ShippedData.languages).isSuperset(of: ["en", "id"]))
    #expect(knowledge.lexicons.keys.sorted() == ShippedData.languages)
    #expect(knowledge.dateGrammars.keys.sorted() == ShippedData.languages)
  }

  @Test(arguments: ShippedData.languages)
  func packHasNoFault(language: String) throws {
    var problems: [DataProblem] = []
    let catalog = EventCatalog.load(from: ShippedData.directory, problems: &problems)
    let pack = LanguagePack.load(
      language, from: ShippedData.directory, catalog: catalog, problems: &problems)
    let examples = LanguageExample.load(
      language, from: ShippedData.directory, problems: &problems)
    #expect(problems.map(\.description) == [])
    let frames = try #require(pack?.frames)
    #expect(Set(frames.compactMap(\.type)) == Set(EventType.allCases))
    #expect(examples.filter { !$0.events.isEmpty }.count >= 40)
    #expect(examples.filter(\.events.isEmpty).count >= 10)
  }

  /// Every actor that an example expects is one that the registry or the guidelines know.
  @Test(arguments: ShippedData.languages)
  func examplesNameKnownActors(language: String) {
    var problems: [DataProblem] = []
    let examples = LanguageExample.load(
      language, from: ShippedData.directory, problems: &problems)
    for example in examples {
      for id in example.events.flatMap({ $0.source + $0.target }) where id.rawValue != "INTL" {
        let isByForm = id.rawValue.hasPrefix("ORG:") || id.rawValue.hasPrefix("NGO:")
        #expect(knowledge.actors[id] != nil || isByForm, "\(example.origin): \(id)")
      }
    }
  }

  /// A lexicon tells at most 1,024 nouns and noun classes apart: those beyond would be taken for one another.
  ///
  /// Nouns that the frames name in the same places need no telling apart, but no noun is taken for a class.
  @Test(arguments: ShippedData.languages)
  func nounClassesAreToldApart(language: String) throws {
    let numbers = try #require(knowledge.lexicons[language]).classNumbers
    let classes = numbers.filter { !$0.key.hasPrefix("=") }
    let nouns = numbers.filter { $0.key.hasPrefix("=") }
    #expect(Set(classes.values).count == classes.count)
    #expect(Set(classes.values).isDisjoint(with: nouns.values))
    #expect(Set(numbers.values).count < 1_024)
  }

  @Test(arguments: [
    (Actor.Kind.state, 193), (.organisation, 60), (.group, 60), (.medium, 50), (.person, 250),
  ])
  func knowsEnoughActors(kind: Actor.Kind, floor: Int) {
    let found = knowledge.actors.entries.filter { $0.actor.kind == kind }
    #expect(found.count >= floor)
  }

  /// Nobody stands on two rows: what is told of them would be told of two.
  @Test func everyPersonHasOneRow() {
    var rows: [String: ActorID] = [:]
    for entry in knowledge.actors.entries where entry.actor.kind == .person {
      for (language, names) in entry.names {
        for name in names where name.marks.isEmpty && name.text.contains(" ") {
          let key = "\(language) \(knowledge.actors.rolledUp(entry.actor.id)) \(name.text)"
          let other = rows.updateValue(entry.actor.id, forKey: key)
          #expect(other == nil || other == entry.actor.id, "\(key): \(other?.rawValue ?? "")")
        }
      }
    }
  }

  @Test func knowsOfficeHoldersOfTheLastYears() throws {
    let since = try #require(EDTF("2012/2026"))
    let holders = knowledge.actors.entries.filter { entry in
      entry.offices.contains { $0.held.overlaps(since) }
    }
    #expect(holders.count >= 250)
    for title in ["president", "prime-minister", "foreign-minister", "defence-minister"] {
      let count = holders.filter { $0.offices.contains { $0.title == title } }.count
      #expect(count >= 20, "\(title)")
    }
  }

  @Test func officesAndPlacesNameKnownActors() {
    for entry in knowledge.actors.entries {
      for office in entry.offices {
        #expect(knowledge.actors[office.actor] != nil, "\(entry.actor.id): \(office.actor)")
      }
    }
    for place in knowledge.places.places {
      #expect(knowledge.actors[place.state] != nil, "\(place.slug)")
      for (holder, _) in place.control {
        #expect(knowledge.actors[holder] != nil, "\(place.slug): \(holder)")
      }
    }
  }

  @Test(arguments: ShippedData.languages)
  func statesHaveNamesInEachLanguage(language: String) {
    for entry in knowledge.actors.entries where entry.actor.kind == .state {
      #expect(entry.actor.names[language]?.isEmpty == false, "\(entry.actor.id)")
    }
  }

  @Test(arguments: EventType.allCases)
  func describesEveryType(type: EventType) throws {
    let info = try #require(knowledge.catalog.types[type.rawValue])
    #expect((-10...10).contains(info.intensity))
    for language in ["de", "en", "id", "uk", "ru"] {
      #expect(info.labels[language]?.singular.isEmpty == false, "\(language)")
      for (name, mode) in info.modes {
        #expect(mode.labels[language]?.singular.isEmpty == false, "\(name) \(language)")
      }
    }
    let isFriendly = type.quadClass.isCooperation
    #expect(isFriendly ? info.intensity > 0 : info.intensity <= 0)
  }

  @Test func describesSixteenTypesAndTheRelations() {
    #expect(knowledge.catalog.types.count == 16)
    let kinds = Set(knowledge.catalog.relations.keys)
    #expect(
      kinds.isSuperset(of: ["war", "sanctions", "severed-relations", "arms-supply", "recognition"]))
    for (kind, info) in knowledge.catalog.relations {
      #expect(!info.opens.isEmpty, "\(kind)")
      #expect((-1...1).contains(info.polarity), "\(kind)")
    }
  }

  @Test(arguments: [
    ("USA", "president", "2022-09-06", "USA.GOV.BIDEN"),
    ("USA", "president", "2018-06-12", "USA.GOV.TRUMP"),
    ("RUS", "president", "2022-02-24", "RUS.GOV.PUTIN"),
    ("UKR", "president", "2022-07-13", "UKR.GOV.ZELENSKY"),
    ("IDN", "president", "2022-06-30", "IDN.GOV.JOKOWI"),
    ("KOR", "president", "2023-09-13", "KOR.GOV.YOON"),
  ])
  func knowsWhoHeldAnOffice(state: String, title: String, on day: String, holder: String) throws {
    let number = try #require(EDTF(day)).lowerBound
    let found = knowledge.actors.entries.filter { entry in
      entry.offices.contains {
        $0.actor.rawValue == state && $0.title == title && $0.isHeld(on: number)
      }
    }
    #expect(found.map(\.actor.id.rawValue) == [holder])
  }

  @Test func rollsUpToStates() {
    #expect(knowledge.actors.rolledUp("RUS.GOV.PUTIN") == "RUS")
    #expect(knowledge.actors.rolledUp("RUS") == "RUS")
    #expect(knowledge.actors.rolledUp("ORG:Hamas") == "ORG:Hamas")
    #expect(knowledge.actors.rolledUp("PERSON:Nobody at all") == "PERSON:Nobody at all")
  }

  @Test func knowsWhoHeldAPlace() throws {
    let kherson = try #require(knowledge.places.places.first { $0.slug == "UKR/kherson" })
    #expect(kherson.state == "UKR")
    let sevastopol = try #require(
      knowledge.places.places.first { $0.names["en"]?.first?.text == "Sevastopol" })
    #expect(sevastopol.holder(on: EDTF("2022-08-01")?.lowerBound) == "RUS")
    #expect(sevastopol.holder(on: EDTF("2010-08-01")?.lowerBound) == "UKR")
    #expect(sevastopol.holder(on: nil) == "UKR")
    // "Ukraine retook Kherson": from Russia, while that is news.
    #expect(kherson.holder(on: EDTF("2022-11-14")?.lowerBound) == "UKR")
    #expect(kherson.rival(on: EDTF("2022-11-14")?.lowerBound) == "RUS")
    #expect(kherson.rival(on: EDTF("2024-11-14")?.lowerBound) == nil)
    #expect(kherson.rival(on: EDTF("2021-11-14")?.lowerBound) == nil)
  }
}
