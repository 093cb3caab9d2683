import Foundation

/// Writes that one thread works out and hands to another, which has the connection and makes them in
/// the same order.
final class HandedWrites: @unchecked Sendable {
  typealias Write = () throws -> Void

  /// So many of them wait at most, so that memory does not grow when writing is slower.
  private static let capacity = 4

  private let condition = NSCondition()
  private var waiting: [Write] = []
  /// Whether no more will come.
  private var isClosed = false
  /// Whether one of them failed, so that no more are made.
  private var hasFailed = false

  /// What a thread meets that hands over more after one of its writes has failed.
  private struct Refusal: Error {}

  private init() {}

  /// Runs `work` on another thread, while this one makes the writes which that hands over.
  /// - Returns: what `work` returns, when all is written.
  /// - Throws: what a write or `work` throws.
  static func beside<Result>(
    _ work: @escaping (HandedWrites) throws -> Result
  ) throws -> Result {
    let writes = HandedWrites()
    let outcome = Outcome(work)
    Thread.detachNewThread {
      outcome.work(writes)
      writes.close()
    }
    try writes.makeAll()
    return try outcome.get()
  }

  /// The work of a thread, and what came of it, which is looked at when that has closed the writes.
  private final class Outcome<Result>: @unchecked Sendable {
    private let body: (HandedWrites) throws -> Result
    private var result: Swift.Result<Result, any Error>?

    init(_ body: @escaping (HandedWrites) throws -> Result) {
      self.body = body
    }

    func work(_ writes: HandedWrites) { result = Swift.Result { try body(writes) } }

    func get() throws -> Result {
      guard let result else { preconditionFailure("writes are closed when the work is done") }
      return try result.get()
    }
  }

  /// Hands over a write; waits while many are still to be made.
  func add(_ write: @escaping Write) throws {
    condition.lock()
    defer { condition.unlock() }
    while waiting.count >= Self.capacity, !hasFailed { condition.wait() }
    guard !hasFailed else { throw Refusal() }
    waiting.append(write)
    condition.signal()
  }

  private func close() {
    condition.lock()
    isClosed = true
    condition.signal()
    condition.unlock()
  }

  /// Makes the writes until no more come; after one that failed it only waits for the end.
  private func makeAll() throws {
    var failure: (any Error)?
    while let write = next() {
      do { try write() } catch {
        failure = error
        refuse()
      }
    }
    if let failure { throw failure }
  }

  private func next() -> Write? {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty, !isClosed { condition.wait() }
    guard !waiting.isEmpty else { return nil }
    let write = waiting.removeFirst()
    condition.signal()
    return write
  }

  private func refuse() {
    condition.lock()
    hasFailed = true
    waiting = []
    condition.signal()
    condition.unlock()
  }
}
