import Foundation

/// A program that runs beside this one, written to and read from with deadlines.
///
/// Its methods block, and are called on one queue at a time. Foundation's `Process` is not used: it
/// waits by a run loop, which never ends on a thread of Dispatch.
package final class ChildProgram {
  /// Why an exchange ended early.
  package enum Failure: Error {
    case notStarted, gone, tooSlow, tooLong
  }

  private var process: pid_t = 0
  private var input: Int32
  private let output: Int32
  private var pending: [UInt8] = []
  private var status: Int32?

  /// Starts a program by its path; what it writes to standard error goes to ours or nowhere.
  package init(
    _ file: String, _ arguments: [String], isSilent: Bool = false
  ) throws(Failure) {
    var toChild: [Int32] = [-1, -1]
    var fromChild: [Int32] = [-1, -1]
    guard Self.makePipe(&toChild) else { throw .notStarted }
    guard Self.makePipe(&fromChild) else {
      toChild.forEach { _ = close($0) }
      throw .notStarted
    }
    (input, output) = (toChild[1], fromChild[0])
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, toChild[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], STDOUT_FILENO)
    if isSilent {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    let words = ([file] + arguments).map { strdup($0) }
    let result = posix_spawn(&process, file, &actions, nil, words + [nil], environ)
    words.forEach { free($0) }
    posix_spawn_file_actions_destroy(&actions)
    close(toChild[0])
    close(fromChild[1])
    guard result == 0 else {
      close(input)
      close(output)
      status = -1
      throw .notStarted
    }
  }

  deinit {
    end()
    closeInput()
    close(output)
  }

  /// Ends the program at once.
  package func end() {
    guard status == nil else { return }
    kill(process, SIGKILL)
    _ = exitCode()
  }

  /// Writes bytes; a program that has gone away does not take us with it.
  package func write(
    _ bytes: [UInt8], until deadline: ContinuousClock.Instant
  ) throws(Failure) {
    _ = fcntl(input, F_SETFL, fcntl(input, F_GETFL) | O_NONBLOCK)
    var rest = bytes[...]
    while !rest.isEmpty {
      try wait(for: input, Int16(POLLOUT), until: deadline)
      let descriptor = input
      let count = BrokenPipe.held {
        rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      }
      guard count >= 0 || errno == EAGAIN || errno == EINTR else { throw .gone }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Says that nothing more will be written.
  package func closeInput() {
    guard input >= 0 else { return }
    close(input)
    input = -1
  }

  /// The next line without its end.
  package func readLine(
    limit: Int, until deadline: ContinuousClock.Instant
  ) throws(Failure) -> [UInt8] {
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
  package func readAll(
    limit: Int, until deadline: ContinuousClock.Instant
  ) throws(Failure) -> [UInt8] {
    while try readMore(until: deadline) {
      guard pending.count <= limit else { throw .tooLong }
    }
    return pending
  }

  /// Waits for the program's end and gives its exit code, or −1 when a signal ended it.
  package func exitCode() -> Int32 {
    if let status { return status }
    var raw: Int32 = 0
    while waitpid(process, &raw, 0) < 0, errno == EINTR {}
    let code = raw & 0x7f == 0 ? raw >> 8 & 0xff : -1
    status = code
    return code
  }

  /// Reads what is there; false at the end.
  private func readMore(until deadline: ContinuousClock.Instant) throws(Failure) -> Bool {
    try wait(for: output, Int16(POLLIN), until: deadline)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(output, &buffer, buffer.count)
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

  /// A pipe whose ends no other program that is started inherits.
  private static func makePipe(_ ends: inout [Int32]) -> Bool {
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return true
  }
}
