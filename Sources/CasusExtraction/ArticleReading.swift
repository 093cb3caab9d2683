import CasusKnowledge
import CasusModel

/// One pass over one article.
///
/// `~Copyable`: it holds all that is known of the article, and a copy for a closure would be dear.
struct ArticleReading: ~Copyable {
  let article: Article
  let text: UnsafeBufferPointer<UInt8>
  let stages: ReadingStages
  var narrative: Narrative
  var resolver: ActorResolver
  var sentence = Sentence()
  /// The items of the sentence before its dates are in.
  private var undatedItems: [Item] = []
  /// The tokens of the line at hand, and where each of its sentences ends in them.
  private var lineTokens: [Token] = []
  private var sentenceEnds: [Int] = []
  private var lineDates: [DateMention] = []
  private var lineMeasures: [DateMention] = []
  private var lineElsewhens: [DateMention] = []
  private var hasLineDates = false
  private(set) var lineRange = 0..<0
  /// Up to where the narrative has taken note of the dates.
  private var datedEnd = 0
  /// The dates of the sentence at hand, one for each of its expressions.
  var resolvedDates: [(edtf: EDTF, basis: DateBasis)?] = []
  var statements: [Statement] = []
  /// Whether a ministry or another body speaks in its own name.
  private var isStatement = false
  /// Who says "we" outside quotation marks: somebody who is interviewed, or writes on behalf of a state.
  var author: [ActorID] = []
  /// How many sentences may say whose words follow.
  private static let openingSentences = 3
  /// The questions and answers of the article, and which of them the line at hand is.
  var interview: Interview?
  var interviewPart: Interview.Part?
  /// Who answers, how surely that is known, and the number of the sentence in which the paper says "we".
  var interviewee = Interviewee()
  var intervieweeRank = 0
  var meetingSentence: Int?
  /// The number of the sentence that each statement stands in.
  var origins: [Int] = []
  /// The modes of the statements of this sentence as their verbs tell them, whatever stands beside: what
  /// was proposed is "the proposal" later, be it a ceasefire or talks.
  private var verbModes: [String?] = []
  /// The statements whose target is still to be found.
  var openStatements: Set<Int> = []
  /// Those of them of which one side alone is known, with the side that is missing.
  var halves: [Int: EventSide] = [:]
  /// Which side supplies the other, of the statements that tell of arms changing hands.
  var suppliers: [Int: EventSide] = [:]
  /// The days of the headings of a live blog, by sentence.
  var liveHeadings: [Int: EDTF] = [:]
  /// The last sentence of the headline and the key points of a live blog.
  private(set) var keyPointsEnd = 0
  /// How many date expressions a sentence holds, where it holds any.
  private(set) var dateCounts: [Int: Int] = [:]
  /// The days of sentences that name one day.
  var openDays: [Int: OpenDay] = [:]
  /// The number of the last sentence that names a day that has come.
  var lastDay = Int.min / 2
  /// The sentences that are headlines or subheads.
  var headings: Set<Int> = []
  /// The sentences that open with "earlier", "recall": what they tell is not the news.
  private(set) var backgroundSentences: Set<Int> = []
  /// The date of an old story that the text has come to.
  var storyDate: StoryDate?
  /// The dates of old stories that statements may go on with.
  var storyDates: [Int: StoryDate] = [:]
  /// The days on which someone spoke, by sentence.
  var spokenDays: [Int: EDTF] = [:]
  /// The statements whose subject is a pronoun: "he called on".
  var pronounStatements: Set<Int> = []
  /// The first day that the sentences below the headline name.
  var leadDay: EDTF?
  /// Whether each statement is told as of another time than what the text stands at: "had", "has",
  /// "earlier", "recently".
  var isOfOtherTime: [Bool] = []
  /// Whether each statement stands in the present tense, where the language shows it.
  var isPresent: [Bool] = []
  /// The statements that a noun carries.
  private(set) var nominalStatements: Set<Int> = []
  /// The statements that a subordinate clause carries: "after Iran attacked Iraq".
  private var circumstantialStatements: Set<Int> = []
  /// What the article is about, and how its statements are to be taken.
  private(set) var topic: ArticleTopic
  /// How the text uses capitals: some transcripts and chats have none.
  private let casing: Casing
  /// The first draft of the quotation that is still open, if one is.
  private var openQuotation: Int?

  init(article: Article, text: UnsafeBufferPointer<UInt8>, stages: ReadingStages) {
    self.article = article
    self.text = text
    self.stages = stages
    narrative = Narrative(published: article.published)
    topic = ArticleTopic(lexicon: stages.lexicon)
    casing = Casing(of: text)
    resolver = ActorResolver(
      knowledge: stages.knowledge, lexicon: stages.lexicon, nouns: stages.actorNouns,
      language: article.language, day: article.published?.lowerBound)
  }

  var knowledge: Knowledge { stages.knowledge }
  var lexicon: Lexicon { stages.lexicon }

