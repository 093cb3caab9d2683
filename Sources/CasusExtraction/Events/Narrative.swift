import CasusModel

/// The dates that an article's narrative stands at.
struct Narrative {
  /// The day of publication, if known.
  var published: EDTF?
  /// The date of the heading above, in a timeline.
  var heading: EDTF?
  /// Whether a heading or a paragraph before opened with a date of its own, as in a chronology.
  var hasEntries = false
  /// The date of the last entry of a chronology.
  private var lastEntry: EDTF?
  /// The way that a chronology goes through time, as far as its entries have shown.
  private var order: Order?

  private enum Order { case forward, backward, mixed }

  /// Whether the heading is the clock of a live blog.
  var isLive = false
  /// The year that dates without one take, under a heading.
  var year: Int?
  /// The last date of the narrative, for "two days later".
  var anchor: EDTF?
  /// The last date of the narrative that is a day, for "the same day".
  private(set) var day: EDTF?
  /// The last date of the sentence before, when it is a day.
  private(set) var dayBefore: EDTF?
  /// The last date with a year long past that the paragraph names, if no other year has followed.
  private var oldDate: EDTF?
  private var latest: EDTF?
  /// The last day that the sentence at hand names.
  private var latestDay: EDTF?
  /// Whether the article has named a date near its publication.
  private var isOfToday = false
  /// Whether the year is that of an old story, not of a heading.
  private var isStory = false

  /// Whether the sentence at hand has named a day that has come.
  var namesDayInSentence: Bool { latestDay != nil }

  init(published: EDTF?) {
    self.published = published
  }

  /// The same, as whoever writes the entry of a diary or chronology sees it: "yesterday" is the day
  /// before the entry's.
  var ofEntry: Narrative {
    guard !isLive, hasEntries, let heading, heading.isDay else { return self }
    var copy = self
    copy.published = heading
    return copy
  }

  /// Starts an entry of a chronology, whose date may leave out its year.
  ///
  /// Behind "21 September" and "14 October", "20 January" is of the year that follows, where it has come by the day of
  /// publication; where a chronology goes back in time, "14 October" behind "20 January" is of the year before.
  mutating func openEntry(_ date: EDTF, lacksYear: Bool) {
    var date = date
    if let last = lastEntry, last.isDay, date.isDay, date != last {
      let step: Order = date.lowerBound > last.lowerBound ? .forward : .backward
      if lacksYear, let order, order != step, order != .mixed,
        let moved = date.moved(byYears: step == .forward ? -1 : 1),
        published.map({ moved.lowerBound <= $0.upperBound }) ?? true
      {
        date = moved
      } else {
        order = order == nil || order == step ? step : .mixed
      }
    }
    lastEntry = date
    openHeading(date)
  }

  /// Starts a part of a timeline.
  mutating func openHeading(_ date: EDTF) {
    heading = date
    hasEntries = true
    anchor = date
    // "At night", in an entry, goes on with its day and not with what the entry before ended with.
    dayBefore = nil
    if date.namesDay { day = date }
    year = date.firstYear
    isStory = false
  }

  /// Starts a paragraph, which need not go on with the year that the one before told of.
  mutating func openParagraph() { oldDate = nil }

  /// The year that a month without one takes.
  ///
  /// "In January 1995 it attacked. In March …" goes on in that year, however recent the rest of the
  /// article is.
  func year(ofMonth month: Int?) -> Int? {
    if let year {
      // "4 January: the army had shelled it on 30 December": of the year before, which is nearer.
      if let month, let heading, heading.isDay, heading.firstYear == year,
        let day = heading.finiteBound, month > CivilDay.date(of: day).month + 6
      {
        return nil
      }
      return year
    }
    guard let month, let oldDate, let day = oldDate.finiteBound else { return nil }
    let told = CivilDay.date(of: day)
    return month >= told.month ? told.year : nil
  }

  /// Starts an entry of a live blog.
  mutating func openLiveEntry(_ day: EDTF) {
    heading = day
    dayBefore = nil
    isLive = true
  }

  /// Takes note of an event's date; it becomes the anchor when the sentence ends.
  mutating func note(_ date: EDTF, _ basis: DateBasis) {
    // What is still to come is not where the narrative stands.
    if let published, date.lowerBound > published.upperBound { return }
    latest = date
    if date.namesDay { latestDay = date }
    tellStory(date, basis)
    followYear(date)
    if isLongPast(date), date.precision == .month || date.namesDay || date.precision == .season {
      oldDate = date
    }
  }

  /// Whether a date lies before the year before publication.
  private func isLongPast(_ date: EDTF) -> Bool {
    guard let now = published?.firstYear, let then = date.firstYear else { return false }
    return then < now - 1
  }

  /// A later year than that of the heading takes over for dates without one.
  mutating func followYear(_ date: EDTF) {
    if !isLongPast(date) { oldDate = nil }
    if let known = year, let next = date.firstYear, next > known,
      // "A commission of 2009 found": an aside of an old story.
      !isStory || date.precision != .year
    {
      year = next
      heading = nil
    }
  }

  /// An article that names no date near its publication tells of an old year: "In April 2008 …; on
  /// 20 April" is of that year, until a date of today is named.
  private mutating func tellStory(_ date: EDTF, _ basis: DateBasis) {
    guard let now = published?.firstYear, let then = date.firstYear, heading == nil else { return }
    if then >= now - 1 {
      // "Five days in August" may be any August.
      guard basis == .explicit || basis == .deictic || date.precision == .day else { return }
      isOfToday = true
      if isStory { year = nil }
      isStory = false
    } else if !isOfToday, year == nil, date.precision != .year {
      year = then
      isStory = true
    }
  }

  /// Makes the sentence's last date the one that the next sentence counts from.
  mutating func endSentence() {
    dayBefore = latest.flatMap { $0.namesDay ? $0 : nil }
    if let latest {
      anchor = latest
      if let latestDay { day = latestDay }
      // A live blog that looks back goes on looking back until the next entry.
      if isLive, let day = heading, latest.upperBound < day.lowerBound { heading = nil }
    }
    latest = nil
    latestDay = nil
  }
}
