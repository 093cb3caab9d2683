import CasusModel
import CasusTestSupport
import Foundation
import GRDB
import Testing

@testable import CasusStore

@Suite struct ConcurrencyTests {
  @Test func readerSeesWholeBatches() async throws {
    let temporary = try TemporaryStore()
    let path = temporary.store.path
    let items = Self.stories(0..<96).map(\.item)
    async let written: Void = { _ = try temporary.store.importBatch(items, size: 8) }()
    let reader = try EventStore(path: path, access: .reading)
    var seen: Set<Int> = []
    repeat {
      let counts = try reader.read { db in
        try ["article", "evidence"].map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") }
      }
      #expect((counts[0] ?? 0).isMultiple(of: 8))
      #expect(counts[0] == counts[1])
      seen.insert(counts[0] ?? 0)
      await Task.yield()
    } while !seen.contains(96)
    try await written
  }

  @Test func twoImportsAtOnceGiveWhatOneGives() async throws {
    let reference = try TemporaryStore()
    try reference.store.importBatch(Self.stories(0..<60).map(\.item))
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("graph.db").path
    // Both find no file and make it.
    try await withThrowingTaskGroup { group in
      for part in [0..<40, 20..<60] {
        group.addTask {
          let store = try EventStore(path: path, access: .writing(.sample))
          try store.importBatch(Self.stories(part).map(\.item), size: 4)
        }
      }
      try await group.waitForAll()
    }
    let store = try EventStore(path: path, access: .reading)
    #expect(try store.dump() == reference.store.dump())
  }

  private static func stories(_ numbers: Range<Int>) -> [Story] {
    numbers.map { number in
      Story("a\(number)", published: "2022-09-\(10 + number % 20)").saying(
        "It happened.", ["RUS"], .assault, ["UKR"], mode: number % 3 == 0 ? "invade" : nil,
        on: number % 4 == 0 ? nil : "2022-0\(1 + number % 9)")
    }
  }
}