  mutating func statements(trace: ((ReadingTrace) -> Void)?) -> [Statement] {
    let body = ArticleBody(text, boilerplate: lexicon.boilerplate)
    noteTitle()
    interview = Interview(body.lines, text)
    var number = 0
    for (position, line) in body.lines.enumerated() {
      // Dates are looked for where a line may be nothing else, and where something happens.
      hasLineDates = false
      narrative.openParagraph()
      storyDate = nil
      lineRange = line.range
      if line.hasClock, let published = narrative.published {
        // "14:05 GMT": an entry of a live blog, told on the day of the blog.
        if body.isLive || line.range.isEmpty { narrative.openLiveEntry(published) }
        if line.range.isEmpty { continue }
      }
      if let interview {
        turn(toLine: position)
        lineRange = lineRange.lowerBound + interview.labelLengths[position]..<lineRange.upperBound
      }
      readTokens()
      let opening = readEntryDate()
      let isEntry = opening == .entry
      defer { if isEntry { narrative.heading = nil } }
      if opening == nil, line.range.count < Self.dateLineLimit {
        findLineDates()
        if readDateLine(line, position, isLive: body.isLive) { continue }
        if isQuestionLine || line.isHeading && lineDates.isEmpty, !narrative.isLive {
          narrative.heading = nil
        }
      }
      let isKeyPoint = body.isLive && !narrative.isLive && opensWithBullet
      for i in sentenceEnds.indices {
        let first = i > 0 ? sentenceEnds[i - 1] : 0
        sentence.tokens.removeAll(keepingCapacity: true)
        sentence.tokens.append(contentsOf: lineTokens[first..<sentenceEnds[i]])
        sentence.quotedNames = lexicon.usesCases ? QuotedNames.unquote(&sentence.tokens) : []
        number += 1
        sentence.number = number
        sentence.isHeading = line.isHeading
        analyse()
        if number == 1 { isStatement = opensStatement }
        if number <= Self.openingSentences, author.isEmpty { author = authorNamed() }
        if let trace {
          trace(.lines(Explanation.lines(for: sentence, text: text, frames: stages.frames)))
        }
        noteIntroduction()
        draft(trace)
        if body.isLive, isKeyPoint || number == 1 {
          // The headline and the key points of a live blog tell of its day, unless it says more.
          liveHeadings[number] = narrative.published
          keyPointsEnd = number
        }
        resolver.note(sentence, text)
        if number <= Self.openingSentences, resolver.discourse.issuer == nil { noteIssuer() }
      }
      openQuotation = nil
    }
    var unmet = supplyTargets().union(supplySides(trace))
    unmet.formUnion(topic.figuresOfSpeech(leftOut: unmet))
    nameRoles()
    leaveOut(unmet)
    goOnFromDays()
    goOnFromSpeech()
    carryDates()
    dateMediation()
    shareDates()
    continueDates()
    goOnWithStories()
    return statements
  }

  /// Takes note of a headline that is no part of the text, as front matter and feeds have it: it says what the
  /// page is about.
  private mutating func noteTitle() {
    guard !article.title.isEmpty, !article.text.hasPrefix(article.title) else { return }
    var headline = article.title
    var title = Sentence()
    title.isHeading = true
    headline.withUTF8 { text in
      var reader = SentenceReader(
        text, range: 0..<text.count, lexicon: lexicon, casing: Casing(of: text))
      var items: [Item] = []
      while reader.next(into: &title.tokens) {
        stages.matcher.items(of: title.tokens, text: text, into: &items)
        title.items += items
      }
    }
    topic.note(title, isPlay: title.items.contains { $0.roles.contains(.fiction) })
  }

  /// Reads the tokens of the line at hand, sentence by sentence.
  private mutating func readTokens() {
    lineTokens.removeAll(keepingCapacity: true)
    sentenceEnds.removeAll(keepingCapacity: true)
    var reader = SentenceReader(
      text, range: lineRange, lexicon: lexicon, casing: casing)
    while reader.next(into: &sentence.tokens) {
      lineTokens.append(contentsOf: sentence.tokens)
      sentenceEnds.append(lineTokens.count)
    }
  }

  /// An attack that names nobody attacked is on whom the attacker fights in this article; without
  /// such an opponent it is left out.
  /// - Returns: the statements to leave out.
  private mutating func supplyTargets() -> Set<Int> {
    guard !openStatements.isEmpty else { return [] }
    struct Act: Hashable {
      var type: EventType
      var side: [ActorID]
    }
    var opponents = Opponents()
    var firstTold: [Act: Int] = [:]
    let openTypes = Set(
      openStatements.filter { halves[$0] == nil }.map { statements[$0].type })
    for i in statements.indices where !openStatements.contains(i) {
      let type = statements[i].type
      let side = rolledUp(statements[i].source)
      opponents.note(type, side, rolledUp(statements[i].target))
      guard openTypes.contains(type) else { continue }
      let act = Act(type: type, side: side)
      if firstTold[act] == nil { firstTold[act] = i }
    }
    var unmet: Set<Int> = []
    for i in openStatements where halves[i] == nil {
      let type = statements[i].type
      let side = rolledUp(statements[i].source)
      if let told = firstTold[Act(type: type, side: side)],
        origins[i] < origins[told] || type != .assault
      {
        statements[i].target = statements[told].target
      } else if [.assault, .sanction, .threaten, .coerce].contains(type),
        let other = opponents.main(of: side)
      {
        statements[i].target = [other]
      } else if type == .retreat || type == .mobilize,
        LikeModes.relief.contains(statements[i].mode) || statements[i].mode == "incursion"
      {
        statements[i].target = resolver.discourse.partner(of: side)
      } else if !lexicon.usesCases || type != .concede || statements[i].mode != "ceasefire" {
        unmet.insert(i)
      }
    }
    return unmet
  }

  private mutating func leaveOut(_ unmet: Set<Int>) {
    guard !unmet.isEmpty else { return }
    let kept = statements.indices.filter { !unmet.contains($0) }
    origins = kept.map { origins[$0] }
    pronounStatements = Set(kept.indices.filter { pronounStatements.contains(kept[$0]) })
    nominalStatements = Set(kept.indices.filter { nominalStatements.contains(kept[$0]) })
    circumstantialStatements = Set(
      kept.indices.filter { circumstantialStatements.contains(kept[$0]) })
    isPresent = kept.map { isPresent[$0] }
    isOfOtherTime = kept.map { isOfOtherTime[$0] }
    if !storyDates.isEmpty {
      let pairs = kept.enumerated().compactMap { at, old in storyDates[old].map { (at, $0) } }
      storyDates = Dictionary(uniqueKeysWithValues: pairs)
    }
    statements = kept.map { statements[$0] }
  }

  func rolledUp(_ actors: [ActorID]) -> [ActorID] {
    // A closure that used `self` would hold a copy of the whole reading.
    let registry = knowledge.actors
    return actors.map { registry.rolledUp($0) }
  }

  /// Whether the first line calls the text a statement or a claim: "Заява МЗС", whose "we" is who
  /// issues it.
  private var opensStatement: Bool {
    sentence.items.prefix(6).contains {
      $0.classSet != 0
        && lexicon.classSets[Int($0.classSet)].intersects(stages.finder.claimClasses)
    }
  }

