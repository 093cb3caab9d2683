import CasusModel
import GRDB
import Testing

@testable import CasusStore

@Suite struct NameTests {
  private let store: EventStore
  private let temporary: TemporaryStore
  private static let actors = [
    Actor(id: "PRK", kind: .state, names: ["en": "North Korea", "id": "Korea Utara"]),
    Actor(id: "KOR", kind: .state, names: ["en": "South Korea", "id": "Korea Selatan"]),
    Actor(id: "CIV", kind: .state, names: ["en": "Côte d’Ivoire"]),
    Actor(id: "GEO", kind: .state, names: ["en": "Georgia"]),
    Actor(id: "RUS", kind: .state, names: ["en": "Russia", "id": "Rusia", "uk": "Росія"]),
    Actor(id: "RUS.GOV.PUTIN", kind: .person, names: ["en": "Vladimir Putin"], parent: "RUS"),
    Actor(id: "ORG:Hamas", kind: .group, names: ["en": "Hamas"]),
  ]
  private static let names: [(actor: ActorID, language: String, name: String)] = [
    ("RUS", "id", "Negeri Beruang Merah"), ("RUS", "en", "Moscow"), ("KOR", "en", "Korea"),
    ("PRK", "en", "Korea"), ("GEO", "en", "Moscow"), ("RUS.GOV.PUTIN", "id", "Putin"),
  ]

  init() throws {
    temporary = try TemporaryStore()
    store = temporary.store
    try store.register(actors: Self.actors, names: Self.names)
  }

  private static let known: [(String, String)] = [
    ("PRK", "PRK"), ("prk", "PRK"), ("Korea Utara", "PRK"), ("KOREA  UTARA", "PRK"),
    ("korea-utara", "PRK"), ("cote d'ivoire", "CIV"), ("росія", "RUS"),
    ("negeri beruang merah", "RUS"), ("putin", "RUS.GOV.PUTIN"), ("rus.gov.putin", "RUS.GOV.PUTIN"),
    ("org:hamas", "ORG:Hamas"), ("hamas", "ORG:Hamas"),
  ]

  @Test(arguments: known)
  func anyKnownNameIsAccepted(name: String, id: String) throws {
    #expect(try store.resolveActor(name) == ActorID(rawValue: id))
  }

  private static let unknown: [(String, [String])] = [
    ("Korea Utra", ["Korea Utara (PRK)"]),
    ("Rusiya", ["Rusia (RUS)"]),
    ("Росия", ["Росія (RUS)"]),
    ("Vladimir", ["Vladimir Putin (RUS.GOV.PUTIN)"]),
    ("Zzzzzz", []),
    ("", []),
  ]

  @Test(arguments: unknown)
  func unknownNameIsAnsweredWithTheNearest(name: String, nearest: [String]) {
    #expect(throws: StoreError.unknownActor(name: name, nearest: nearest)) {
      try store.resolveActor(name)
    }
  }

  @Test func nameOfSeveralActorsIsAnsweredWithThem() {
    let error = StoreError.ambiguousActor(name: "korea", candidates: ["KOR", "PRK"])
    #expect(throws: error) { try store.resolveActor("korea") }
    #expect(error.description == "'korea' names several actors; say which: KOR or PRK")
    #expect(error.exitCode == 64)
  }

  @Test func displayNameGoesBeforeOthers() throws {
    try store.register(
      actors: [Actor(id: "MOW", kind: .organisation, names: ["en": "Moscow"])], names: [])
    #expect(try store.resolveActor("moscow") == "MOW")
  }

  @Test func actorsComeBackAsRegistered() throws {
    #expect(try store.actors(Self.actors.map(\.id)) == Self.actors.sorted { $0.id < $1.id })
  }

  @Test func registeringAgainChangesNothing() throws {
    let before = try store.dump()
    try store.register(actors: Self.actors.reversed(), names: Self.names)
    #expect(try store.dump() == before)
    let reader = try EventStore(path: store.path, access: .reading)
    try reader.register(actors: Self.actors, names: Self.names)
  }

  @Test(arguments: [
    "North  Korea", " a-B\tc ", "COTE D'IVOIRE", "", "- -", "ORG:Hamas 2", "x\r\ny",
  ])
  func plainLettersFoldAsAllOthersDo(text: String) {
    // The accent keeps the second text off the short cut for ASCII.
    #expect(FoldedName.fold(text + "e") + "e" == FoldedName.fold(text + "e\u{E9}"))
  }

  /// Letters that are folded by a table come out as they do by themselves, whatever stands beside them.
  @Test func lettersFoldAsAllOthersDo() {
    let values = Array(0x20...0x52F) + Array(0x2010...0x2019) + [0x2BC]
    let scalars = values.map(UInt32.init).compactMap(Unicode.Scalar.init)
    var known = 0
    for (place, scalar) in scalars.enumerated() {
      let other = scalars[(place * 389 + 71) % scalars.count]
      for text in ["\(scalar)", "a\(scalar)b \(other)", "Ж\(other)\(scalar)é \(scalar)\(scalar)"] {
        guard let folded = FoldedName.foldLetters(text) else { continue }
        known += 1
        #expect(folded == FoldedName.foldAny(text), "\(scalar.value) beside \(other.value)")
      }
    }
    #expect(known > 900)
    for name in ["Україна", "Côte d’Ivoire", "İzmir – Ankara", "Йошкар-Ола", "Đặng"] {
      #expect(FoldedName.fold(name) == FoldedName.foldAny(name))
    }
  }

  @Test func lastOfSeveralEntriesHolds() throws {
    let twice = ["One", "Two"].map { Actor(id: "ORG:X", kind: .organisation, names: ["en": $0]) }
    try store.register(actors: twice)
    #expect(try store.actors(["ORG:X"]) == [twice[1]])
    try store.register(actors: [twice[0]])
    #expect(try store.actors(["ORG:X"]) == [twice[0]])
  }

  @Test(arguments: [
    ("kitten", "sitting", 3, 3), ("", "abc", 3, 3), ("abc", "abc", 0, 0), ("abc", "acb", 2, 2),
  ])
  func editDistance(a: String, b: String, limit: Int, distance: Int) {
    let (first, second) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    #expect(EditDistance.between(first, second, limit: limit) == distance)
    #expect(EditDistance.between(first, second, limit: distance - 1) == nil)
  }
}
