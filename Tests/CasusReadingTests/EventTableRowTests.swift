import CasusModel
import CasusTestSupport
import Foundation
import Testing

@testable import CasusReading

/// Cells, dates and actors of event tables.
@Suite struct EventTableRowTests {
  typealias Column = EventTableLayout.DateColumn

  private func rows(_ text: String, isQuoted: Bool) throws -> [[String]] {
    var records = TableRecords(
      ByteStream(bytes: Array(text.utf8), path: "t"), delimiter: UInt8(ascii: ","),
      isQuoted: isQuoted)
    var rows: [[String]] = []
    while try records.next() { rows.append(records.cells.indices.map { records.text($0) }) }
    return rows
  }

  @Test func cutsQuotedCells() throws {
    #expect(
      try rows("\u{FEFF}a,\"b,\"\"c\"\"\",d\r\n\r\n1,\"2\n3\",\n", isQuoted: true)
        == [["a", "b,\"c\"", "d"], ["1", "2\n3", ""]])
    #expect(try rows("a,\"b,c\n", isQuoted: false) == [["a", "\"b", "c"]])
  }

  @Test func aQuoteThatIsNeverClosedDoesNotTakeTheWholeFile() throws {
    let text = "a,\"b\n" + String(repeating: "c,d\n", count: 400_000) + "e,f\n"
    let found = try rows(text, isQuoted: true)
    #expect(found.count > 100_000)
    #expect(found.last == ["e", "f"])
  }

  @Test func linesThatAQuoteTookInCanBeGivenBack() throws {
    var records = TableRecords(
      ByteStream(bytes: Array("a,\"b\n1,2\n3,4\n".utf8), path: "t"), delimiter: UInt8(ascii: ","),
      isQuoted: true)
    var rows: [String] = []
    while try records.next() {
      let isOpen = records.endsInQuote
      let isCut = isOpen ? records.keepFirstLine() : false
      #expect(isCut == isOpen)
      rows.append("\(records.line) \(String(decoding: records.row, as: UTF8.self)) \(isOpen)")
    }
    #expect(rows == ["1 a,\"b true", "2 1,2 false", "3 3,4 false"])
  }

  @Test(arguments: [
    (Column.Form.digits, "20220713", "2022-07-13"), (.digits, "20220713193000", "2022-07-13"),
    (.digits, "20220700", "2022-07"), (.digits, "20220000", "2022"), (.digits, "202207", "2022-07"),
    (.digits, "2022", "2022"), (.day, "2022-07-13", "2022-07-13"),
    (.day, "2022-07-13 00:00:00.000", "2022-07-13"), (.day, "13 July 2022", "2022-07-13"),
    (.day, "3-Jul-2022", "2022-07-03"), (.dayMonthYear, "13/07/2022", "2022-07-13"),
    (.monthDayYear, "07/13/2022", "2022-07-13"), (.fraction, "2022.5342", "2022-06~"),
    (.edtf, "2022-07-13/..", "2022-07-13/.."),
  ])
  func readsDates(form: Column.Form, text: String, expected: String) throws {
    let column = Column(column: "d", form: form)
    let date = try RowDates().date(text, end: nil, precision: nil, in: column)
    #expect(date.rawValue == expected)
  }

  @Test(arguments: [
    (Column.Form.digits, "20221345"), (.digits, "20220230"), (.digits, "99990101"),
    (.digits, "2022O713"), (.day, "0022-07-13"), (.day, "31 June 2022"), (.day, "yesterday"),
    (.dayMonthYear, "07/13/2022"), (.fraction, "2022"), (.edtf, "2022-13"),
  ])
  func refusesDatesOutOfRange(form: Column.Form, text: String) {
    let column = Column(column: "d", form: form)
    #expect(throws: RowFault.self) {
      try RowDates().date(text, end: nil, precision: nil, in: column)
    }
  }

  @Test(arguments: [
    ("1", "2022-07-13", "2022-07-13"), ("2", "2022-07-13", "2022-07-10/2022-07-16"),
    ("3", "2022-07-13", "2022-07"), ("4", "2022-07-20", "2022-07-13/2022-07-20"),
    ("4", "2022-07-13", "2022-07-13"),
  ])
  func readsPrecision(code: String, end: String, expected: String) throws {
    let column = Column(
      column: "d", end: "e", form: .day,
      precision: .init(column: "p", codes: ["1": .day, "2": .week, "3": .month, "4": .span]))
    let date = try RowDates().date("2022-07-13", end: end, precision: code, in: column)
    #expect(date.rawValue == expected)
  }

  @Test func aBombIsRefused() throws {
    let layout = EventTableLayout(
      name: "x", title: "x", delimiter: 9, isQuoted: false, columns: ["a", "b"],
      event: .init(columns: ["a"], codes: ["1": .init(type: .assault)]),
      source: [.init(column: "b", reading: .id)], dates: [.init(column: "b", form: .day)],
      confidence: 0.5)
    let path = fixtures.appending(path: "tables/bomb.tsv.gz").path
    let options = EventTableFile.Options(
      layouts: [layout],
      names: EventTableNames(codes: [:], actors: [:], countries: [:], phrases: []),
      layout: layout)
    var file = try #require(try EventTableFile(path: path, options: options))
    var table = try #require(try file.nextTable())
    var reasons: [String] = []
    while let row = table.next() {
      if case .rejected(let row) = row { reasons.append(row.reason) }
    }
    #expect(reasons.count == 17)
    #expect(reasons.last?.hasPrefix("becomes more than 500 times its size") ?? false)
  }
}