  private mutating func analyse() {
    let first = Int(sentence.tokens.first?.start ?? 0)
    let last = Int(sentence.tokens.last?.end ?? 0)
    sentence.range = first..<last
    sentence.dates.removeAll(keepingCapacity: true)
    sentence.measures.removeAll(keepingCapacity: true)
    sentence.elsewhens.removeAll(keepingCapacity: true)
    stages.matcher.items(of: sentence.tokens, text: text, into: &sentence.items)
    stages.wordClasses?.refine(&sentence.items, &sentence.tokens, text: text)
    resolver.forgetStrangers(in: &sentence, text)
    resolver.forgetShips(in: &sentence)
    resolver.markNames(in: &sentence, text)
    if mayHoldEvent {
      findLineDates()
      passSkippedDates(before: first)
      sentence.dates.append(
        contentsOf: Self.mentions(lineDates, in: first..<last).filter { !isPartOfName($0) })
      sentence.measures.append(contentsOf: Self.mentions(lineMeasures, in: first..<last))
      sentence.elsewhens.append(contentsOf: Self.mentions(lineElsewhens, in: first..<last))
      if sentence.elsewhens.contains(where: { $0.range.lowerBound == first }) {
        backgroundSentences.insert(sentence.number)
      }
      if !sentence.dates.isEmpty {
        swap(&sentence.items, &undatedItems)
        stages.matcher.items(
          of: sentence.tokens, text: text, without: undatedItems, dates: sentence.dates,
          into: &sentence.items)
      }
    }
    if interviewPart == .question { readAddressee() }
    if resolver.discourse.issuer != nil { readResolved() }
    if lexicon.usesCases { stages.matcher.readOpener(&sentence.items, sentence.tokens) }
    Matcher.readNumerals(&sentence.items)
    Matcher.joinRanges(&sentence.items)
    if lexicon.usesCases {
      Matcher.readQuotedNames(&sentence.items, sentence.quotedNames)
      Matcher.dropInitials(&sentence.items)
      Matcher.readSurnames(&sentence.items, text)
    }
    Matcher.dropParentheses(&sentence.items)
    // Where names stand in quotation marks («Хайят Тахрир аш-Шам»), these say where a name ends.
    if !lexicon.usesCases { Matcher.dropScareQuotes(&sentence.items) }
    if lexicon.nounHead == .last { Matcher.dropFloatingBoth(&sentence.items) }
    if !lexicon.usesCases, lexicon.nounHead == .last { Matcher.readDistributives(&sentence.items) }
    if !lexicon.usesCases, lexicon.nounHead == .last { Matcher.readContractions(&sentence.items) }
    resolver.markStrangers(in: sentence, text)
    resolver.markStates(in: sentence)
    guard mayHoldEvent else {
      sentence.chunks.removeAll(keepingCapacity: true)
      sentence.owners.removeAll(keepingCapacity: true)
      sentence.links.removeAll(keepingCapacity: true)
      return
    }
    stages.verbSecond?.arrange(&sentence.items, sentence.tokens)
    stages.partedVerbs?.join(&sentence.items, sentence.tokens)
    stages.chunker.chunks(of: sentence.items, into: &sentence.chunks, owners: &sentence.owners)
    stages.parser.parse(&sentence)
  }

  /// "Рух 23 березня", "the March 23 Movement": a date within a name tells no time.
  private func isPartOfName(_ mention: DateMention) -> Bool {
    sentence.items.contains { item in
      item.kinds.contains(.actor) && item.endToken - item.firstToken > 2
        && Int(item.start) <= mention.range.lowerBound && mention.range.upperBound <= Int(item.end)
    }
  }

  /// A sentence without any actor, pronoun or predicate costs no more than this look.
  private var mayHoldEvent: Bool {
    var hasPredicate = false
    var hasActor = false
    for item in sentence.items {
      if !item.kinds.isDisjoint(with: [.verb, .eventNoun]) { hasPredicate = true }
      if !item.kinds.isDisjoint(with: [.actor, .place]) { hasActor = true }
      // "griff … an" is a predicate once its parts are joined.
      if !item.roles.isDisjoint(with: [.speech, .sameAct, .echo, .joining, .particle]) {
        hasPredicate = true
      }
    }
    if !hasPredicate, hasActor, stages.partedVerbs?.opens(sentence.items, sentence.tokens) == true {
      hasPredicate = true
    }
    // Whoever answers is introduced before.
    if interview != nil, interviewPart == nil, hasActor { return true }
    return hasPredicate
      && (hasActor || !resolver.discourse.topic.isEmpty || !resolver.discourse.recent.isEmpty)
  }

  // MARK: Dates

  /// A line that is a date alone, or little else, is shorter than this many bytes.
  private static let dateLineLimit = 100

  private mutating func findLineDates() {
    guard !hasLineDates else { return }
    lineDates.removeAll(keepingCapacity: true)
    if let dateReader = stages.dates {
      // "It signed in March. Last week it paid": no expression goes on behind the end of a sentence.
      var first = 0
      for end in sentenceEnds where end > first {
        let range = Int(lineTokens[first].start)..<Int(lineTokens[end - 1].end)
        lineDates += dateReader.mentions(in: text, range, Array(lineTokens[first..<end]))
        first = end
      }
    }
    lineMeasures.removeAll(keepingCapacity: true)
    if lineDates.contains(where: \.isMeasure) {
      lineMeasures = lineDates.filter(\.isMeasure)
      lineDates.removeAll(where: \.isMeasure)
    }
    lineElsewhens.removeAll(keepingCapacity: true)
    if lineDates.contains(where: \.isElsewhen) {
      lineElsewhens = lineDates.filter(\.isElsewhen)
      lineDates.removeAll(where: \.isElsewhen)
    }
    hasLineDates = true
  }

  /// What a date at the start of a line with text behind it is.
  private enum LineOpening {
    /// The date of an entry of a chronology.
    case entry
    /// "1 May 2025. The court said": the day of the news itself.
    case dateline
  }

