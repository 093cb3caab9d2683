import ArgumentParser
import CasusData
import CasusKnowledge

/// Where Casus's knowledge is.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The folder of knowledge files.", valueName: "dir"), completion: .directory)
  var data: String?

  /// Finds the folder.
  func directory() throws -> DataDirectory {
    do {
      return try DataDirectory.locate(explicit: data)
    } catch let error as DataDirectory.NotFound {
      throw CommandFailure(.unreadable, error.description)
    }
  }

  /// Loads what the languages at hand need; `nil` loads all.
  func knowledge(languages: [String]? = nil) throws -> Knowledge {
    Knowledge.load(from: try directory(), languages: languages, cache: .standard())
  }
}
