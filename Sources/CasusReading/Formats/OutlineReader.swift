import Foundation

/// An OPML list of feeds that were saved as files: `xmlUrl` names each file beside the list.
///
/// Feeds on the web are not fetched, and files outside the list's folder are not opened.
struct OutlineReader: ArticleReader {
  let fileExtensions = ["opml"]

  func drafts(in stream: ByteStream) -> any IteratorProtocol<DraftResult> {
    do throws(ReadingProblem) {
      guard let document = XMLDocument(try stream.readWhole()), let root = document.root,
        root.name == "opml"
      else {
        throw ReadingProblem(file: stream.path, message: "is no OPML; save the list again")
      }
      guard !document.isTooDeep(stream.limits) else {
        throw ReadingProblem(file: stream.path, message: stream.limits.nestingMessage)
      }
      let addresses = Self.addresses(below: root)
      guard !addresses.isEmpty else {
        throw ReadingProblem(
          file: stream.path, message: "lists no feed; an outline with xmlUrl names one")
      }
      return Feeds(list: stream, addresses: addresses)
    } catch {
      return CollectionOfOne(DraftResult.failure(error)).makeIterator()
    }
  }

  private static func addresses(below node: HTMLNode) -> [String] {
    node.children.filter(\.isElement).flatMap { child in
      (child.name == "outline" ? [child.attribute("xmlUrl")].compactMap(\.self) : [])
        + addresses(below: child)
    }
  }

  private struct Feeds: IteratorProtocol {
    private let list: String
    private let isFile: Bool
    private let limits: ReadingLimits
    private var addresses: ArraySlice<String>
    private var drafts: (any IteratorProtocol<DraftResult>)?

    init(list: ByteStream, addresses: [String]) {
      self.list = list.path
      isFile = list.isFile
      limits = list.limits
      self.addresses = addresses[...]
    }

    mutating func next() -> DraftResult? {
      while true {
        if let draft = drafts?.next() { return draft }
        drafts = nil
        guard let address = addresses.popFirst() else { return nil }
        do throws(ReadingProblem) {
          drafts = try open(address)
        } catch {
          return .failure(error)
        }
      }
    }

    private func open(
      _ address: String
    ) throws(ReadingProblem) -> any IteratorProtocol<DraftResult> {
      guard isFile else {
        throw ReadingProblem(
          file: list, message: "names files, which only a list in a file of its own can do")
      }
      guard !address.contains("://") else {
        throw ReadingProblem(
          file: list,
          message: "names the feed \(address.prefix(120)), which is not fetched; "
            + "save it beside the list and put the file's name into xmlUrl")
      }
      let parts = address.split(separator: "/", omittingEmptySubsequences: false)
      guard !address.hasPrefix("/"), !parts.contains("..") else {
        throw ReadingProblem(
          file: list, message: "names \(address.prefix(120)), which is not in the list's folder")
      }
      let path = URL(filePath: list).deletingLastPathComponent().appending(path: address)
        .relativePath
      let folder = URL(filePath: list).deletingLastPathComponent().relativePath
      if let problem = FolderEntry.problem(with: path, in: folder) { throw problem }
      guard let handle = FileHandle(forReadingAtPath: path) else {
        throw ReadingProblem(
          file: path, message: "is named in \(list) and cannot be opened; save the feed there",
          kind: .unreadable)
      }
      let stream = ByteStream(handle: handle, path: path, limits: limits)
      let reader = try ArticleReaders.reader(for: stream)
      guard !(reader is OutlineReader) else {
        throw ReadingProblem(file: path, message: "is a list inside a list; name its feeds instead")
      }
      return reader.drafts(in: stream)
    }
  }
}
