import CasusModel
import Testing

@testable import CasusStore

/// Relations that end place by place, and such as their end alone tells of.
@Suite struct RelationPlaceTests {
  @Test func aTownRetakenLeavesTheOthersOccupied() throws {
    let found = try relations(
      Story.taking("Kherson", on: "2022-03-02"), Story.taking("Lyman", on: "2022-05-27"),
      Story.retaking("Lyman", on: "2022-10-01"))
    #expect(found == ["occupation RUS UKR 2022-03-02/.. in-force 1 2 0"])
  }

  @Test func theLastTownRetakenEndsIt() throws {
    let found = try relations(
      Story.taking("Kherson", on: "2022-03-02"), Story.taking("Lyman", on: "2022-05-27"),
      Story.retaking("Lyman", on: "2022-10-01"), Story.retaking("Kherson", on: "2022-11-11"))
    #expect(found == ["occupation RUS UKR 2022-03-02/2022-11-11 ended 1 2 1"])
  }

  @Test func aTownTakenAgainIsOccupiedAgain() throws {
    let found = try relations(
      Story.taking("Kupiansk", on: "2022-02-27"), Story.retaking("KUPIANSK", on: "2022-09-10"),
      Story.taking("Kupiansk", on: "2025-11-20"))
    #expect(
      found == [
        "occupation RUS UKR 2022-02-27/2022-09-10 ended 1 0 1",
        "occupation RUS UKR 2025-11-20/.. in-force 1 0 0",
      ])
  }

  @Test func whatIsTakenWithoutANameMayLieElsewhere() throws {
    #expect(
      try relations(Story.taking(nil, on: "2022-03-02"), Story.retaking("Lyman", on: "2022-10-01"))
        == ["occupation RUS UKR 2022-03-02/.. contested 1 1 0"])
    #expect(
      try relations(
        Story.taking(nil, on: "2022-03-02"), Story.retaking("Lyman", on: "2022-10-01"),
        Story.taking("Bakhmut", on: "2023-05-20"))
        == ["occupation RUS UKR 2022-03-02/.. in-force 1 2 0"])
    #expect(
      try relations(Story.taking(nil, on: "2022-03-02"), Story.retaking(nil, on: "2022-10-01"))
        == ["occupation RUS UKR 2022-03-02/2022-10-01 ended 1 0 1"])
    #expect(
      try relations(
        Story.taking("Kherson", on: "2022-03-02"), Story.retaking(nil, on: "2022-10-01"))
        == ["occupation RUS UKR 2022-03-02/.. in-force 1 1 0"])
  }

  @Test func withdrawingFromTheCountryEndsItEverywhere() throws {
    let withdrawal = Story("w").saying(
      "Out.", ["RUS"], .retreat, ["UKR"], mode: "withdraw", on: "2023-01-01")
    #expect(
      try relations(
        Story.taking("Kherson", on: "2022-03-02"), Story.taking("Lyman", on: "2022-05-27"),
        withdrawal)
        == ["occupation RUS UKR 2022-03-02/2023-01-01 ended 1 1 1"])
  }

  @Test func anUndatedReturnOfOneTownLeavesNoDoubt() throws {
    #expect(
      try relations(
        Story.taking("Kherson", on: "2022-03-02"), Story.taking("Lyman", on: "2022-05-27"),
        Story.retaking("Lyman", on: nil))
        == ["occupation RUS UKR 2022-03-02/.. in-force 1 1 0"])
    #expect(
      try relations(Story.taking("Lyman", on: "2022-05-27"), Story.retaking("Lyman", on: nil))
        == ["occupation RUS UKR 2022-05-27/ contested 1 0 1"])
  }

  @Test func whatIsLiftedHadBeenImposed() throws {
    #expect(
      try relations(Story.lifting(on: "2025-05-20")) == [
        "sanctions RUS UKR /2025-05-20 ended 0 0 1"
      ])
    #expect(
      try relations(Story.lifting(on: "2025-05-20"), Story.lifting(on: "2025-06-30"))
        == ["sanctions RUS UKR /2025-05-20 ended 0 0 1"])
    #expect(
      try relations(Story.imposing(on: "2011"), Story.lifting(on: "2025-05-20"))
        == ["sanctions RUS UKR 2011/2025-05-20 ended 1 0 1"])
    #expect(try relations(Story.lifting(on: nil)).isEmpty)
    #expect(
      try relations(Story.lifting(on: "2025-05-20"), Story.imposing(on: "2026-01"))
        == [
          "sanctions RUS UKR /2025-05-20 ended 0 0 1",
          "sanctions RUS UKR 2026-01/.. in-force 1 0 0",
        ])
  }

  @Test func whoseEndAloneIsKnownHeldBefore() throws {
    let temporary = try TemporaryStore(Story.lifting(on: "2025-05-20"), catalog: .sampleWithPlaces)
    for (day, state) in [("2020", "in-force"), ("2025-05-20", "ended"), ("2026", "ended")] {
      let found = try temporary.store.relations(of: "RUS", and: "UKR", at: EDTF(day))
      #expect(found.map(\.state.rawValue) == [state], "\(day)")
    }
    #expect(try temporary.store.check(catalog: .sampleWithPlaces).isEmpty)
  }

  @Test func earlierBeginningComesToLight() throws {
    let temporary = try TemporaryStore(Story.lifting(on: "2025-05-20"), catalog: .sampleWithPlaces)
    try temporary.store.importBatch([Story.imposing(on: "2011").item])
    let found = try temporary.store.relations(of: "RUS", and: "UKR")
    #expect(found.map { $0.validity?.rawValue } == ["2011/2025-05-20"])
  }

  /// The occupations and sanctions that follow from stories, their events as numbers.
  private func relations(_ stories: Story...) throws -> [String] {
    let temporary = try TemporaryStore(catalog: .sampleWithPlaces)
    try temporary.store.importBatch(stories.map(\.item))
    return try temporary.store.relations(of: "UKR", and: "RUS")
      .filter { ["occupation", "sanctions"].contains($0.kind) }.map {
        "\($0.kind) \($0.source) \($0.target) \($0.validity?.rawValue ?? "-") "
          + "\($0.state.rawValue) \($0.opening.count) \($0.supporting.count) \($0.closing.count)"
      }
  }
}
