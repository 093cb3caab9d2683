/// What a format makes of a graph: one or more files, and what the reader should know of them.
public struct Export: Hashable, Sendable {
  /// One file of an export.
  ///
  /// Its content may be made piece by piece while it is written, so that a large graph does not
  /// stand in memory twice.
  public struct File: Hashable, Sendable {
    /// The file's name within the folder, such as `nodes.csv`; `nil` for the only file.
    public var name: String?

    private let pieces: @Sendable ((String) throws -> Void) throws -> Void

    /// Makes a file from its content.
    public init(name: String? = nil, content: String) {
      self.name = name
      pieces = { sink in try sink(content) }
    }

    /// Makes a file whose content is handed out in pieces, the same ones each time.
    public init(
      name: String? = nil, pieces: @escaping @Sendable ((String) throws -> Void) throws -> Void
    ) {
      self.name = name
      self.pieces = pieces
    }

    /// Hands out the content piece by piece, to be written as UTF-8.
    /// - Throws: what `sink` throws.
    public func write(to sink: (String) throws -> Void) throws {
      try pieces(sink)
    }

    /// The whole content, to be written as UTF-8.
    public var content: String {
      var content = ""
      // Only the sink can throw, and this one does not.
      try? pieces { content += $0 }
      return content
    }

    /// Whether name and content are equal.
    public static func == (a: File, b: File) -> Bool {
      a.name == b.name && a.content == b.content
    }

    /// Hashes name and content.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(name)
      hasher.combine(content)
    }
  }

  /// The files; one without a name, or several with names that belong into one folder.
  public var files: [File]
  /// What the format could not carry, in one sentence each.
  public var notes: [String]

  /// Makes an export from its parts.
  public init(files: [File], notes: [String] = []) {
    self.files = files
    self.notes = notes
  }

  /// Makes an export of a single file.
  init(_ content: String, notes: [String] = []) {
    self.init(files: [File(content: content)], notes: notes)
  }

  /// Makes an export of a single file that is handed out in pieces.
  init(
    notes: [String] = [],
    pieces: @escaping @Sendable ((String) throws -> Void) throws -> Void
  ) {
    self.init(files: [File(pieces: pieces)], notes: notes)
  }
}
