import Foundation
import GRDB
import Testing

@testable import CasusStore

/// Many rows that go into a table in one statement.
@Suite struct BulkInsertTests {
  private let temporary: TemporaryStore

  init() throws {
    temporary = try TemporaryStore()
    try temporary.store.write { db, _ in
      try db.execute(
        sql: "CREATE TABLE sample (a INTEGER PRIMARY KEY, b REAL, c TEXT, d BLOB) STRICT")
    }
  }

  private func rows() throws -> [Row] {
    try temporary.store.read { try Row.fetchAll($0, sql: "SELECT * FROM sample ORDER BY a") }
  }

  @Test func valuesOfEveryKindArrive() throws {
    let texts: [String?] = ["", "п'ять", nil, "a longer text that no register holds"]
    try temporary.store.write { db, _ in
      let insert = BulkInsert(db, into: "sample", ["a", "b", "c", "d"])
      for (number, text) in texts.enumerated() {
        insert.add {
          $0.add(number)
          $0.add(Double(number) / 4)
          $0.add(text)
          $0.add(text == nil ? nil : [UInt8](repeating: 7, count: number))
        }
      }
      #expect(insert.byteCount > 0)
      try insert.flush()
      #expect(insert.byteCount == 0)
      try insert.flush()
    }
    let rows = try rows()
    #expect(rows.map { $0["a"] as Int } == [0, 1, 2, 3])
    #expect(rows.map { $0["b"] as Double } == [0, 0.25, 0.5, 0.75])
    #expect(rows.map { $0["c"] as String? } == texts)
    #expect(rows.map { ($0["d"] as Data?)?.count } == [0, 1, nil, 3])
  }

  @Test func theSameStatementServesAgain() throws {
    try temporary.store.write { db, _ in
      let insert = BulkInsert(db, into: "sample", ["a", "c"])
      for part in 0..<3 {
        for number in 0..<500 {
          insert.add {
            $0.add(part * 500 + number)
            $0.add("\(part)")
          }
        }
        try insert.flush()
      }
    }
    let rows = try rows()
    #expect(rows.count == 1500)
    #expect(rows.last?["c"] as String? == "2")
  }

  @Test func oneBadRowTakesAllBack() throws {
    #expect(throws: StoreError.self) {
      try temporary.store.write { db, _ in
        let insert = BulkInsert(db, into: "sample", ["a"])
        for number in [1, 2, 1] { insert.add { $0.add(number) } }
        try insert.flush()
      }
    }
    #expect(try rows().isEmpty)
  }

  @Test(arguments: ["", "(1)", "('x')", "(NULL)"])
  func noSQLReadsTheRows(parameter: String) throws {
    #expect(throws: (any Error).self) {
      try temporary.store.write { db, _ in
        _ = try Row.fetchAll(db, sql: "SELECT c0 FROM \(BulkRows.module)\(parameter)")
      }
    }
  }

  @Test func fewAndManyTextsMakeASet() {
    var set = StringSet(["a", "b"])
    var isNew = set.insert("a")
    #expect(!isNew)
    for round in 0..<2 {
      for number in 0..<40 {
        isNew = set.insert("\(number)")
        #expect(isNew == (round == 0))
      }
    }
    var large = StringSet(Set((0..<40).map { "\($0)" }))
    isNew = large.insert("39")
    #expect(!isNew)
    isNew = large.insert("40")
    #expect(isNew)
    isNew = large.insert("40")
    #expect(!isNew)
  }
}
