import CasusData
import CasusExtraction
import CasusModel
import Foundation

/// The most memory that extraction holds, for some articles and for ten times as many.
enum MemoryBenchmark {
  static func measure(_ setting: BenchSetting, into table: inout BenchTable) throws {
    let few = setting.scaled(1_000)
    let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
    func peak(_ count: Int) throws -> Double {
      let arguments = ["--memory-probe", "\(count)", "--data", setting.data.url.path]
      return try TemporaryFolder.with { folder in
        let file = folder.file("peak.txt")
        _ = try ChildProcess(program, arguments, output: file)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        return (Double(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? .nan) / 1e6
      }
    }
    table.add(
      "peak for \(few * 10) articles", try peak(few * 10), .megabytes,
      peer: ("peak for \(few)", try peak(few)), bound: .atMost(300), ratioBound: .atMost(1.1))
  }

  /// What the measured process does: it prints its peak in bytes.
  ///
  /// Articles come one by one and are read at once.
  static func probe(articleCount: Int, _ setting: BenchSetting) throws {
    guard let language = NewsRoom.languages(setting).first else { return }
    let room = NewsRoom(language, setting)
    var generator = room.generator
    for _ in 0..<articleCount { _ = room.extractor.statements(in: generator.next()) }
    print(PeakMemory.byteCount)
  }
}