  /// Takes the date at the start of an entry of a chronology.
  ///
  /// "18 February 2008 – The envoys left."
  private mutating func readEntryDate() -> LineOpening? {
    guard let dateReader = stages.dates else { return nil }
    let head = lineTokens.prefix(Self.entryHead)
    let joints = head.indices.dropFirst().filter { at in
      switch head[at].kind {
      case .colon, .period: true
      // "25–27 July 2023: the minister visited": from one day to another.
      case .dash: at + 1 == lineTokens.count || lineTokens[at + 1].kind != .number
      case .hyphen: !head[at].isJoined
      default: false
      }
    }
    guard !joints.isEmpty else { return nil }
    findLineDates()
    // "Feb. 3, 2016: the envoys left" has a mark inside its date.
    guard let first = lineDates.first, opensLine(first),
      let joint = joints.first(where: {
        first.end >= Int(lineTokens[$0 - 1].end) && first.end <= Int(lineTokens[$0].end)
      }),
      joint + 1 < lineTokens.count,
      first.expression.basis != .deictic, first.expression.basis != .publication,
      let date = dateReader.resolve(first, in: narrative, tense: .past)?.edtf, !date.isOpenEnded
    else { return nil }
    if date == narrative.published, !narrative.hasEntries { return .dateline }
    narrative.openEntry(date, lacksYear: first.expression.leavesYearOpen)
    return .entry
  }

  /// Whether the line at hand is one question, as explainers head their parts ("What happens now?").
  private var isQuestionLine: Bool {
    sentenceEnds.count == 1 && !lineRange.isEmpty && text[lineRange.upperBound - 1] == 0x3F
  }

  /// Whether the line at hand begins with a bullet or a dash.
  private var opensWithBullet: Bool {
    switch lineTokens.first?.kind {
    case .word, .number, .openQuote, .plainQuote, nil: false
    default: true
    }
  }

  /// Whether nothing but a bullet or a picture stands before a date in its line.
  private func opensLine(_ date: DateMention) -> Bool {
    let before = lineTokens.prefix { Int($0.start) < date.start }
    return before.count <= 2 && before.allSatisfy { $0.kind != .word }
  }

  /// How many words and marks the date of an entry may take, with the mark behind it.
  private static let entryHead = 8

  /// Takes a line that is nothing but a date: a heading of a timeline, or the date of publication.
  ///
  /// A live blog may say more beside its day: "24 July 2025. All times in Bangkok."
  private mutating func readDateLine(
    _ line: BodyLine, _ position: Int, isLive: Bool
  ) -> Bool {
    guard let dateReader = stages.dates, let first = lineDates.first, let last = lineDates.last,
      line.range.count < Self.dateLineLimit
    else { return false }
    let covered = lineDates.reduce(0) { $0 + $1.end - $1.start }
    let rest = line.range.count - covered
    let startsLine = first.start - line.range.lowerBound <= 3
    let isAlone = startsLine && rest <= 6
    let hasClock = DateReader.hasClock(in: text, last.end..<line.range.upperBound)
    guard let date = dateReader.resolve(first, in: narrative, tense: .past)?.edtf else {
      return false
    }
    let opensBlog = isLive && startsLine
    if position > 0, position < 6, date.precision == .day,
      isAlone || (hasClock && rest < 60) || opensBlog
    {
      if narrative.published == nil, hasClock || !isAlone || opensBlog {
        narrative.published = date
        return true
      }
      if let published = narrative.published, published == date { return true }
    }
    guard line.isHeading, position > 0 else { return false }
    if isAlone {
      narrative.openEntry(date, lacksYear: first.expression.leavesYearOpen)
      return true
    }
    if startsLine, line.range.count < 60 {
      // "27 February 2025, Kyiv": where and when it was written.
      if date == narrative.published, !narrative.hasEntries { return false }
      narrative.openHeading(date)
    } else {
      narrative.heading = nil
    }
    return false
  }

  // MARK: Statements

  private mutating func draft(_ trace: ((ReadingTrace) -> Void)?) {
    topic.note(sentence, isPlay: isPlay)
    if sentence.isHeading { headings.insert(sentence.number) }
    guard !sentence.chunks.isEmpty else {
      passDates()
      return
    }
    resolver.speaker = speakerOfQuotation()
    resolver.isQuoting = interviewPart == .answer || openQuotation != nil
    var halves: [Finding] = []
    let findings = parted(stages.finder.find(sentence, &resolver, halves: &halves))
    if let trace {
      for (predicate, line) in stages.finder.unfilled(sentence, findings, resolver) {
        trace(.unfilled(predicate))
        trace(.lines([line]))
      }
    }
    guard !findings.isEmpty || !halves.isEmpty else {
      if !sentence.dates.isEmpty {
        resolveDates()
        noteOpenDay()
        noteSpokenDay()
        noteDates()
      }
      carryQuotation(from: statements.count)
      return
    }
    resolveDates()
    let dateCount = sentence.dates.count + sentence.measures.count
    if dateCount > 0 { dateCounts[sentence.number] = dateCount }
    let firstDraft = statements.count
    verbModes.removeAll(keepingCapacity: true)
    draft(findings, among: findings.count, trace)
    // What has one side alone takes no date from the others.
    draft(halves, among: findings.count, trace)
    noteOpenDay(isTold: statements[firstDraft...].contains { $0.evidence.date != nil })
    noteSpokenDay()
    noteDates()
    carryQuotation(from: firstDraft)
    for i in firstDraft..<statements.count where !openStatements.contains(i) {
      var speakers = statements[i].evidence.attribution
      if !speakers.isEmpty {
        speakers.removeAll {
          let kind = knowledge.actors.kind(of: ActorID(rawValue: $0))
          return kind == nil || kind == .medium
        }
      }
      resolver.discourse.tell(
        Discourse.Told(
          type: statements[i].type, mode: verbModes[i - firstDraft],
          source: statements[i].source.map { knowledge.actors.rolledUp($0) },
          target: statements[i].target.map { knowledge.actors.rolledUp($0) },
          speakers: speakers, sentence: origins[i], status: statements[i].evidence.status,
          isAct: !nominalStatements.contains(i),
          isCircumstance: circumstantialStatements.contains(i)))
    }
  }

