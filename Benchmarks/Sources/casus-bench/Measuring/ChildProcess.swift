import Foundation

/// Another program, run to its end and measured.
struct ChildProcess {
  /// The program did not run or did not end well.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Wall seconds from the start to the end.
  let wall: Double
  /// Processor seconds.
  let cpu: Double

  /// Runs a program.
  /// - Parameters:
  ///   - path: the program.
  ///   - arguments: its arguments, without its own name.
  ///   - input: the file it reads as standard input.
  ///   - output: the file its standard output goes to.
  /// - Throws: `Failure`, when it does not run or ends with another status than 0.
  init(
    _ path: String, _ arguments: [String], input: String = "/dev/null",
    output: String = "/dev/null"
  ) throws {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let environment = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }.sorted()
    var usage = rusage()
    var status: Int32 = 0
    wall = try WallClock.measure {
      var process: pid_t = 0
      let code = Self.withCStrings([path] + arguments) { arguments in
        Self.withCStrings(environment) { environment in
          posix_spawn(&process, path, &actions, nil, arguments, environment)
        }
      }
      guard code == 0 else {
        throw Failure(description: "\(path): \(String(cString: strerror(code)))")
      }
      wait4(process, &status, 0, &usage)
    }
    guard status == 0 else {
      throw Failure(description: "\(path) \(arguments.joined(separator: " ")): status \(status)")
    }
    cpu = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
  }

  /// The path of a program on `PATH`, or `nil`.
  static func find(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }
      .first { access($0, X_OK) == 0 }
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) * 1e-6
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }
}
