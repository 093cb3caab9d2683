import CasusModel

/// Articles about few actors, types and days, so that much of it meets; some share an address.
enum RandomCorpus {
  /// With `isSingular` only about acts that happen once, most of them undated.
  static func stories(
    _ random: inout SeededGenerator, isSingular: Bool = false, count: Int = 24
  ) -> [Story] {
    let actors: [ActorID] = ["RUS", "UKR", "PRK", "RUS.GOV.PUTIN", "PRK.GOV.KIM"]
    let acts: [(EventType, String?)] = [
      (.assault, "invade"), (.sanction, "cut-relations"), (.agree, "establish-relations"),
    ]
    let kinds: [(EventType, String?)] =
      isSingular
      ? acts
      : acts + [
        (.assault, nil), (.assault, nil), (.assault, "missile"), (.assault, "drone"),
        (.consult, nil), (.cooperate, "arms-transfer"), (.agree, "peace"),
      ]
    let days = [
      nil, nil, nil, nil, nil, nil, nil, "2022-07", "2022-07-13", "2022-07-13/..", "2022",
      "XXXX-07",
    ]
    let dates =
      isSingular
      ? days
      : [
        nil, nil, "2022-07", "2022-07-13", "2022-07-14", "2022-07~", "2022-07-11/2022-07-15",
        "2022-02/..", "2022-02-24/..", "2022", "XXXX-07", "2023-09-13",
      ]
    let objects = [
      nil, nil, "rockets", "artillery rockets", "drones", "shells and drones", "the oil",
      "oil wells", "oil tankers", "roket", "both",
    ]
    let places = [nil, nil, nil, "Kharkiv", "Харків", "Sumy", "a village"]
    return (0..<count).map { number in
      let day = number % 5 == 4 ? nil : "2022-09-\(10 + number)"
      var story = Story(
        "a\(number)", published: day, url: number % 6 == 0 ? "https://example.org/x" : nil,
        language: ["en", "id", nil][number % 3])
      for place in 0..<Int.random(in: 1...4, using: &random) {
        let (type, mode) = kinds.randomElement(using: &random) ?? (.consult, nil)
        let pair = actors.shuffled(using: &random).prefix(2)
        let isGoods = mode == "arms-transfer" && Bool.random(using: &random)
        story = story.saying(
          "Sentence \(place).", [pair[0]], type, [pair[1]], mode: mode,
          on: dates.randomElement(using: &random) ?? nil,
          status: EventStatus.allCases.randomElement(using: &random) ?? .occurred,
          object: objects.randomElement(using: &random) ?? nil,
          place: places.randomElement(using: &random) ?? nil,
          roles: isGoods ? ["supplier": [pair[0]], "recipient": [pair[1]]] : [:],
          confidence: Double.random(in: 0.1...0.9, using: &random))
      }
      return story
    }
  }
}