  /// Drafts the statements of some findings of the sentence at hand.
  private mutating func draft(
    _ findings: [Finding], among count: Int, _ trace: ((ReadingTrace) -> Void)?
  ) {
    guard !findings.isEmpty else { return }
    let firstDraft = statements.count
    var datings: [Dating] = []
    let sentenceText = string(withClosingQuote(sentence.range))
    for finding in findings
    where !stages.statusJudge.isDropped(finding, sentence) || isOwnOrder(finding) {
      guard !isQuestion(finding) else { continue }
      var status = stages.statusJudge.status(of: finding, sentence)
      let mention = mention(of: finding)
      if status == .occurred, let mention, isToCome(finding, mention) { status = .planned }
      var speakers = stages.attributionFinder.speakers(of: finding, sentence, &resolver)
      var circumstances = circumstances(of: finding, among: count)
      if status != .occurred { circumstances.insert(.unreal) }
      if !speakers.isEmpty { circumstances.insert(.attributed) }
      if let name = answering(finding), !speakers.contains(name) {
        speakers = (speakers + [name]).sorted()
      }
      var statement = statement(finding, status, speakers, circumstances, in: sentenceText)
      if finding.missing == nil {
        trace?(.lines([Explanation.line(for: statement, circumstances, of: finding)]))
      }
      if let found = date(of: finding, status, mention) {
        statement.evidence.date = found.edtf
        statement.evidence.dateBasis = found.basis
      }
      datings.append(Dating(finding: finding, mention: mention))
      if finding.isOpen { openStatements.insert(statements.count) }
      if let missing = finding.missing { halves[statements.count] = missing }
      if finding.mode == "arms-transfer" { suppliers[statements.count] = supplier(of: finding) }
      if finding.phrase >= 0, finding.form == "nominal" {
        nominalStatements.insert(statements.count)
      } else if finding.phrase < 0, sentence.links[finding.verb].link == .subordinate {
        circumstantialStatements.insert(statements.count)
      }
      statements.append(statement)
      origins.append(sentence.number)
      verbModes.append(finding.mode)
      isPresent.append(tellsPresent(finding))
      if let story = storyBefore { storyDates[statements.count - 1] = story }
      topic.note(
        statement.type, statement.mode, in: sentence.number,
        signs: literalSigns(
          of: finding, on: statement.evidence.date, isDated: mention != nil,
          isPresent: isPresent[isPresent.count - 1]))
      if hasPronounSubject(finding) { pronounStatements.insert(statements.count - 1) }
      isOfOtherTime.append(
        tellsEarlier(finding) || isElsewhen(finding) || isSpokenOf(finding))
    }
    claimDates(from: firstDraft, &datings)
    measureDates(from: firstDraft, datings)
  }

  /// Whether the verb of a finding says that it lies before what the text tells: "had shelled", and
  /// in English "has shelled".
  private func tellsEarlier(_ finding: Finding) -> Bool {
    let verb = sentence.verb(telling: finding)
    guard verb >= 0 else { return false }
    let traits = sentence.chunks[verb].traits
    return traits.contains(.isPluperfect)
      || traits.contains(.isPerfect) && lexicon.nounHead == .last && !lexicon.usesCases
  }

  /// "Seoul accuses the North": said these days, not on the day that the text has come to.
  func tellsPresent(_ finding: Finding) -> Bool {
    guard finding.verb >= 0, finding.phrase < 0 || finding.form != "nominal",
      lexicon.nounHead == .last || lexicon.usesCases, let dateReader = stages.dates
    else { return false }
    let item = Int(sentence.chunks[finding.verb].verbItem)
    if item >= 0, sentence.items[item].verbFeatures.contains(.past) { return false }
    let verb = sentence.span(ofChunk: finding.verb)
    return dateReader.tense(
      in: text, verb, near: verb.upperBound..<verb.upperBound, sentence.tokens)
      == .none
  }

  private func hasPronounSubject(_ finding: Finding) -> Bool {
    guard finding.phrase < 0, finding.verb >= 0 else { return false }
    let subject = Int(sentence.links[finding.verb].subject)
    guard subject >= 0 else { return false }
    let item = sentence.items[Int(sentence.chunks[subject].firstItem)]
    return !item.roles.isDisjoint(with: [.personPronoun, .pluralPronoun])
  }

  /// The last date of a sentence is the one that "the next day" in the next sentence counts from.
  private mutating func noteDates() {
    for (number, found) in resolvedDates.enumerated() {
      guard let found, !isAside(number) else { continue }
      note(found)
    }
    noteStory()
    narrative.endSentence()
  }

  /// "Recognised Kosovo, whose parliament has declared it a state the day before": the date of a
  /// relative clause that looks back is not where the narrative stands.
  private func isAside(_ number: Int) -> Bool {
    guard let verb = verb(ofDate: number) else { return false }
    // "The pact, broken off on 29 October": by participle, of the noun alone.
    if lexicon.usesCases, sentence.links[verb].link == .relative,
      sentence.chunks[verb].traits.contains(.isPassive), narrative.published != nil
    {
      return true
    }
    if isBehind(number, verb) { return true }
    guard resolvedDates.count > 1 || narrative.heading != nil else { return false }
    // "He is still in India, where he was received last week": the entry goes on.
    if narrative.isLive, sentence.links[verb].link == .relative { return true }
    return sentence.links[verb].link == .relative
      && !sentence.chunks[verb].traits.isDisjoint(with: [.isPerfect, .isPluperfect])
  }

  /// Whether the text has its day from another date of the sentence: where one date is of a relative
  /// clause and lies before that of the rest ("freed the officer, whom it seized in 2014"), and where
  /// one is of saying what was done on the other ("struck on Monday, the army said on Tuesday").
  private func isBehind(_ number: Int, _ verb: Int) -> Bool {
    guard resolvedDates.count > 1, let found = resolvedDates[number]?.edtf else { return false }
    let isSpeech = sentence.chunks[verb].traits.contains(.isSpeech)
    let isRelative = sentence.links[verb].link == .relative
    guard isSpeech && found.namesDay || isRelative else { return false }
    return resolvedDates.indices.contains { other in
      guard other != number, let date = resolvedDates[other]?.edtf, !date.isOpenEnded,
        let deed = self.verb(ofDate: other), deed != verb
      else { return false }
      let links = sentence.links[deed]
      if isRelative { return links.link != .relative && found.upperBound < date.lowerBound }
      return date.namesDay && date < found && !sentence.chunks[deed].traits.contains(.isSpeech)
        && (links.link == .content || links.link == .main || links.link == .coordinate)
        && other < number
    }
  }

