/// The words that diagrams need in each language: the keys of `Data/Languages/<code>/diagram.tsv`.
enum DiagramWord: String, CaseIterable, Sendable {
  /// Which plural rule counts follow: `none`, `english` or `slavic`.
  case pluralRule = "plural-rule"

  case month1 = "month.1"
  case month2 = "month.2"
  case month3 = "month.3"
  case month4 = "month.4"
  case month5 = "month.5"
  case month6 = "month.6"
  case month7 = "month.7"
  case month8 = "month.8"
  case month9 = "month.9"
  case month10 = "month.10"
  case month11 = "month.11"
  case month12 = "month.12"
  case spring = "season.spring"
  case summer = "season.summer"
  case autumn = "season.autumn"
  case winter = "season.winter"
  case quarter = "date.quarter"
  case halfYear = "date.half-year"
  case decade = "date.decade"
  case approximately = "date.approximately"
  case since = "date.since"
  case until = "date.until"
  case either = "date.either"
  case unknownYear = "date.unknown-year"
  case reported = "date.reported"
  case undated

  case planned = "status.planned"
  case hypothetical = "status.hypothetical"
  case denied = "status.denied"
  case contested = "status.contested"
  case accordingTo = "according-to"
  case and
  case with
  case more
  case others
  case somebody

  case sentence
  case sentenceWithoutTarget = "sentence.without-target"
  case predicate
  case object = "sentence.object"

  case articles = "count.articles"
  case events = "count.events"
  case eventsFromArticles = "title.events-from-articles"
  case timeline = "title.timeline"
  case relations = "title.relations"
  case showing = "footer.showing"
  case folded = "footer.folded"
  case filter = "footer.filter"
  case noEvents = "footer.no-events"
  case gap = "axis.gap"

  case verbalCooperation = "quad.verbal-cooperation"
  case materialCooperation = "quad.material-cooperation"
  case verbalConflict = "quad.verbal-conflict"
  case materialConflict = "quad.material-conflict"
  case cooperation = "polarity.cooperation"
  case conflict = "polarity.conflict"
  case mixed = "polarity.mixed"

  case legendDay = "legend.day"
  case legendPeriod = "legend.period"
  case legendYear = "legend.year"
  case legendApproximate = "legend.approximate"
  case legendOpen = "legend.open"
  case legendUndated = "legend.undated"
  case legendFolded = "legend.folded"
  case legendOccurred = "legend.occurred"
  case legendArrow = "legend.arrow"
  case legendSources = "legend.sources"
  case legendEventCount = "legend.event-count"
  case legendOnlyPlanned = "legend.only-planned"
  case legendEnded = "legend.ended"
  case weakerDyads = "footer.weaker-dyads"

  case relationEnded = "relation.ended"
  case relationPlanned = "relation.planned"
  case relationContested = "relation.contested"
  case datedRelation = "relation.dated"

  case kindState = "kind.state"
  case kindGovernment = "kind.government"
  case kindOrganisation = "kind.organisation"
  case kindGroup = "kind.group"
  case kindCompany = "kind.company"
  case kindNGO = "kind.ngo"
  case kindPerson = "kind.person"
  case kindMedium = "kind.medium"
  case kindCollective = "kind.collective"
}
