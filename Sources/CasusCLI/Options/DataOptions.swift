import ArgumentParser
import CasusData
import CasusKnowledge

/// Where Casus's knowledge is.
struct DataOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of knowledge files.", valueName: "dir"))
  var data: String?

  /// Loads what the languages at hand need; `nil` loads all.
  func knowledge(languages: [String]? = nil) throws -> Knowledge {
    Knowledge.load(from: try DataDirectory.locate(explicit: data), languages: languages)
  }
}