  private mutating func note(_ found: (edtf: EDTF, basis: DateBasis)) {
    guard found.basis != .publication else { return }
    if found.edtf.isOpenEnded {
      if let end = endToldOf(found.edtf) { narrative.note(end, found.basis) }
      return
    }
    narrative.note(found.edtf, found.basis)
    if narrative.namesDayInSentence { lastDay = sentence.number }
    noteLeadDay(found.edtf)
  }

  /// By when something was done is where the text stands.
  ///
  /// "By Wednesday they had left. A day later".
  private func endToldOf(_ date: EDTF) -> EDTF? {
    guard date.lowerBound == .min, let end = EDTF(date.lastEnd),
      let published = narrative.published, end.upperBound < published.upperBound
    else { return nil }
    return end
  }

  /// Lets a sentence without events move the narrative on.
  private mutating func passDates() {
    pass(sentence.dates)
  }

  /// Lets dates move the narrative on; their tense is not worth a look.
  private mutating func pass(_ mentions: [DateMention]) {
    guard let dateReader = stages.dates, !mentions.isEmpty else { return }
    for mention in mentions {
      if let found = dateReader.resolve(mention, in: narrative.ofEntry, tense: .past) {
        note(found)
        noteStory(found, isAlone: mentions.count == 1)
      }
    }
    narrative.endSentence()
  }

  /// Lets the sentences of this line that were not worth a look move the narrative on.
  private mutating func passSkippedDates(before first: Int) {
    let from = max(datedEnd, lineRange.lowerBound)
    datedEnd = Int(sentence.tokens.last?.end ?? 0)
    guard from < first else { return }
    pass(Array(Self.mentions(lineDates, in: from..<first)))
    if let story = storyDate {
      storyDate?.sentence = min(story.sentence, sentence.number - 1)
    }
  }

  /// Those of some mentions in the order of the text that lie within a range.
  ///
  /// A line may be long and have many of both, so that each sentence looks at its own only.
  private static func mentions(
    _ mentions: [DateMention], in range: Range<Int>
  ) -> ArraySlice<DateMention> {
    mentions.run(after: { $0.start < range.lowerBound }, while: { $0.end <= range.upperBound })
  }

  /// Places every date of the sentence in time, in the tense that its words show.
  private mutating func resolveDates() {
    resolvedDates.removeAll(keepingCapacity: true)
    guard let dateReader = stages.dates else { return }
    var told = narrative.ofEntry
    var year: EDTF?
    for (number, mention) in sentence.dates.enumerated() {
      let tense = mention.expression.basis == .explicit ? .none : tense(at: number, dateReader)
      var context = told
      // "In 1998 they expelled them, and that December": of 1998.
      if let year, mention.countsFromYear { context.anchor = year }
      var found = dateReader.resolve(mention, in: context, tense: tense)
      if case .sameAsAnchor(let parts) = mention.expression, parts.unit == .day,
        let day = dayOfDeed(namedBehind: number)
      {
        found = (day, .relative)
      }
      resolvedDates.append(found)
      // "on 8 May, and restored sanctions three months later": counted from the date before it.
      guard var found else { continue }
      if found.edtf.isOpenEnded {
        // "It lasted until the end of February, though both signed a truce on the 17th".
        guard let end = endToldOf(found.edtf) else { continue }
        found.edtf = end
      }
      if found.edtf.namesDay || isSpan(found) {
        told.anchor = found.edtf
        year = nil
      } else if found.edtf.precision == .year {
        year = found.edtf
      }
      // "In the autumn of 2020 …, on 9 November", "at that time …, in late August": of that year.
      // "Who has ruled since a coup in 1994, lost on 1 December": not of that year.
      let isAside =
        mention.isYearOnly
        && verb(ofDate: number).map { sentence.links[$0].link == .relative } ?? false
      if told.year == nil, found.basis == .explicit || mention.isOfAnchor, !isAside {
        told.year = found.edtf.firstYear
      }
      told.followYear(found.edtf)
    }
  }

  /// "In Vladivostok in April 2019, still smarting from Hanoi two months earlier", "flew home last
  /// week; within hours Poland scolded him".
  private func isSpan(_ found: (edtf: EDTF, basis: DateBasis)) -> Bool {
    !found.edtf.lacksYear && !found.edtf.isOpenEnded
      && (found.edtf.precision == .month || found.edtf.precision == .season
        || found.edtf.isInterval)
  }

  /// The tense at a date: of the verb that it belongs to, else of the words around.
  private func tense(at number: Int, _ dateReader: DateReader) -> Tense {
    let mention = sentence.dates[number].range
    var others: [Range<Int>] = []
    let verb = verb(ofDate: number)
    if let verb {
      let tense = dateReader.tense(
        in: text, sentence.span(ofChunk: verb), near: mention, sentence.tokens, isOfVerb: true)
      if tense != .none { return tense }
      // "In January it accused Seoul and threatened to hit back": the plan has nothing to do with
      // the date.
      others = sentence.chunks.indices.filter { $0 != verb && sentence.chunks[$0].kind == .verb }
        .map { sentence.span(ofChunk: $0) }
    }
    return dateReader.tense(
      in: text, sentence.range, near: mention, sentence.tokens, apartFrom: others,
      isOfVerb: verb != nil)
  }

  /// The verb that a date expression, given as a position in `sentence.dates`, belongs to.
  func verb(ofDate number: Int) -> Int? {
    let chunk = sentence.chunks.indices.first {
      sentence.chunks[$0].kind == .date
        && sentence.date(ofChunk: $0) == number
    }
    return chunk.flatMap { dateJudge.verb(of: $0) }
  }

  /// Sport, films and recipes use the same verbs.
  private var isPlay: Bool {
    sentence.items.indices.contains {
      sentence.items[$0].roles.contains(.fiction) && !isForeigner($0)
    } || hasResult
  }

