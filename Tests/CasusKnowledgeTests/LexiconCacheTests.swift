import CasusData
import CasusTestSupport
import Foundation
import Testing

@testable import CasusKnowledge

struct LexiconCacheTests {
  private let data: DataFolder
  private let folder: TemporaryFolder
  private let cache: LexiconCache

  init() throws {
    data = try DataFolder()
    folder = try TemporaryFolder()
    cache = LexiconCache(folder: folder.url.appending(path: "a/b"))
  }

  @Test func theNextStartReadsWhatTheFirstWrote() throws {
    let made = tables()
    #expect(made.wasMade)
    let read = tables()
    #expect(!read.wasMade)
    #expect(Self.content(read.tables) == Self.content(made.tables))
    let file = try #require(files.first)
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(files.count == 1)
  }

  @Test func lexiconsAreTheSame() throws {
    let plain = Knowledge.load(from: data.directory)
    let first = Knowledge.load(from: data.directory, cache: cache)
    let second = Knowledge.load(from: data.directory, cache: cache)
    #expect(files.count == 1)
    for knowledge in [first, second] {
      let lexicon = try #require(knowledge.lexicons["en"])
      let expected = try #require(plain.lexicons["en"])
      #expect(lexicon.wordCount == expected.wordCount)
      #expect(lexicon.classNumbers == expected.classNumbers)
      #expect(lexicon.prepositions == expected.prepositions)
      for text in ["Russia attacked Ukraine on the rocket .", "Kherson", "Both sides"] {
        #expect(Self.meanings(of: text, in: lexicon) == Self.meanings(of: text, in: expected))
      }
      #expect(!Self.meanings(of: "attacked", in: lexicon).isEmpty)
    }
  }

  @Test(arguments: [
    "empty", "short", "cut", "long", "mark", "key", "size", "counts", "first", "middle", "last",
    "foreign",
  ])
  func damagedFilesAreReplaced(harm: String) throws {
    let made = tables()
    let file = try #require(files.first)
    let whole = try Data(contentsOf: file)
    var bytes = whole
    switch harm {
    case "empty": bytes = Data()
    case "short": bytes = bytes.prefix(100)
    case "cut": bytes = bytes.dropLast(64)
    case "long": bytes += Data(count: 64)
    case "mark": bytes[0] ^= 1
    case "key": bytes[8] ^= 1
    case "size": bytes[24] ^= 1
    case "counts": bytes[38] = 0xFF
    case "first": bytes[LexiconTables.Layout.headerByteCount] ^= 0x10
    case "middle": bytes[bytes.count / 2] ^= 0x80
    case "last": bytes[bytes.count - 1] ^= 1
    default: bytes = Data("This is no lexicon.\n".utf8) + Data(repeating: 0x41, count: bytes.count)
    }
    try bytes.write(to: file)
    let again = tables()
    #expect(again.wasMade)
    #expect(Self.content(again.tables) == Self.content(made.tables))
    #expect(try Data(contentsOf: file).elementsEqual(whole))
    #expect(!tables().wasMade)
  }

  @Test func filesThatOthersMayChangeAreNotTrusted() throws {
    _ = tables()
    let file = try #require(files.first)
    try FileManager.default.setAttributes([.posixPermissions: 0o620], ofItemAtPath: file.path)
    #expect(tables().wasMade)
    #expect(!tables().wasMade)
    // A link may lead to anything.
    let other = folder.url.appending(path: "other")
    try FileManager.default.moveItem(at: file, to: other)
    try FileManager.default.createSymbolicLink(at: file, withDestinationURL: other)
    #expect(tables().wasMade)
    #expect(!tables().wasMade)
  }

  @Test(arguments: [
    "Actors/states.tsv", "Actors/places.tsv", "Languages/en/nouns.yaml", "Languages/en/dates.yaml",
    "EventTypes/ASSAULT.yaml",
  ])
  func otherKnowledgeIsAnotherLexicon(file: String) throws {
    _ = tables()
    let url = data.directory.file(file)
    let text = try String(contentsOf: url, encoding: .utf8)
    try (text + "# And a word more.\n").write(to: url, atomically: true, encoding: .utf8)
    #expect(tables().wasMade)
    #expect(files.count == 2)
    try text.write(to: url, atomically: true, encoding: .utf8)
    #expect(!tables().wasMade)
  }

