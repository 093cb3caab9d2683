import CasusData
import CasusKnowledge
import Foundation

/// How long the program takes to say how it is used, beside a small one saying its version, and to
/// get ready to read a language.
enum StartupBenchmark {
  private static let runs = 30

  static func measure(_ setting: BenchSetting, into table: inout BenchTable) throws {
    guard let sqlite = ChildProcess.find("sqlite3") else {
      return table.add(note: "sqlite3 is not installed")
    }
    // Taken in turn, so that both meet the same load.
    var own: [ChildProcess] = []
    var peer: [ChildProcess] = []
    for _ in 0..<runs {
      own.append(try ChildProcess(setting.casus, ["--help"]))
      peer.append(try ChildProcess(sqlite, ["--version"]))
    }
    for (name, time) in [("wall", \ChildProcess.wall), ("processor", \ChildProcess.cpu)] {
      let other = peer.map { $0[keyPath: time] }.median
      table.add(
        "casus --help, \(name)", own.map { $0[keyPath: time] }.median, .seconds,
        peer: ("sqlite3 --version", other),
        bound: name == "wall" ? .atMost(2 * other + 0.03) : nil)
    }
    try measureLanguages(setting, into: &table)
  }

  /// An article without an event, so that nearly all is loading the knowledge of its language.
  private static func measureLanguages(
    _ setting: BenchSetting, into table: inout BenchTable
  ) throws {
    try TemporaryFolder.with { folder in
      let article = folder.file("empty.txt")
      try "…\n".write(toFile: article, atomically: false, encoding: .utf8)
      defer { unsetenv("CASUS_CACHE") }
      for language in Knowledge.languages(in: setting.data) {
        func median(cache: String) throws -> Double {
          setenv("CASUS_CACHE", cache, 1)
          let arguments = [
            "extract", article, "--language", language, "--data", setting.data.url.path,
          ]
          return try (0..<11).map { _ in try ChildProcess(setting.casus, arguments).cpu }.median
        }
        let cold = try median(cache: "off")
        table.add(
          "casus extract, \(language), processor", try median(cache: folder.file("cache")),
          .seconds, peer: ("without its cache", cold), bound: .atMost(0.1))
      }
    }
  }
}
