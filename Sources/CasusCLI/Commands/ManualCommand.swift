import ArgumentParser

/// `casus manual`: the manual page, made of the commands themselves.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page casus(1).",
    discussion: "For the installation: casus manual > casus.1",
    shouldDisplay: false)

  func run() throws {
    guard let page = ManualPage(dump: RootCommand._dumpHelp()) else {
      throw CommandFailure(.badData, "the description of the commands cannot be read")
    }
    try StandardOutput.write(page.text)
  }
}
