import CasusExtraction
import CasusReading
import Foundation

/// A program of the user's that answers line by line; started when first asked, and again when it
/// has gone away.
///
/// It is asked one thing at a time: everything happens on one queue.
final class ShellProgram: LineProgram, @unchecked Sendable {
  /// A longer answer is none that was asked for.
  private static let largestAnswer = 4 << 20

  private let command: String
  private let timeout: Int
  private let queue = DispatchQueue(label: "casus.program")
  private var child: ChildProgram?

  /// Takes a command for the shell, such as `python3 my-extractor.py`.
  init(_ command: String, timeout: Int) {
    self.command = command
    self.timeout = timeout
  }

  func answer(to line: String) async throws(ExtractionFailure) -> String {
    let result: Result<String, ExtractionFailure> = await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: self.ask(line)) }
    }
    return try result.get()
  }

  private func ask(_ line: String) -> Result<String, ExtractionFailure> {
    let deadline = ContinuousClock.now + .seconds(timeout)
    do throws(ChildProgram.Failure) {
      let running: ChildProgram
      if let child {
        running = child
      } else {
        running = try ChildProgram("/bin/sh", ["-c", command])
        child = running
      }
      try running.write(Array((line + "\n").utf8), until: deadline)
      let answer = try running.readLine(limit: Self.largestAnswer, until: deadline)
      return .success(String(decoding: answer, as: UTF8.self))
    } catch {
      child?.end()
      child = nil
      let reason =
        switch error {
        case .notStarted: "cannot be started"
        case .gone: "ended without an answer"
        case .tooSlow: "takes longer than \(timeout) seconds; give it more with --answer-timeout"
        case .tooLong: "answers with a line longer than 4 MB"
        }
      return .failure(ExtractionFailure("the program '\(command.prefix(80))' \(reason)"))
    }
  }
}
