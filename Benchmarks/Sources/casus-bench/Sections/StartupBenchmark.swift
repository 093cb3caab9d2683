/// How long the program takes to say how it is used, beside a small one saying its version.
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
  }
}
