import CasusTestSupport
import Foundation
import Testing

/// What cannot be read is one clear line and an exit code, and never costs the other articles.
@Suite struct BadInputTests {
  /// A file or folder that is wrong, and what is to be said of it.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]?
    var message: String
    var code: Int32 = 65
    /// How many articles of the file itself are good.
    var goodArticles = 0

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "missing.txt", message: "missing.txt: does not exist; check the path", code: 74),
    Case(name: "empty.txt", bytes: [], message: "empty.txt: is empty;"),
    Case(name: "blank.md", bytes: Array(" \n\n".utf8), message: "blank.md: is empty;"),
    Case(
      name: "binary.txt", bytes: (0..<4096).map { UInt8($0 * 7 % 256) }, message: "binary.txt: "),
    Case(
      name: "latin.txt", bytes: Array("Menteri luar negeri caf".utf8) + [0xe9, 0x20, 0x61],
      message: "latin.txt: "),
    Case(
      name: "cut.jsonl",
      bytes: Array(
        (#"{"text": "Russia attacked Ukraine.", "language": "en", "published": "2022-03-01"}"#
          + "\n"
          + #"{"text": "Russia attac"#).utf8),
      message: "cut.jsonl:2: the JSON object is cut off", goodArticles: 1),
    Case(
      name: "frame.html",
      bytes: Array("<html><body><nav><a href='/'>Home</a></nav></body></html>".utf8),
      message: "frame.html: "),
    Case(
      name: "line.txt", bytes: [UInt8](repeating: 0x61, count: 50_000_000),
      message: "line.txt: is longer than 32 MB, too long for one article"),
    Case(
      name: "day.md",
      bytes: Array("---\ndate: 2022-02-30\nlanguage: en\n---\n\nRussia attacked Ukraine.\n".utf8),
      message: "day.md"),
  ]

  @Test(arguments: cases)
  func isReportedAndTheRestIsIn(_ bad: Case) throws {
    let folder = try TemporaryFolder()
    try folder.write(SampleArticle.dated(SampleArticle.invasion).utf8, to: "first.txt")
    try folder.write(SampleArticle.dated(SampleArticle.treaty).utf8, to: "last.txt")
    if let bytes = bad.bytes { try folder.write(bytes, to: bad.name) }
    let run = try CasusProgram.run("import", "first.txt", bad.name, "last.txt", in: folder)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.hasPrefix("casus: "))
    #expect(run.errors.contains(bad.message))
    #expect(run.code == bad.code)
    #expect(run.output.hasPrefix("casus.db: \(2 + bad.goodArticles) new articles, 1 problem;"))
  }

  /// Commands that would write over what is not theirs.
  static let greedy: [(command: [String], message: String)] = [
    (["export", "--format", "jsonl", "-o", "casus.db"], "casus.db: is a database; name another"),
    (["timeline", "-o", "copy.svg", "--label-language", "en"], "copy.svg: is a database; "),
    (["graph", "-o", "copy.html"], "copy.html: is a database; "),
    (
      ["import", "t.csv", "--mapping", "m.yaml", "--rejects", "casus.db"], "casus.db: is a database"
    ),
    (["import", "t.csv", "--mapping", "m.yaml", "--rejects", "t.csv"], "t.csv: is read as well; "),
    (["import", "t.csv", "--mapping", "m.yaml", "--rejects", "m.yaml"], "m.yaml: is read as well"),
    (["import", ".", "--mapping", "m.yaml", "--rejects", "./a.txt"], "./a.txt: is read as well"),
  ]

  @Test(arguments: greedy.indices)
  func nothingIsWrittenOverDatabasesAndWhatIsRead(index: Int) throws {
    let (command, message) = Self.greedy[index]
    let folder = try TemporaryFolder()
    try folder.write(SampleArticle.invasion.utf8, to: "a.txt")
    try folder.write("who,what,day\nUKR,hit,2022\n".utf8, to: "t.csv")
    try folder.write(
      ("table: t\nevent: {columns: [what], values: {hit: ASSAULT}}\nsource: [{column: who, as: code}]\n"
        + "date: [{column: day, form: edtf}]\n").utf8,
      to: "m.yaml")
    _ = try CasusProgram.run("import", "a.txt", in: folder)
    func bytes(_ name: String) throws -> Data {
      try Data(contentsOf: folder.url.appending(path: name))
    }
    for copy in ["copy.svg", "copy.html"] { try folder.write(bytes("casus.db"), to: copy) }
    let names = ["copy.svg", "copy.html", "t.csv", "m.yaml", "a.txt"]
    let before = try names.map(bytes)
    let run = try CasusProgram.run(command, in: folder)
    #expect(run.code == 64)
    #expect(run.errors.hasPrefix("casus: \(message)"), "\(run.errors)")
    #expect(run.errorLines.count == 1)
    #expect(try names.map(bytes) == before)
    #expect(try CasusProgram.run("check", in: folder).code == 0)
  }

  @Test func aFolderWithoutArticlesSaysWhatItLookedFor() throws {
    let folder = try TemporaryFolder()
    try folder.write("x".utf8, to: "pictures/a.bmp")
    try folder.write(SampleArticle.invasion.utf8, to: "a.txt")
    let run = try CasusProgram.run("import", "pictures", "a.txt", in: folder)
    #expect(run.code == 65)
    #expect(run.errors.hasPrefix("casus: pictures: holds no article; expected files ending in "))
    #expect(run.output.hasPrefix("casus.db: 1 new article, 1 problem;"))
  }

  @Test func anArticleFromTheFutureIsInWithAWarning() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "---\ndate: 2999-01-01\nlanguage: en\n---\n\nRussia attacked Ukraine.\n".utf8, to: "a.md")
    let run = try CasusProgram.run("import", "a.md", in: folder)
    #expect(run.code == 0)
    #expect(run.errors.hasPrefix("casus: a.md: warning: is published on 2999-01-01, after today"))
    #expect(run.output.hasPrefix("casus.db: 1 new article;"))
  }

  @Test func theWorstProblemSetsTheExitCode() throws {
    let folder = try TemporaryFolder()
    try folder.write("".utf8, to: "empty.txt")
    let run = try CasusProgram.run("import", "missing.txt", "empty.txt", in: folder)
    #expect(run.code == 74)
    #expect(run.errorLines.count == 2)
    #expect(run.output.hasPrefix("casus.db: 0 new articles, 2 problems;"))
  }

  // MARK: Databases

  @Test(arguments: [
    ("notes.db", "this is no database, however long the text may be", 65, "is not an SQLite"),
    ("none.db", nil, 74, "no such database; import articles first"),
    ("folder/none.db", nil, 74, "no such database"),
  ])
  func aDatabaseThatIsNotOurs(name: String, content: String?, code: Int32, message: String) throws {
    let folder = try TemporaryFolder()
    if let content { try folder.write(content.utf8, to: name) }
    let run = try CasusProgram.run("events", "--db", name, in: folder)
    #expect(run.code == code)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.hasPrefix("casus: \(name): "))
    #expect(run.errors.contains(message))
    #expect(run.output == "")
  }

  @Test func aDatabaseOfAnotherProgramIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write(SampleArticle.treaty.utf8, to: "a.txt")
    _ = try CasusProgram.run("import", "a.txt", in: folder)
    let path = folder.url.appending(path: "casus.db")
    var bytes = try Data(contentsOf: path)
    // The application's mark stands at offset 68 of the SQLite header.
    for offset in 68..<72 { bytes[offset] = 0x41 }
    try folder.write(bytes, to: "other.db")
    let run = try CasusProgram.run("import", "a.txt", "--db", "other.db", in: folder)
    #expect(run.code == 65)
    #expect(run.errors.contains("but not one of Casus"))
    #expect(try Data(contentsOf: folder.url.appending(path: "other.db")) == bytes)
  }

  @Test func aLockedDatabaseIsGivenUpAfterAWhile() throws {
    let folder = try TemporaryFolder()
    try folder.write(SampleArticle.treaty.utf8, to: "a.txt")
    _ = try CasusProgram.run("import", "a.txt", in: folder)
    let path = folder.url.appending(path: "casus.db").path
    let file = open(path, O_RDWR)
    defer { close(file) }
    // SQLite's lock bytes begin at 2^30: holding them all is its exclusive lock.
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 0x4000_0000
    lock.l_len = 512
    try #require(fcntl(file, F_SETLK, &lock) == 0)
    let run = try CasusProgram.run("import", "a.txt", in: folder)
    #expect(run.code == 74)
    #expect(run.errors.contains("casus.db: locked by another program"))
    #expect(run.output == "")
  }

  @Test func aFolderThatCannotBeWrittenIsSaid() throws {
    let folder = try TemporaryFolder()
    try folder.write(SampleArticle.treaty.utf8, to: "a.txt")
    let run = try CasusProgram.run("import", "a.txt", "--db", "no/such/casus.db", in: folder)
    #expect(run.code == 74)
    #expect(run.errors.hasPrefix("casus: no/such/casus.db: the folder no/such does not exist"))
  }

  /// Rights mean nothing to root, so that only others can try this one.
  @Test(.enabled(if: getuid() != 0))
  func aReadOnlyDatabaseIsSaid() throws {
    let folder = try TemporaryFolder()
    try folder.write(SampleArticle.treaty.utf8, to: "a.txt")
    _ = try CasusProgram.run("import", "a.txt", in: folder)
    let path = folder.url.appending(path: "casus.db").path
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    let run = try CasusProgram.run("import", "a.txt", in: folder)
    #expect(run.code == 74)
    #expect(run.errors.hasPrefix("casus: casus.db: cannot be written"))
  }

  /// Writing to a file system that takes no writes fails for everybody.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self")))
  func anUnwritableFileSystemIsSaid() throws {
    let folder = try TemporaryFolder()
    try folder.write(SampleArticle.treaty.utf8, to: "a.txt")
    let run = try CasusProgram.run("import", "a.txt", "--db", "/proc/casus.db", in: folder)
    #expect(run.code == 74)
    #expect(run.errors.hasPrefix("casus: /proc/casus.db: "))
    #expect(run.errorLines.count == 1)
  }

  @Test(arguments: [
    (["even"], "there is no command 'even'; did you mean 'events'? casus --help lists them"),
    (["help", "relation"], "there is no command 'relation'; did you mean 'relations'?"),
    (["xyz"], "there is no command 'xyz'; see casus --help"),
  ])
  func namesTheCommandThatMayBeMeant(arguments: [String], message: String) throws {
    let run = try CasusProgram.run(arguments)
    #expect(run.code == 64)
    #expect(run.errors.hasPrefix("casus: \(message)"))
  }
}
