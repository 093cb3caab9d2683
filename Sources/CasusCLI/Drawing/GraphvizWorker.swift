import CasusData
import CasusDiagram
import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Draws with Graphviz in a process of its own, so that nothing there can hang or crash this one.
///
/// The process is this program, started as `casus render-worker`. Only an SVG of given positions is
/// drawn in this one: there Graphviz measures no text, loads no fonts and lays out nothing, and its
/// time grows with the length of the text alone.
struct GraphvizWorker {
  /// The largest picture that is taken, in bytes.
  private static let largestPicture = 1 << 28
  /// The longest text that is drawn in this process, in bytes; it takes about a third of a second.
  private static let longestText = 1 << 23

  /// The program to start.
  var executable: String
  /// How long a picture may take.
  var deadline: Duration
  /// The fontconfig file that says which fonts are taken; `nil` for the system's own order.
  var fonts: String?

  /// A worker that starts this very program, with the fonts of the data.
  init(data: DataDirectory, deadline: Duration = .seconds(60)) throws(CommandFailure) {
    guard let path = Bundle.main.executablePath else {
      throw CommandFailure(.unreadable, "the program's own file is not found; start it by its path")
    }
    self.init(executable: path, deadline: deadline)
    let file = data.file("Themes/fonts.conf").path
    let isChosen = ProcessInfo.processInfo.environment["FONTCONFIG_FILE"] != nil
    if !isChosen, FileManager.default.isReadableFile(atPath: file) { fonts = file }
  }

  /// A worker that starts the program of a given path.
  init(executable: String, deadline: Duration) {
    self.executable = executable
    self.deadline = deadline
  }

  /// Draws a graph.
  /// - Throws: `CommandFailure`, when Graphviz fails, crashes or takes too long.
  func render(
    dot: String, engine: GraphvizRenderer.Engine, format: GraphvizRenderer.Format
  ) async throws -> Data {
    if engine == .pinned, format == .svg, dot.utf8.count <= Self.longestText {
      return try Self.drawnHere(dot)
    }
    let deadline = deadline
    return try await withThrowingTaskGroup(of: Data?.self) { group in
      group.addTask { try await run(dot: dot, engine: engine, format: format) }
      group.addTask {
        try await Task.sleep(for: deadline)
        return nil
      }
      defer { group.cancelAll() }
      guard let picture = try await group.next() ?? nil else {
        throw CommandFailure(
          .badData,
          "Graphviz did not finish the diagram within \(deadline.components.seconds) seconds; "
            + Self.advice)
      }
      return picture
    }
  }

  private var environment: [Environment.Key: String?] {
    // With these two set, Graphviz opens no file that a graph may name.
    var variables: [Environment.Key: String?] = [
      "SERVER_NAME": "casus", "GV_FILE_PATH": "/nonexistent",
    ]
    if let fonts { variables["FONTCONFIG_FILE"] = fonts }
    return variables
  }

  private static func drawnHere(_ dot: String) throws(CommandFailure) -> Data {
    do {
      return try GraphvizRenderer.render(dot: dot, engine: .pinned, format: .svg)
    } catch let error as GraphvizError {
      throw CommandFailure(.badData, error.description)
    } catch {
      throw CommandFailure(.badData, "Graphviz cannot draw this diagram; \(advice)")
    }
  }

  private func run(
    dot: String, engine: GraphvizRenderer.Engine, format: GraphvizRenderer.Format
  ) async throws -> Data {
    let result: ExecutionResult<Void, BytesOutput, StringOutput<UTF8>>
    do {
      result = try await Subprocess.run(
        .path(FilePath(executable)),
        arguments: [
          "render-worker", "--engine", engine.rawValue, "--format", format.rawValue,
        ],
        environment: .inherit.updating(environment),
        input: .fileDescriptor(try Self.file(holding: dot), closeAfterSpawningProcess: true),
        output: .bytes(limit: Self.largestPicture),
        error: .string(limit: 1 << 16))
    } catch let error as SubprocessError {
      if Task.isCancelled { throw CancellationError() }
      throw CommandFailure(
        .unreadable, "the drawing process failed (\(error.description)); \(Self.advice)")
    }
    switch result.terminationStatus {
    case .exited(0): return Data(result.standardOutput)
    case .exited:
      let said = result.standardError.split(whereSeparator: \.isNewline).first ?? "Graphviz failed"
      let message = said.hasPrefix("casus: ") ? said.dropFirst(7) : said
      throw CommandFailure(.badData, String(message))
    default:
      throw CommandFailure(.badData, "Graphviz crashed on this diagram; \(Self.advice)")
    }
  }

  /// A nameless file, open at its start.
  ///
  /// A pipe would not do: when the drawing process dies before it has read all, writing on kills
  /// this one too.
  private static func file(holding text: String) throws -> FileDescriptor {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "casus-\(UUID().uuidString).dot").path
    try OutputFile.write(Data(text.utf8), to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try FileDescriptor.open(path, .readOnly)
  }

  private static let advice = "narrow it with --actor, --from, --to or --limit"
}
