import CasusModel
import CasusReading
import CasusTestSupport
import Foundation
import Testing

/// What is too large, too deep or not where it was named is one clear line, and the rest is read.
@Suite struct LimitTests {
  private static let sentence = "Arvenia broke off its relations with Belmora on Tuesday."

  private func problems(
    _ content: String, as name: String, _ limits: ReadingLimits = ReadingLimits()
  ) throws -> [String] {
    try read(content.utf8, as: name, options: ReadingOptions(limits: limits))
      .compactMap(\.problem?.message)
  }

  @Test(arguments: ["a.txt", "a.md", "a.html"]) func longArticles(name: String) throws {
    let limits = ReadingLimits(largestArticle: 100)
    let text = String(repeating: Self.sentence + " ", count: 2)
    #expect(
      try problems(text, as: name, limits)
        == ["is longer than 100 bytes, too long for one article; split it, or raise --max-article"])
    #expect(try problems(Self.sentence, as: name, ReadingLimits(largestArticle: 60)).isEmpty)
  }

  @Test func longRowsDoNotSpoilTheOthers() throws {
    let row = #"{"text": "\#(Self.sentence)"}"#
    let long = #"{"text": "\#(String(repeating: Self.sentence, count: 9000))"}"#
    let results = try read(
      "\(row)\n\(long)\n\(row)\n\(long)".utf8, as: "a.jsonl",
      options: ReadingOptions(limits: ReadingLimits(largestArticle: 1000)))
    #expect(results.map { $0.problem == nil } == [true, false, true, false])
    #expect(results.map { $0.problem?.line } == [nil, 2, nil, 4])
    #expect(results[1].problem?.message.contains("raise --max-article") == true)
  }

  @Test func documentsThatMustBeReadAtOnce() throws {
    let array = "[" + Array(repeating: #"{"text": "x"}"#, count: 30).joined(separator: ",") + "]"
    let found = try problems(array, as: "a.json", ReadingLimits(largestDocument: 200))
    #expect(
      found == [
        "is larger than 200 bytes, too large to be read at once; split it, or write one article a "
          + "line as .jsonl"
      ])
  }

  /// Deep in every format that nests.
  static func nested(_ depth: Int) -> [(name: String, content: String)] {
    func wrapped(_ open: String, _ close: String, _ inside: String) -> String {
      String(repeating: open, count: depth) + inside + String(repeating: close, count: depth)
    }
    return [
      ("a.html", wrapped("<div>", "</div>", "<p>\(sentence)</p>")),
      (
        "a.rss",
        "<rss><channel><item><title>\(sentence)</title><x>" + wrapped("<b>", "</b>", "x")
          + "</x></item></channel></rss>"
      ),
      (
        "a.opml",
        "<opml><body>" + wrapped("<outline>", "</outline>", "<outline xmlUrl=\"x.rss\"/>")
          + "</body></opml>"
      ),
      ("a.json", "{\"text\": \"\(sentence)\", \"x\": \(wrapped("[", "]", "1"))}"),
      ("a.jsonl", "{\"text\": \"\(sentence)\", \"x\": \(wrapped("{\"y\":", "}", "1"))}"),
    ]
  }

  @Test(arguments: 0..<5) func deepNesting(format: Int) throws {
    let limits = ReadingLimits(deepestNesting: 30)
    let deep = Self.nested(40)[format]
    #expect(
      try problems(deep.content, as: deep.name, limits) == [
        "is nested deeper than 30 levels, as no article is; save the article's text as a .txt file, "
          + "or raise --max-depth"
      ])
    let flat = Self.nested(20)[format]
    #expect(try !problems(flat.content, as: flat.name, limits).contains { $0.contains("nested") })
  }

  @Test(arguments: 0..<5) func hopelesslyDeepNesting(format: Int) throws {
    let deep = Self.nested(20_000)[format]
    let found = try problems(deep.content, as: deep.name)
    #expect(found.count == 1)
    #expect(found.first?.contains("nested") == true)
  }

  @Test func bracketsInStringsAreNoNesting() throws {
    let text = String(repeating: "[{", count: 400) + #"\"["#
    #expect(try problems(#"{"text": "\#(text)"}"#, as: "a.jsonl").isEmpty)
  }

  @Test func entitiesThatExplodeAreNotExpanded() throws {
    let entities = (1...9).map {
      "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">"
    }
    let feed = """
      <!DOCTYPE rss [<!ENTITY l0 "lol">\(entities.joined())]>
      <rss><channel><item><title>&l9;</title><description>\(Self.sentence) &l9;</description>
      </item></channel></rss>
      """
    let results = try read(feed.utf8, as: "a.rss")
    // libxml2 may give up there: then it is a problem, and never a long text.
    #expect(results.count == 1)
    for text in results.compactMap({ try? $0.get().text }) {
      #expect(!text.contains("lol") && text.utf8.count < 200)
    }
  }

  @Test(arguments: ["a.rss", "a.xhtml"]) func entitiesOutsideAreNotRead(name: String)
    throws
  {
    let folder = try TemporaryFolder()
    let secret = try folder.write("the password of the house".utf8, to: "secret.txt")
    let page = """
      <?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://\(secret)">
      <!ENTITY % p SYSTEM "secret.txt"> %p;]>
      <html><body><p>\(Self.sentence) &x; \(Self.sentence)</p></body></html>
      """
    let feed = """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file://\(secret)">]>
      <rss><channel><item><title>T &x;</title><description>\(Self.sentence) &x;</description>
      </item></channel></rss>
      """
    let path = try folder.write((name == "a.rss" ? feed : page).utf8, to: "in/" + name)
    for result in ArticleReaders.read(paths: [path], options: ReadingOptions()) {
      let text = try result.get().text
      #expect(text.contains(Self.sentence) && !text.contains("password"))
    }
  }

  // MARK: What was not named

  @Test func linksThatLeadOutOfAFolderAreNotFollowed() throws {
    let folder = try TemporaryFolder()
    let secret = try folder.write("Secret".utf8, to: "outside/secret.txt")
    try folder.write("Text".utf8, to: "in/a.txt")
    let manager = FileManager.default
    let inside = folder.url.appending(path: "in")
    try manager.createSymbolicLink(
      atPath: inside.appending(path: "b.txt").path, withDestinationPath: secret)
    try manager.createSymbolicLink(
      atPath: inside.appending(path: "c.txt").path, withDestinationPath: "a.txt")
    try manager.createSymbolicLink(
      atPath: inside.appending(path: "d.txt").path, withDestinationPath: "../outside/secret.txt")
    let results = Array(ArticleReaders.read(paths: [inside.path], options: ReadingOptions()))
    #expect(results.map { try? $0.get().text } == ["Text", nil, "Text", nil])
    #expect(results[1].problem?.message.contains("leads out of the folder") == true)
    // Who names the link means it.
    let named = Array(
      ArticleReaders.read(
        paths: [inside.appending(path: "b.txt").path], options: ReadingOptions()))
    #expect(try named.map { try $0.get().text } == ["Secret"])
  }

  @Test func listsOfFeedsDoNotLeadOut() throws {
    let folder = try TemporaryFolder()
    let secret = try folder.write("<rss/>".utf8, to: "outside/secret.rss")
    let list = try folder.write(
      "<opml><body><outline xmlUrl=\"link.rss\"/></body></opml>".utf8, to: "in/a.opml")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "in/link.rss").path, withDestinationPath: secret)
    let results = Array(ArticleReaders.read(paths: [list], options: ReadingOptions()))
    #expect(results.count == 1)
    #expect(results[0].problem?.message.contains("leads out of the folder") == true)
  }

  /// Names with `..`, which are passed over as hidden ones are, from the root, with a drive, and of a link to `/etc/passwd`.
  @Test func archivesCannotEscape() throws {
    let folder = try TemporaryFolder()
    let bytes = try Data(contentsOf: fixtures.appending(path: "archives/climbing.zip"))
    let path = try folder.write(bytes, to: "a/b/c.zip")
    let results = Array(ArticleReaders.read(paths: [path], options: ReadingOptions()))
    #expect(
      try results.map { try $0.get().text } == [
        "One is absolute.\n", "/etc/passwd", "One has a drive.\n",
      ])
    #expect(try results[0].get().path == path + "#/tmp/casus-climb.txt")
    let left = FileManager.default.enumerator(atPath: folder.url.path)?
      .compactMap { $0 as? String }
    #expect(left?.sorted() == ["a", "a/b", "a/b/c.zip"])
    #expect(!FileManager.default.fileExists(atPath: "/tmp/casus-climb.txt"))
  }

  @Test(.timeLimit(.minutes(10))) func pipesInAFolderAreNotWaitedFor() throws {
    let folder = try TemporaryFolder()
    try folder.write("Text".utf8, to: "b.txt")
    try #require(mkfifo(folder.url.appending(path: "a.txt").path, 0o600) == 0)
    let results = Array(ArticleReaders.read(paths: [folder.url.path], options: ReadingOptions()))
    #expect(results.map { $0.problem == nil } == [false, true])
    #expect(results[0].problem?.message.contains("is a pipe or device") == true)
  }
}
