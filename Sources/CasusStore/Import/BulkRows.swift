import GRDB
import GRDBSQLite

/// Rows in memory that SQLite reads as it reads a table: `SELECT c0, c1 FROM casusRows(?)`.
///
/// The parameter is a pointer that no SQL can make. The module keeps nothing between statements.
struct BulkRows {
  let values: UnsafePointer<Value>?
  /// The bytes of texts.
  let bytes: UnsafePointer<UInt8>?
  let columnCount: Int
  let count: Int

  /// One value of a row.
  struct Value {
    enum Kind: UInt8 {
      case null, integer, real, text, blob
    }

    let kind: Kind
    /// How many bytes a text has.
    var count: Int32 = 0
    /// The number, or where the text begins.
    let bits: Int64
  }

  /// The name of the module, by which SQL knows it.
  static let module = "casusRows"
  /// The kind of pointer that it takes.
  static var pointerType: UnsafePointer<CChar> {
    let name: StaticString = "casus rows"
    return UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
  }
  /// Columns `c0`, `c1` … up to so many; then comes the parameter.
  private static let mostColumns: Int32 = 20

  /// Makes the module known to a connection.
  static func register(in db: Database) throws {
    let code = sqlite3_create_module_v2(db.sqliteConnection, module, methods, nil, nil)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  /// Where SQLite stands in the rows.
  private struct Cursor {
    var base = sqlite3_vtab_cursor()
    var rows: UnsafePointer<BulkRows>?
    var row = 0
  }

  private nonisolated(unsafe) static let methods: UnsafeMutablePointer<sqlite3_module> = {
    let methods = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
    methods.initialize(to: sqlite3_module())
    methods.pointee.xConnect = { db, _, _, _, table, _ in
      let names = (0..<BulkRows.mostColumns).map { "c\($0), " }.joined()
      let code = sqlite3_declare_vtab(db, "CREATE TABLE x (\(names)rows HIDDEN)")
      guard code == SQLITE_OK else { return code }
      let made = UnsafeMutablePointer<sqlite3_vtab>.allocate(capacity: 1)
      made.initialize(to: sqlite3_vtab())
      table?.pointee = made
      return SQLITE_OK
    }
    methods.pointee.xDisconnect = { table in
      table?.deallocate()
      return SQLITE_OK
    }
    methods.pointee.xBestIndex = { _, plan in
      guard let plan else { return SQLITE_ERROR }
      for place in 0..<Int(plan.pointee.nConstraint) {
        let constraint = plan.pointee.aConstraint[place]
        guard constraint.iColumn == BulkRows.mostColumns, constraint.usable != 0,
          Int32(constraint.op) == SQLITE_INDEX_CONSTRAINT_EQ
        else { continue }
        plan.pointee.aConstraintUsage[place].argvIndex = 1
        plan.pointee.aConstraintUsage[place].omit = 1
        return SQLITE_OK
      }
      return SQLITE_CONSTRAINT
    }
    methods.pointee.xOpen = { _, cursor in
      let made = UnsafeMutablePointer<Cursor>.allocate(capacity: 1)
      made.initialize(to: Cursor())
      cursor?.pointee = UnsafeMutableRawPointer(made).assumingMemoryBound(
        to: sqlite3_vtab_cursor.self)
      return SQLITE_OK
    }
    methods.pointee.xClose = { cursor in
      cursor?.deallocate()
      return SQLITE_OK
    }
    methods.pointee.xFilter = { cursor, _, _, count, arguments in
      guard count == 1,
        let found = sqlite3_value_pointer(arguments?.pointee, BulkRows.pointerType)
      else { return SQLITE_MISUSE }
      BulkRows.place(cursor)?.pointee.rows = UnsafePointer(
        found.assumingMemoryBound(to: BulkRows.self))
      BulkRows.place(cursor)?.pointee.row = 0
      return SQLITE_OK
    }
    methods.pointee.xNext = { cursor in
      BulkRows.place(cursor)?.pointee.row += 1
      return SQLITE_OK
    }
    methods.pointee.xEof = { cursor in
      guard let place = BulkRows.place(cursor), let rows = place.pointee.rows else { return 1 }
      return place.pointee.row < rows.pointee.count ? 0 : 1
    }
    methods.pointee.xColumn = { cursor, context, column in
      guard let place = BulkRows.place(cursor), let rows = place.pointee.rows else {
        return SQLITE_MISUSE
      }
      rows.pointee.give(column, of: place.pointee.row, to: context)
      return SQLITE_OK
    }
    methods.pointee.xRowid = { cursor, number in
      number?.pointee = Int64(BulkRows.place(cursor)?.pointee.row ?? 0)
      return SQLITE_OK
    }
    return methods
  }()

  /// What SQLite knows as the beginning of a `Cursor`.
  @inline(__always)
  private static func place(
    _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?
  ) -> UnsafeMutablePointer<Cursor>? {
    UnsafeMutableRawPointer(cursor)?.assumingMemoryBound(to: Cursor.self)
  }

  /// Hands SQLite a value of a row, without copying it.
  @inline(__always)
  private func give(_ column: Int32, of row: Int, to context: OpaquePointer?) {
    guard let values, column < columnCount else { return sqlite3_result_null(context) }
    let value = values[row * columnCount + Int(column)]
    switch value.kind {
    case .null: sqlite3_result_null(context)
    case .integer: sqlite3_result_int64(context, value.bits)
    case .real: sqlite3_result_double(context, Double(bitPattern: UInt64(bitPattern: value.bits)))
    case .text:
      let start = bytes.map { UnsafeRawPointer($0 + Int(value.bits)) }
      sqlite3_result_text(
        context, (start ?? UnsafeRawPointer(Self.pointerType)).assumingMemoryBound(to: CChar.self),
        value.count, nil)
    case .blob:
      sqlite3_result_blob(context, bytes.map { $0 + Int(value.bits) }, value.count, nil)
    }
  }
}
