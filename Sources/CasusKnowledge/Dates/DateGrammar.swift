/// What Casus knows about the date expressions of one language: `Languages/<code>/dates.yaml`.
public struct DateGrammar: Sendable {
  /// How `05/09/2022` is read.
  public enum NumericOrder: String, Sendable {
    /// Day, month, year; never otherwise.
    case dayFirst = "day-first"
    /// Either way round, whichever gives a real date; both when both do.
    case either
  }

  /// The BCP 47 code.
  public var language: String
  /// How numeric dates are read.
  public var order: NumericOrder
  /// Whether a year may stand alone as a date, with no word before it (German "unterzeichneten 1994").
  public var hasBareYears = false
  /// Whether a year without a preposition behind a noun says which noun is meant ("договор 2018 года").
  public var hasYearsOfNouns = false
  /// The words of all classes.
  public var entries: [DateEntry]
  /// The patterns in file order: of two matches of the same length the earlier rule wins.
  public var rules: [DateRule]
  /// How future and past are shown.
  public var tense: TenseWords
  /// Sentences with their dates.
  public var examples: [DateExample]

  /// The classes that need no word list.
  public static let builtInSymbols: Set<String> = [
    "day", "year", "shortyear", "decade", "shortdecade", "roman", "numeric", "shortnumeric",
    "dottednumeric", "dash", "open", "close", "stop", "date", "period",
  ]

  /// The classes whose words carry a value, with the key of `dates.yaml` that lists them.
  public static let valueSymbols: Set<String> = [
    "month", "weekday", "season", "unit", "number", "ordinal", "deictic", "now", "shift", "hint",
    "span", "relative",
  ]
}

extension DateGrammar {
  /// Every word and phrase that the grammar names.
  var phrases: [String] {
    entries.map(\.phrase) + rules.flatMap(\.pattern.words) + tense.future.words
      + tense.future.except + tense.promise.words
      + tense.past.words + tense.past.except
      + tense.present.words
      + tense.neutralBefore
  }
}
