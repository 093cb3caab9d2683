import Foundation

/// A program of the system that turns a file into text.
struct OutsideProgram {
  /// What became of a run.
  enum Output {
    case text([UInt8])
    case tooLong, tooSlow, failed
  }

  /// A minute, after which the program is ended.
  private static let patience = 60

  private let file: URL

  /// Finds the program in `$PATH`; `nil` when it is not installed.
  init?(named name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let candidates = folders.lazy.map { "\($0)/\(name)" }
    guard let path = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) })
    else { return nil }
    file = URL(filePath: path)
  }

  /// Runs it and gives what it writes to standard output.
  func run(_ arguments: [String]) -> Output {
    let process = Process()
    let output = Pipe()
    process.executableURL = file
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return .failed }
    let pid = process.processIdentifier
    let end = DispatchWorkItem { kill(pid, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(Self.patience), execute: end)
    defer { end.cancel() }
    var bytes: [UInt8] = []
    while let piece = try? output.fileHandleForReading.read(upToCount: 1 << 16), !piece.isEmpty {
      bytes += piece
      guard bytes.count <= ArticleSize.largest else {
        kill(pid, SIGKILL)
        process.waitUntilExit()
        return .tooLong
      }
    }
    process.waitUntilExit()
    if process.terminationReason == .uncaughtSignal { return .tooSlow }
    return process.terminationStatus == 0 ? .text(bytes) : .failed
  }
}
