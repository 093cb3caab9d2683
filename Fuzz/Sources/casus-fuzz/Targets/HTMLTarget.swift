import CasusReading

/// Web pages: title, date, publisher and text are found in them.
struct HTMLTarget: FuzzTarget {
  private let knowledge: FuzzKnowledge
  private let options: ReadingOptions

  init(knowledge: FuzzKnowledge) throws {
    self.knowledge = knowledge
    options = ReadingOptions(languageProfiles: try knowledge.profiles())
  }

  func take(_ bytes: [UInt8]) {
    let path = knowledge.write(Stretching.stretched(bytes)[...], as: "a.html")
    ArticlePromises.read(path, options)
  }
}
