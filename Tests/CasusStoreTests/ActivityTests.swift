import CasusModel
import Testing

@testable import CasusStore

@Suite struct ActivityTests {
  private static let catalog: EventCatalog = {
    var catalog = EventCatalog.sample
    for (type, intensity) in [("ASSAULT", -9.0), ("CONSULT", 2.5)] {
      catalog.types[type] = EventCatalog.TypeInfo(
        labels: [:], intensity: intensity, cameo: "", modes: [:])
    }
    return catalog
  }()

  @Test func monthsWithTheirCountsAndNetIntensity() throws {
    let temporary = try TemporaryStore(
      Story("a").saying("One.", ["RUS"], .assault, ["UKR"], on: "2021-12-31")
        .saying("Two.", ["RUS"], .consult, ["UKR"], on: "2021-12")
        .saying("Three.", ["RUS"], .assault, ["UKR"], on: "2022-02-24/..")
        .saying("Four.", ["RUS"], .assault, ["UKR"], on: "2022-03", status: .denied)
        .saying("Five.", ["RUS"], .accuse, ["UKR"]))
    let months = try temporary.store.activity(
      matching: EventFilter(between: ActorPair("UKR", "RUS")), catalog: Self.catalog)
    #expect(months.map { $0.month?.rawValue } == ["2021-12", "2022-01", "2022-02", nil])
    #expect(months.map(\.events) == [2, 0, 1, 1])
    #expect(months.map(\.intensity) == [-6.5, 0, -9, 0])
    #expect(months[0].counts == [.materialConflict: 1, .verbalCooperation: 1])
    let late = try temporary.store.activity(
      matching: EventFilter(from: EDTF("2022")), catalog: Self.catalog)
    #expect(late.map { $0.month?.rawValue } == ["2022-02"])
    #expect(
      try temporary.store.activity(matching: EventFilter(actors: ["XYZ"]), catalog: .sample)
        .isEmpty)
  }

  @Test func longSilenceIsLeftOut() throws {
    let temporary = try TemporaryStore(
      Story("a").saying("One.", ["RUS"], .consult, ["UKR"], on: "1654-01")
        .saying("Two.", ["RUS"], .consult, ["UKR"], on: "2022-02"))
    let months = try temporary.store.activity(matching: EventFilter(), catalog: .sample)
    #expect(months.map { $0.month?.rawValue } == ["1654-01", "2022-02"])
  }
}