  @Test func oldFilesGo() throws {
    let url = data.directory.file("Languages/en/nouns.yaml")
    let text = try String(contentsOf: url, encoding: .utf8)
    var last: Set<String> = []
    for number in 0..<6 {
      try (text + "# \(number)\n").write(to: url, atomically: true, encoding: .utf8)
      let before = Set(files.map(\.path))
      #expect(tables().wasMade)
      last = Set(files.map(\.path)).subtracting(before)
    }
    #expect(files.count == 3)
    #expect(last.count == 1)
    // What another program left half-written an hour ago goes, what it writes now stays.
    let parts = ["old", "new"].map {
      folder.url.appending(path: "a/b/en-1.lexicon\(LexiconFile.partMark)\($0)")
    }
    for part in parts { try Data([1]).write(to: part) }
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -7200)], ofItemAtPath: parts[0].path)
    try (text + "# more\n").write(to: url, atomically: true, encoding: .utf8)
    #expect(tables().wasMade)
    #expect(parts.map { FileManager.default.fileExists(atPath: $0.path) } == [false, true])
  }

  @Test func whatCannotBeWrittenIsMadeEachTime() throws {
    try folder.write("in the way".utf8, to: "a")
    #expect(tables().wasMade)
    #expect(tables().wasMade)
    let kept = try String(contentsOf: folder.url.appending(path: "a"), encoding: .utf8)
    #expect(kept == "in the way")
    let knowledge = Knowledge.load(from: data.directory, cache: cache)
    #expect(knowledge.problems == [])
    #expect(knowledge.lexicons["en"] != nil)
  }

  @Test func faultsAreToldOfAtEachStart() throws {
    let data = try DataFolder(replacing: [
      "Languages/en/frames.yaml": "- verbs: [attack]\n  type: ASSAULT\n- verbs: [hit]\n  type: X\n"
    ])
    for _ in 0..<2 {
      let knowledge = Knowledge.load(from: data.directory, cache: cache)
      #expect(knowledge.problems.count == 1)
    }
    #expect(files == [])
  }

  @Test func headsAreReadAsTheyWereWritten() throws {
    for (code, lexicon) in ShippedData.knowledge.lexicons {
      let head = try #require(LexiconHead(bytes: lexicon.tables.head), "\(code)")
      #expect(head.frames.map(\.frame) == lexicon.frames.map(\.frame), "\(code)")
      #expect(head.frames.map(\.target) == lexicon.frames.map(\.target), "\(code)")
      #expect(head.frames.map(\.nominalSource) == lexicon.frames.map(\.nominalSource), "\(code)")
      #expect(head.frames.map(\.objectClasses) == lexicon.frames.map(\.objectClasses), "\(code)")
      #expect(head.spelling == lexicon.spelling, "\(code)")
      #expect(head.classNumbers == lexicon.classNumbers, "\(code)")
      #expect(head.bytes.elementsEqual(lexicon.tables.head), "\(code)")
      let cut = UnsafeRawBufferPointer(rebasing: lexicon.tables.head.dropLast())
      #expect(LexiconHead(bytes: cut) == nil, "\(code)")
    }
  }

  @Test func manyAtOnceMakeOneFile() async throws {
    let (cache, directory) = (cache, data.directory)
    let expected = Self.content(tables().tables)
    let file = try #require(files.first)
    try FileManager.default.removeItem(at: file)
    await withTaskGroup(of: UInt64?.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let knowledge = Knowledge.load(from: directory, cache: cache)
          return knowledge.lexicons["en"].map { Self.content($0.tables) }
        }
      }
      for await content in group { #expect(content == expected) }
    }
    #expect(files == [file])
    #expect(!tables().wasMade)
  }

  @Test func whereTheFolderIs() {
    func path(_ environment: [String: String]) -> String? {
      LexiconCache.standard(environment: environment)?.folder.path
    }
    #expect(path([:]) == nil)
    #expect(path(["HOME": "/home/ana"]) == "/home/ana/.cache/casus")
    #expect(path(["HOME": "/home/ana", "XDG_CACHE_HOME": "/tmp/x"]) == "/tmp/x/casus")
    #expect(path(["HOME": "/home/ana", "XDG_CACHE_HOME": "x"]) == "/home/ana/.cache/casus")
    #expect(path(["HOME": "home"]) == nil)
    #expect(path(["HOME": "/home/ana", "CASUS_CACHE": "/tmp/y"]) == "/tmp/y")
    #expect(path(["HOME": "/home/ana", "CASUS_CACHE": "off"]) == nil)
    #expect(path(["HOME": "/home/ana", "CASUS_CACHE": ""]) == "/home/ana/.cache/casus")
  }

  // MARK: Helpers

  private var files: [URL] {
    let all = try? FileManager.default.contentsOfDirectory(
      at: folder.url.appending(path: "a/b"), includingPropertiesForKeys: nil)
    return (all ?? []).filter { $0.pathExtension == "lexicon" }
  }

  /// The tables of English, and whether they had to be made.
  private func tables() -> (tables: LexiconTables, wasMade: Bool) {
    let key = cache.key(of: "en", in: data.directory) ?? 0
    #expect(key != 0)
    if let known = cache.lexicon(of: "en", key: key) { return (known.tables, false) }
    let lexicon = Knowledge.load(from: data.directory, cache: cache).lexicons["en"]
    return (lexicon.unsafelyUnwrapped.tables, true)
  }

  /// A checksum of the bytes behind the header.
  private static func content(_ tables: LexiconTables) -> UInt64 {
    var checksum = Checksum()
    let start = LexiconTables.Layout.headerByteCount
    checksum.add(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(tables.block)[start...]))
    return checksum.value
  }

  private static func meanings(of text: String, in lexicon: Lexicon) -> [[Int]] {
    var tokens: [Token] = []
    var text = text
    text.withUTF8 { lexicon.tokenizer.tokens(of: $0, in: 0..<$0.count, into: &tokens) }
    return tokens.map { token in
      lexicon.meanings(of: lexicon.step(0, token.word)).flatMap {
        [
          Int($0.kind.rawValue), Int($0.index), Int(truncatingIfNeeded: $0.roles.rawValue),
          Int($0.features.rawValue), Int($0.capitals.rawValue),
        ]
      }
    }
  }
}
