import Foundation

/// A zip archive of articles: each file in it is read as in a folder, and named
/// `news.zip#folder/page.html`.
///
/// As in folders, hidden files, READMEs and other extensions are passed over.
struct ZipReader: ArticleReader {
  let fileExtensions = ["zip"]

  func drafts(in stream: ByteStream) -> any IteratorProtocol<DraftResult> {
    do throws(ReadingProblem) {
      return Entries(
        archive: try ZipArchive(
          stream.readAllMapped(), path: stream.path, limits: stream.limits))
    } catch {
      return CollectionOfOne(DraftResult.failure(error)).makeIterator()
    }
  }

  private struct Entries: IteratorProtocol {
    private let archive: ZipArchive
    private var entries: ArraySlice<ZipArchive.Entry>
    private var drafts: (any IteratorProtocol<DraftResult>)?

    init(archive: ZipArchive) {
      self.archive = archive
      entries = archive.entries.filter { Self.isWanted($0.name) }[...]
      if entries.isEmpty {
        let problem = ReadingProblem(
          file: archive.path,
          message: "holds no article; expected files ending in "
            + ArticleReaders.fileExtensions.map { ".\($0)" }.joined(separator: " "))
        drafts = CollectionOfOne(DraftResult.failure(problem)).makeIterator()
      }
    }

    mutating func next() -> DraftResult? {
      while true {
        if let draft = drafts?.next() { return draft }
        drafts = nil
        guard let entry = entries.popFirst() else { return nil }
        do throws(ReadingProblem) {
          drafts = try open(entry)
        } catch {
          return .failure(error)
        }
      }
    }

    private func open(
      _ entry: ZipArchive.Entry
    ) throws(ReadingProblem) -> any IteratorProtocol<DraftResult> {
      let path = "\(archive.path)#\(entry.name)"
      let stream = try archive.stream(of: entry, path: path)
      let reader = try ArticleReaders.reader(for: stream)
      guard !(reader is ZipReader) else {
        throw ReadingProblem(
          file: path, message: "is an archive inside an archive; unpack it by hand first")
      }
      return reader.drafts(in: stream)
    }

    private static func isWanted(_ name: String) -> Bool {
      let parts = name.split(separator: "/")
      guard let last = parts.last, ArticleReaders.reader(forPath: String(last)) != nil else {
        return false
      }
      return !last.uppercased().hasPrefix("README.")
        && !parts.contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
    }
  }
}

extension ByteStream {
  /// Everything as data, in memory only as far as it is looked at where the stream is a file.
  func readAllMapped() throws(ReadingProblem) -> Data {
    if isFile, offset == 0,
      let data = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
    {
      return data
    }
    return Data(try readDocument())
  }
}
