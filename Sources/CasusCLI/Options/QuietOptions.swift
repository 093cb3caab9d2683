import ArgumentParser

/// Whether to speak of how things go.
struct QuietOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Show no progress, summary and notes; problems are still told.")
  var quiet = false

  /// How progress is shown; `nil` when it is not.
  var progressStyle: ProgressMeter.Style? {
    if quiet { return nil }
    return Terminal.showsProgress ? .bar : .lines
  }
}
