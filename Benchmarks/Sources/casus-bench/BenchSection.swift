import ArgumentParser

/// A part of the run that can be asked for alone.
enum BenchSection: String, CaseIterable, ExpressibleByArgument {
  case extraction, importing = "import", tables, scale, query, timeline, startup, memory

  var title: String {
    switch self {
    case .extraction: "Extraction, one core"
    case .importing: "Import into SQLite"
    case .tables: "Import of an event table"
    case .scale: "A million and ten million events"
    case .query: "Queries"
    case .timeline: "Timeline to SVG"
    case .startup: "Start-up"
    case .memory: "Memory"
    }
  }

  func measure(_ setting: BenchSetting, into table: inout BenchTable) throws {
    switch self {
    case .extraction: try ExtractionBenchmark.measure(setting, into: &table)
    case .importing: try ImportBenchmark.measure(setting, into: &table)
    case .tables: try TableBenchmark.measure(setting, into: &table)
    case .scale: try ScaleBenchmark.measure(setting, into: &table)
    case .query: try QueryBenchmark.measure(setting, into: &table)
    case .timeline: try TimelineBenchmark.measure(setting, into: &table)
    case .startup: try StartupBenchmark.measure(setting, into: &table)
    case .memory: try MemoryBenchmark.measure(setting, into: &table)
    }
  }
}
