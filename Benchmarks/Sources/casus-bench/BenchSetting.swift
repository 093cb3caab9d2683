import CasusData

/// What every section of a run shares.
struct BenchSetting {
  /// The knowledge files.
  let data: DataDirectory
  /// 1 for the whole work, less for a quick look.
  let scale: Double
  /// The path of the `casus` program.
  let casus: String

  /// Whether this is only to see that everything runs.
  var isQuick: Bool { scale < 1 }

  /// A number of things, scaled down but never below one.
  func scaled(_ count: Int) -> Int { max(1, Int(Double(count) * scale)) }
}
