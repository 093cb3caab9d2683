import CasusModel

extension EventCatalog {
  /// A small catalog with one relation kind of each sort.
  static let sample = EventCatalog(
    types: [:],
    relations: [
      "diplomatic-relations": RelationInfo(
        labels: ["en": "diplomatic relations"], isSymmetric: true, polarity: 1,
        opens: [Trigger(type: .agree, mode: "establish-relations")],
        supports: [Trigger(type: .consult, mode: nil)],
        closes: [Trigger(type: .sanction, mode: "cut-relations")]),
      "sanctions": RelationInfo(
        labels: ["en": "sanctions"], isSymmetric: false, polarity: -1,
        opens: [Trigger(type: .sanction, mode: "sanctions")], supports: [],
        closes: [Trigger(type: .concede, mode: "ease-sanctions")]),
      "arms-supply": RelationInfo(
        labels: ["en": "arms supply"], isSymmetric: false, polarity: 1,
        opens: [
          Trigger(type: .aid, mode: "arms-transfer"),
          Trigger(type: .cooperate, mode: "arms-transfer"),
        ],
        supports: [], closes: [Trigger(type: .sanction, mode: "halt-aid", isReversed: false)]),
      "war": RelationInfo(
        labels: ["en": "war"], isSymmetric: true, polarity: -1,
        opens: [Trigger(type: .assault, mode: "invade")],
        supports: [Trigger(type: .assault, mode: nil)],
        closes: [Trigger(type: .agree, mode: "peace")]),
    ],
    places: PlaceKeys {
      PlaceKeys.Contents(
        keys: [
          "Kharkiv": "UKR/kharkiv", "Харків": "UKR/kharkiv", "Sumy": "UKR/sumy", "Суми": "UKR/sumy",
        ], hash: "sample")
    })

  /// The same, with a relation that ends place by place, and one that its end alone may tell of.
  static let sampleWithPlaces: EventCatalog = {
    var catalog = sample
    catalog.relations["occupation"] = RelationInfo(
      labels: ["en": "occupation"], isSymmetric: false, polarity: -1,
      opens: [
        Trigger(type: .coerce, mode: "capture"), Trigger(type: .coerce, mode: "occupy"),
      ],
      supports: [],
      closes: [
        Trigger(type: .retreat, mode: "withdraw", extent: .namedPlace),
        Trigger(type: .assault, mode: "retake", isReversed: true, extent: .place),
      ])
    catalog.relations["sanctions"]?.closes = [
      Trigger(type: .concede, mode: "ease-sanctions", isTelling: true)
    ]
    return catalog
  }()

  /// The same, with acts that happen once.
  static let sampleWithSingularActs: EventCatalog = {
    let act = ModeInfo(labels: [:], intensity: nil, cameo: nil, isSingular: true)
    var catalog = sample
    for (type, mode) in [
      (EventType.sanction, "cut-relations"), (.assault, "invade"), (.agree, "establish-relations"),
    ] {
      catalog.types[type.rawValue] = TypeInfo(
        labels: [:], intensity: 0, cameo: "", modes: [mode: act])
    }
    return catalog
  }()
}
