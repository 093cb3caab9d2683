import ArgumentParser

/// How many threads extract.
struct ThreadOptions: ParsableArguments {
  @Option(
    name: .customLong("threads"),
    help: ArgumentHelp("Articles worked on at once; all cores otherwise.", valueName: "n"))
  var count: Int?

  func validate() throws {
    guard let count, count < 1 else { return }
    throw ValidationError("--threads must be at least 1")
  }
}