  /// "Арестовала японского режиссёра": whoever is named by his country is more than his trade.
  private func isForeigner(_ item: Int) -> Bool {
    guard lexicon.usesCases, item > 0, let number = lexicon.classNumbers["people"] else {
      return false
    }
    var people = ClassSet()
    people.insert(number)
    let before = sentence.items[item - 1]
    return before.kinds.contains(.adjectivalActor) && !before.nounFeatures.contains(.nominative)
      && lexicon.classes(of: sentence.items[item].node).intersects(people)
  }

  /// "3-0", "25-19": the result of a game, when nothing else stands between the figures, and they count
  /// nothing as in "20-25 tanks".
  private var hasResult: Bool {
    for i in 0..<max(sentence.tokens.count - 2, 0)
    where sentence.tokens[i].kind == .number && sentence.tokens[i + 2].kind == .number {
      let (a, dash, b) = (sentence.tokens[i], sentence.tokens[i + 1], sentence.tokens[i + 2])
      guard dash.kind == .hyphen || dash.kind == .dash, dash.isJoined, b.isJoined else { continue }
      if a.end - a.start <= 2, b.end - b.start <= 2, !isDate(i), !countsThings(i) { return true }
    }
    return false
  }

  /// "20–22 March".
  private func isDate(_ token: Int) -> Bool {
    let start = Int(sentence.tokens[token].start)
    return sentence.dates.contains { $0.start <= start && start < $0.end }
  }

  /// "20–25 tanks": the smaller figure first, and right behind them what is counted.
  private func countsThings(_ token: Int) -> Bool {
    let (a, b) = (sentence.tokens[token], sentence.tokens[token + 2])
    func figures(_ token: Token) -> Int? {
      Int(String(decoding: text[Int(token.start)..<Int(token.end)], as: UTF8.self))
    }
    guard let least = figures(a), let most = figures(b), least < most,
      let next = sentence.items.first(where: { Int($0.firstToken) > token + 2 })
    else { return false }
    return Int(next.firstToken) == token + 3 && next.isCounted
  }

  /// "Putin memerintahkan militer menggelar latihan", "told the Pentagon to halt aid": what one tells one's own
  /// side to do is a plan.
  private func isOwnOrder(_ finding: Finding) -> Bool {
    guard !lexicon.usesCases, finding.phrase < 0, finding.verb >= 0,
      !finding.source.isEmpty, sentence.links[finding.verb].link == .content
    else { return false }
    let governor = Int(sentence.links[finding.verb].governor)
    guard governor >= 0, sentence.links[governor].subject >= 0,
      sentence.links[finding.verb].subject == sentence.links[governor].object,
      let index = stages.frames.frame(of: governor, sentence),
      lexicon.frames[index].frame.type == .request, lexicon.frames[index].frame.content == .drop,
      !sentence.chunks[governor].traits.contains(.isPassive),
      // "It asked him": another than whoever asks.
      lexicon.nounHead == .first
        || sentence.chunks[Int(sentence.links[finding.verb].subject)].roles.isDisjoint(
          with: [.personPronoun, .thingPronoun, .pluralPronoun])
    else { return false }
    var copy = resolver
    let ordering = copy.actors(ofList: sentence.links[governor].subject, sentence)
    return !ordering.isEmpty && Set(rolledUp(ordering)) == Set(rolledUp(finding.source))
  }

  private func isQuestion(_ finding: Finding) -> Bool {
    guard
      let last = sentence.tokens.last(where: { $0.kind != .closeQuote && $0.kind != .plainQuote })
    else { return false }
    return last.kind == .exclamation && text[Int(last.start)] == 0x3F
  }

  private mutating func speakerOfQuotation() -> [ActorID] {
    if interviewPart != nil, interviewee.attribution != nil { return interviewee.actors }
    for (i, chunk) in sentence.chunks.enumerated()
    where chunk.kind == .verb && chunk.traits.contains(.isSpeech) {
      let subject = sentence.links[i].subject
      guard subject >= 0 else { continue }
      let found = resolver.actors(ofList: subject, sentence)
      if !found.isEmpty { return found.map { knowledge.actors.rolledUp($0) } }
      let who = sentence.chunks[Int(subject)]
      if lexicon.usesCases, sentence.links[i].isTrailingSpeech, who.ownerEnd == who.ownerStart {
        // "«Мы призываем», – написал господин Рейес": nobody that is known.
        return []
      }
    }
    if sentence.chunks.count > 2, sentence.chunks[0].traits.contains(.isAgentive),
      sentence.isColon(1)
    {
      // "Trump: We will punish them".
      let found = resolver.actors(ofList: 0, sentence)
      if !found.isEmpty { return found.map { knowledge.actors.rolledUp($0) } }
    }
    return isSpoken || isStatement ? resolver.discourse.topic : author
  }

  /// "Wawancara dengan Duta Besar Eritrea", "Atas nama pemerintah Chad, saya menulis": whose words follow.
  private func authorNamed() -> [ActorID] {
    let interview = stages.lexicon.classes("interview_word")
    let behalf = stages.lexicon.classes("behalf_word")
    let items = sentence.items
    for (at, item) in items.enumerated() where at + 1 < items.count {
      guard item.classSet != 0 || item.roles.contains(.mediumCue) else { continue }
      let classes = stages.lexicon.classSets[Int(item.classSet)]
      // "Interview with" may be one word that cites.
      let first = stages.lexicon.step(0, sentence.tokens[Int(item.firstToken)].word)
      let isInterview =
        classes.intersects(interview) && items[at + 1].roles.contains(.preposition)
        || item.roles.contains(.mediumCue)
          && stages.lexicon.classes(of: first).intersects(interview)
      let isLetter =
        classes.intersects(behalf) && at > 0 && items[at - 1].roles.contains(.preposition)
        && items.contains { $0.roles.contains(.firstPerson) }
      guard isInterview || isLetter else { continue }
      for other in items[(at + 1)...].prefix(Self.authorReach) {
        if other.mark == .comma || other.kinds.contains(.verb) { break }
        guard other.kinds.contains(.actor), let id = resolver.actor(other) else { continue }
        return knowledge.actors.kind(of: id) == .medium ? [] : [knowledge.actors.rolledUp(id)]
      }
    }
    return []
  }

  /// How far behind "interview" or "on behalf of" a name may stand.
  private static let authorReach = 8

