import Foundation

/// A program that runs beside this one, written to and read from with deadlines.
///
/// Its methods block, and are called on one queue at a time.
final class ChildProgram {
  /// Why an exchange ended early.
  enum Failure: Error {
    case notStarted, gone, tooSlow, tooLong
  }

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var pending: [UInt8] = []

  /// Starts a program; what it writes to standard error goes to ours.
  init(_ file: String, _ arguments: [String]) throws(Failure) {
    process.executableURL = URL(filePath: file)
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    do {
      try process.run()
    } catch {
      throw .notStarted
    }
  }

  deinit { end() }

  /// Ends the program at once.
  func end() {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  /// Writes bytes; a program that has gone away does not take us with it.
  func write(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) throws(Failure) {
    let descriptor = input.fileHandleForWriting.fileDescriptor
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    var rest = bytes[...]
    while !rest.isEmpty {
      try wait(for: descriptor, Int16(POLLOUT), until: deadline)
      let count = BrokenPipe.held {
        rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      }
      guard count >= 0 || errno == EAGAIN || errno == EINTR else { throw .gone }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Says that nothing more will be written.
  func closeInput() { try? input.fileHandleForWriting.close() }

  /// The next line without its end.
  func readLine(limit: Int, until deadline: ContinuousClock.Instant) throws(Failure) -> [UInt8] {
    var scanned = 0
    while true {
      if let feed = pending[scanned...].firstIndex(of: 0x0a) {
        let line = Array(pending[..<feed])
        pending.removeFirst(feed + 1)
        return line
      }
      scanned = pending.count
      guard scanned <= limit else { throw .tooLong }
      guard try readMore(until: deadline) else { throw .gone }
    }
  }

  /// Everything up to the end of its output.
  func readAll(limit: Int, until deadline: ContinuousClock.Instant) throws(Failure) -> [UInt8] {
    while try readMore(until: deadline) {
      guard pending.count <= limit else { throw .tooLong }
    }
    return pending
  }

  /// Waits for the program's end and gives its exit code.
  func exitCode() -> Int32 {
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }

  /// Reads what is there; false at the end.
  private func readMore(until deadline: ContinuousClock.Instant) throws(Failure) -> Bool {
    let descriptor = output.fileHandleForReading.fileDescriptor
    try wait(for: descriptor, Int16(POLLIN), until: deadline)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &buffer, buffer.count)
    guard count >= 0 else {
      if errno == EINTR || errno == EAGAIN { return true }
      throw .gone
    }
    pending += buffer.prefix(count)
    return count > 0
  }

  private func wait(
    for descriptor: Int32, _ events: Int16, until deadline: ContinuousClock.Instant
  ) throws(Failure) {
    while true {
      let left = (deadline - .now) / .milliseconds(1)
      guard left > 0 else { throw .tooSlow }
      var item = pollfd(fd: descriptor, events: events, revents: 0)
      let result = poll(&item, 1, Int32(min(left.rounded(.up), 60_000)))
      if result > 0 { return }
      guard result == 0 || errno == EINTR else { throw .gone }
    }
  }
}

/// The signal that a write to a program that has gone away raises.
enum BrokenPipe {
  /// Runs a write with the signal held back on this thread, so that only `errno` tells of it.
  ///
  /// Elsewhere it goes on ending the program in silence, as `casus … | head` expects.
  static func held<T>(_ body: () -> T) -> T {
    var signals = sigset_t()
    var before = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, &before)
    let result = body()
    let code = errno
    var none = timespec()
    sigtimedwait(&signals, nil, &none)
    pthread_sigmask(SIG_SETMASK, &before, nil)
    errno = code
    return result
  }
}
