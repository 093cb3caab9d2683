import CasusModel

/// What a timeline says at its foot about what it leaves out.
enum TimelineFooter {
  /// The sentences, without full stops.
  /// - Parameters:
  ///   - material: The events and words.
  ///   - shown: How many events have a mark of their own.
  ///   - folded: How many stand behind marks with a count.
  ///   - rest: How many undated events are only counted.
  ///   - level: How coarsely events were folded.
  ///   - omitted: How many events are on no page.
  ///   - overview: The bars, if there are any.
  ///   - relations: How many relations found no room.
  ///   - page: The page.
  /// - Returns: The sentences in their order.
  static func sentences(
    _ material: TimelineMaterial, shown: Int, folded: Int, rest: Int, level: EventFolding.Level,
    omitted: Int = 0, overview: OverviewBars?, relations: Int = 0, page: PageFrame
  ) -> [String] {
    let words = material.wording.words
    func number(_ value: Int) -> String { words.grouped(value) }
    var sentences = [
      words.filled(
        .showing, ["shown": number(shown), "total": number(material.graph.matchingEventCount)])
    ]
    if page.count > 1 {
      sentences = [
        words.filled(
          .showingOnPage,
          ["shown": number(shown), "total": number(material.graph.matchingEventCount)])
      ]
    }
    if folded > 0 {
      sentences.append(
        words.filled(
          .folded,
          [
            "count": number(folded), "what": words[level.alike], "period": words[level.period],
          ]))
    }
    if rest > 0 { sentences.append(words.filled(.undatedRest, ["count": number(rest)])) }
    if let overview {
      sentences.append(
        words.filled(
          .barsCount,
          [
            "period": words[EventFolding.period(months: overview.months)],
            "count": number(overview.tallest),
          ]))
    }
    if omitted > 0 {
      sentences.append(words.filled(.eventsOmitted, ["count": number(omitted)]))
    }
    if relations > 0 {
      sentences.append(words.filled(.relationsOmitted, ["count": number(relations)]))
    }
    let filter = material.graph.filter
    if !filter.isEmpty { sentences.append(words.filled(.filter, ["filter": filter])) }
    return sentences
  }
}

extension EventFolding {
  /// The word for a period of so many months.
  static func period(months: Int) -> DiagramWord {
    switch months {
    case 1: .month
    case 3: .quarterYear
    case 12: .year
    default: .decadeYears
    }
  }
}

extension EventFolding.Level {
  /// What events behind one mark have in common.
  var alike: DiagramWord {
    switch self {
    case .none, .sameKindAndMonth, .sameKindAndQuarter, .sameKindAndYear: .alikeInKind
    case .sameClassAndQuarter, .sameClassAndYear: .alikeInClass
    case .laneAndQuarter, .laneAndYear: .alikeInLane
    }
  }

  /// The period that they share.
  var period: DiagramWord { EventFolding.period(months: months) }
}
