import ArgumentParser
import CasusExport
import CasusStore

/// `casus sql "SELECT …"`: any other question.
struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Ask the database in SQL; nothing can be changed by it.",
    discussion: "docs/schema.md describes the tables.")

  @Argument(help: ArgumentHelp("One SELECT, in quotes.", valueName: "statement"))
  var statement: String

  @Option(help: ArgumentHelp("At most this many rows.", valueName: "n"))
  var limit: Int?

  @OptionGroup var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1") }
  }

  func run() throws {
    let result = try database.openForReading().sql(statement, limit: limit)
    var table = Table(
      result.columns.indices.map { column in
        Table.Column(
          result.columns[column], isNumeric: result.rows.allSatisfy { $0[column].isNumber })
      })
    for row in result.rows { table.add(row.map(\.description)) }
    try output.write(
      Listing(
        table: table,
        csv: { (result.columns, result.rows.map { $0.map(\.description) }) },
        lines: {
          result.rows.map { row in
            JSONValue.object(
              zip(result.columns, row).map { (key: $0, value: $1.json) }
            ).text
          }
        }), empty: "no rows")
  }
}

extension SQLResult.Value {
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .real: true
    default: false
    }
  }

  fileprivate var json: JSONValue {
    switch self {
    case .null: .null
    case .integer(let number): .integer(Int(number))
    case .real(let number): .number(number)
    case .text, .blob: .string(description)
    }
  }
}