  /// Whether somebody else than the writer may say "we": in quotation marks, or behind the dash of a
  /// dialogue.
  private var isSpoken: Bool {
    if openQuotation != nil { return true }
    let opening = sentenceEnds.isEmpty ? nil : lineTokens.first?.kind
    return opening == .dash || opening == .hyphen
      || sentence.chunks.contains { $0.kind == .openQuote || $0.kind == .closeQuote }
  }

  /// Sentences of one quotation share the speaker that its last sentence names.
  private mutating func carryQuotation(from firstDraft: Int) {
    var isOpen = openQuotation != nil
    var closes = false
    for chunk in sentence.chunks {
      if chunk.kind == .openQuote {
        isOpen = true
        if openQuotation == nil { openQuotation = firstDraft }
      }
      if chunk.kind == .closeQuote {
        isOpen = false
        closes = true
      }
    }
    if closes, let start = openQuotation, start < firstDraft,
      let speech = sentence.chunks.indices.first(where: { sentence.links[$0].isTrailingSpeech })
    {
      let subject = sentence.links[speech].subject
      let names =
        subject >= 0
        ? resolver.actors(ofList: subject, sentence).map {
          knowledge.actors.rolledUp($0).rawValue
        } : []
      for i in start..<firstDraft where statements[i].evidence.attribution.isEmpty {
        statements[i].evidence.attribution = names.sorted()
      }
    }
    if !isOpen { openQuotation = nil }
  }

  private func statement(
    _ finding: Finding, _ status: EventStatus, _ speakers: [String],
    _ circumstances: Circumstances, in sentenceText: String
  ) -> Statement {
    let range = evidenceRange(finding)
    var attribution = speakers
    // A speech act stands in the article's voice: its own speaker is no attribution.
    if finding.phrase < 0, sentence.chunks[finding.verb].traits.contains(.isSpeech) {
      if sentence.links[finding.verb].link != .content, !attribution.isEmpty {
        let actors = knowledge.actors
        let own = finding.source.map { actors.rolledUp($0).rawValue }
        attribution.removeAll { own.contains($0) }
      }
    }
    let evidence = Evidence(
      articleID: article.id, text: string(range), start: range.lowerBound, end: range.upperBound,
      sentence: sentenceText, attribution: attribution, status: status, date: nil,
      dateBasis: .none, rule: stages.rule(finding.frame, finding.form),
      confidence: knowledge.confidence.confidence(of: finding.type, in: circumstances))
    return Statement(
      type: finding.type, mode: mode(of: finding), source: finding.source.inOrder,
      target: finding.target.inOrder, roles: roles(of: finding),
      object: finding.thing.map { string(withClosingQuote($0)) },
      place: finding.place.map { placeName($0) } ?? placeTold(by: finding),
      evidence: evidence)
  }

  /// What makes a finding more or less sure, apart from its status and speakers.
  private func circumstances(of finding: Finding, among count: Int) -> Circumstances {
    var result: Circumstances = []
    switch finding.form {
    case "active": break
    case "passive": result.insert(.passive)
    case "nominal": result.insert(.nominal)
    case "support verb": result.insert(.supportVerb)
    default: result.insert(.repeated)
    }
    if finding.isEcho { result.insert(.repeated) }
    if finding.usesAnaphor { result.insert(.anaphor) }
    if finding.inheritsSubject { result.insert(.inheritedSubject) }
    if finding.isOpen {
      result.insert(.suppliedTarget)
    } else if finding.target.isEmpty {
      result.insert(.noTarget)
    }
    if finding.targetIsPlace { result.insert(.placeTarget) }
    if sentence.isHeading { result.insert(.heading) }
    if sentence.chunks.count > 30 { result.insert(.longSentence) }
    if count > 2 { result.insert(.crowded) }
    // Nobody has checked who an actor is that was found by form.
    let registry = knowledge.actors
    let isUnknown = { (actor: ActorID) in registry.kind(of: actor) == nil }
    if finding.source.contains(where: isUnknown) || finding.target.contains(where: isUnknown) {
      result.insert(.unknownActor)
    }
    return result
  }

  private func evidenceRange(_ finding: Finding) -> Range<Int> {
    var start = finding.firstChunk
    if Int(sentence.chunks[start].prepositionChunk) == start - 1, start > 0 {
      // "В Тбилиси прошёл митинг": with the preposition.
      start -= 1
      let isSubjectBefore = (start..<finding.lastChunk).contains {
        sentence.chunks[$0].kind == .verb && Int(sentence.links[$0].subject) == start - 1
      }
      // "Prosecutors in Bălți charged": whose place it is as well.
      if start > 0, isSubjectBefore { start -= 1 }
    }
    let first = sentence.chunks[start]
    let last = sentence.chunks[finding.lastChunk]
    let range = sentence.span(Int(first.firstItem)..<Int(last.endItem))
    let end = max(range.upperBound, finding.thing?.upperBound ?? 0)
    return withClosingQuote(range.lowerBound..<end)
  }

  private static let quotes = [("«", "»"), ("“", "”"), ("„", "“"), ("\"", "\"")]
    .map { open, close in (open: Array(open.utf8), close: Array(close.utf8)) }

  /// "two «Rafales» from France": with the mark right behind it where a quotation is still open.
  private func withClosingQuote(_ range: Range<Int>) -> Range<Int> {
    for (open, close) in Self.quotes where has(close, at: range.upperBound) {
      let opened = range.count(where: { has(open, at: $0) })
      let closed = open == close ? opened / 2 : range.count(where: { has(close, at: $0) })
      if opened > (open == close ? 2 * closed : closed) {
        return range.lowerBound..<range.upperBound + close.count
      }
    }
    for (open, close) in Self.quotes where has(open, at: range.lowerBound - open.count) {
      let opened = range.count(where: { has(open, at: $0) })
      let closed = range.count(where: { has(close, at: $0) })
      if open == close ? closed % 2 > 0 : closed > opened {
        return range.lowerBound - open.count..<range.upperBound
      }
    }
    return range
  }

  private func has(_ mark: [UInt8], at start: Int) -> Bool {
    start >= 0 && start + mark.count <= text.count && text[start] == mark[0]
      && text[start..<start + mark.count].elementsEqual(mark)
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
  }
}
