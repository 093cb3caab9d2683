/// How one kind of event table is laid out and what its cells mean: a file of `Data/EventTables`, or
/// the mapping file that a user wrote.
public struct EventTableLayout: Hashable, Sendable {
  /// The name by which it is asked for, such as `gdelt2`.
  public var name: String
  /// What it is, for people.
  public var title: String
  /// The byte between cells.
  public var delimiter: UInt8
  /// Whether cells may stand in double quotes, as RFC 4180 has it.
  public var isQuoted: Bool
  /// The columns of a table without a header line; empty when the first line names them.
  public var columns: [String]
  /// Columns of the header by which the table is recognised.
  public var marks: [String]
  /// The columns that tell a row from all others; the whole row does where there are none.
  public var record: [String]
  /// What stands for an empty cell.
  public var emptyCells: Set<String>
  /// What kind of event a row tells of.
  public var event: EventColumns
  /// Where the actors that act are found: the first that gives any.
  public var source: [ActorColumn]
  /// Where the actors acted on are found.
  public var target: [ActorColumn]
  /// Where the date is found: the first cell that is not empty.
  public var dates: [DateColumn]
  /// Columns with the place: the first cell that is not empty.
  public var place: [String]
  /// The column with the object, if any.
  public var object: String?
  /// The column with the address of the source, if any.
  public var url: String?
  /// The column with the name of who published it; the address's host otherwise.
  public var publisher: String?
  /// When the source was published.
  public var published: DateColumn?
  /// How far rows of this table are to be trusted, 0…1.
  public var confidence: Double

  /// Makes a layout from its parts.
  public init(
    name: String, title: String, delimiter: UInt8, isQuoted: Bool, columns: [String] = [],
    marks: [String] = [], record: [String] = [], emptyCells: Set<String> = [],
    event: EventColumns, source: [ActorColumn], target: [ActorColumn] = [], dates: [DateColumn],
    place: [String] = [], object: String? = nil, url: String? = nil, publisher: String? = nil,
    published: DateColumn? = nil, confidence: Double
  ) {
    self.name = name
    self.title = title
    self.delimiter = delimiter
    self.isQuoted = isQuoted
    self.columns = columns
    self.marks = marks
    self.record = record
    self.emptyCells = emptyCells
    self.event = event
    self.source = source
    self.target = target
    self.dates = dates
    self.place = place
    self.object = object
    self.url = url
    self.publisher = publisher
    self.published = published
    self.confidence = confidence
  }

  /// Every column that the layout reads, sorted.
  public var columnsRead: [String] {
    let dates = self.dates + (published.map { [$0] } ?? [])
    let all =
      record + event.columns + (source + target).map(\.column) + place
      + [object, url, publisher].compactMap { $0 }
      + dates.flatMap { [$0.column] + [$0.end, $0.precision?.column].compactMap { $0 } }
    return Set(all).sorted()
  }
}

extension EventTableLayout {
  /// A kind of event as a code gives it.
  public struct EventCode: Hashable, Sendable {
    /// The PLOVER type; `nil` for a code that tells of no event.
    public var type: EventType?
    /// The mode within it.
    public var mode: String?

    /// Makes a meaning from its parts.
    public init(type: EventType?, mode: String? = nil) {
      self.type = type
      self.mode = mode
    }
  }

  /// Where a row says what kind of event it tells of.
  public struct EventColumns: Hashable, Sendable {
    /// The columns; several are looked up together, joined by ` / `, then the first ones alone.
    public var columns: [String]
    /// What the codes mean.
    public var codes: [String: EventCode]
    /// Whether a code stands for the longer ones that begin with it.
    public var hasPrefixes: Bool
    /// How many digits a code of digits has at least; shorter ones have lost zeros at their front.
    public var leastDigits: Int
    /// Codes with which source and target change places.
    public var reversed: Set<String>

    /// Makes a description from its parts.
    public init(
      columns: [String], codes: [String: EventCode], hasPrefixes: Bool = false,
      leastDigits: Int = 0, reversed: Set<String> = []
    ) {
      self.columns = columns
      self.codes = codes
      self.hasPrefixes = hasPrefixes
      self.leastDigits = leastDigits
      self.reversed = reversed
    }
  }

  /// A column that names actors.
  public struct ActorColumn: Hashable, Sendable {
    /// How its cells are read.
    public enum Reading: String, CaseIterable, Sendable {
      /// A code of `actor-codes.tsv`, or the identifier of a state.
      case code
      /// The name of an actor that Casus knows; any other name is passed over.
      case knownName = "known-name"
      /// The name of a country.
      case country
      /// A name: of a known actor, a phrase with a country in it, or else an organisation.
      case name
      /// An identifier as Casus writes it.
      case id
    }

    /// The column.
    public var column: String
    /// How its cells are read.
    public var reading: Reading
    /// What stands between several values of one cell.
    public var separator: Character?

    /// Makes a description from its parts.
    public init(column: String, reading: Reading, separator: Character? = nil) {
      self.column = column
      self.reading = reading
      self.separator = separator
    }
  }

  /// A column with a date, and how finely it is known.
  public struct DateColumn: Hashable, Sendable {
    /// How a date is written.
    public enum Form: String, CaseIterable, Sendable {
      /// `20220713`, `202207` or `2022`; a time of day may follow.
      case digits
      /// `2022-07-13`, with a time of day perhaps, or `13 July 2022`.
      case day
      /// `13/07/2022`, `13.07.2022`.
      case dayMonthYear = "day-month-year"
      /// `07/13/2022`.
      case monthDayYear = "month-day-year"
      /// `2022.5342`: GDELT's share of the year.
      case fraction
      /// EDTF, which says itself how finely it is known.
      case edtf
    }

    /// What a code of precision says of the day beside it.
    public enum Precision: String, CaseIterable, Sendable {
      /// It is the day.
      case day
      /// It is the middle of the week.
      case week
      /// It is somewhere in its month.
      case month
      /// It is somewhere in its year.
      case year
      /// It is somewhere from here to the end column.
      case span
    }

    /// A column with a code of precision.
    public struct PrecisionColumn: Hashable, Sendable {
      /// The column.
      public var column: String
      /// What its codes mean.
      public var codes: [String: Precision]

      /// Makes a description from its parts.
      public init(column: String, codes: [String: Precision]) {
        self.column = column
        self.codes = codes
      }
    }

    /// The column.
    public var column: String
    /// The column with the last day, if any.
    public var end: String?
    /// How its dates are written.
    public var form: Form
    /// How finely they are known; as finely as written otherwise.
    public var precision: PrecisionColumn?

    /// Makes a description from its parts.
    public init(
      column: String, end: String? = nil, form: Form, precision: PrecisionColumn? = nil
    ) {
      self.column = column
      self.end = end
      self.form = form
      self.precision = precision
    }
  }
}
