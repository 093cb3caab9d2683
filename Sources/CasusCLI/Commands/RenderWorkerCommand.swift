import ArgumentParser
import CasusDiagram
import Foundation

/// `casus render-worker`: DOT on standard input, a picture on standard output; not for people.
struct RenderWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render-worker",
    abstract: "Draw the DOT text on standard input with Graphviz.",
    shouldDisplay: false)

  /// The most memory that a picture may take, in bytes.
  private static let memoryLimit: UInt64 = 1 << 30

  @Option(transform: Self.engine) var engine: GraphvizRenderer.Engine
  @Option(transform: Self.format) var format: GraphvizRenderer.Format

  func run() throws {
    // Sanitizers reserve terabytes of addresses: `scripts/sanitize`.
    #if os(Linux) && !SANITIZED
      var limit = rlimit(rlim_cur: rlim_t(Self.memoryLimit), rlim_max: rlim_t(Self.memoryLimit))
      setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    #endif
    let dot = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
    do {
      try StandardOutput.write(
        GraphvizRenderer.render(dot: dot, engine: engine, format: format))
    } catch let error as GraphvizError {
      throw CommandFailure(.badData, error.description)
    }
  }

  private static func engine(_ argument: String) throws -> GraphvizRenderer.Engine {
    guard let engine = GraphvizRenderer.Engine(rawValue: argument) else {
      throw ValidationError("'\(argument)' is no engine")
    }
    return engine
  }

  /// `plain`, the positions alone, is one more than readers may ask for.
  private static func format(_ argument: String) throws -> GraphvizRenderer.Format {
    guard let format = GraphvizRenderer.Format(rawValue: argument) else {
      throw ValidationError("'\(argument)' is no format")
    }
    return format
  }
}
