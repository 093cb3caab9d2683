import Foundation

/// A program of the system that turns a file into text.
struct OutsideProgram {
  /// What became of a run.
  enum Output {
    case text([UInt8])
    case tooLong, tooSlow, failed
  }

  /// A minute, after which the program is ended.
  private static let patience = Duration.seconds(60)

  private let file: String

  /// Finds the program in `$PATH`; `nil` when it is not installed.
  init?(named name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let candidates = folders.lazy.map { "\($0)/\(name)" }
    guard let path = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) })
    else { return nil }
    file = path
  }

  /// Runs it and gives what it writes to standard output, at most some bytes.
  func run(_ arguments: [String], limit: Int) -> Output {
    do throws(ChildProgram.Failure) {
      let child = try ChildProgram(file, arguments, isSilent: true)
      child.closeInput()
      let bytes = try child.readAll(limit: limit, until: .now + Self.patience)
      return child.exitCode() == 0 ? .text(bytes) : .failed
    } catch {
      switch error {
      case .tooLong: return .tooLong
      case .tooSlow: return .tooSlow
      case .notStarted, .gone: return .failed
      }
    }
  }
}
