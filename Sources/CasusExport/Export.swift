/// What a format makes of a graph: one or more files, and what the reader should know of them.
public struct Export: Hashable, Sendable {
  /// One file of an export.
  public struct File: Hashable, Sendable {
    /// The file's name within the folder, such as `nodes.csv`; `nil` for the only file.
    public var name: String?
    /// The content, to be written as UTF-8.
    public var content: String

    /// Makes a file from its parts.
    public init(name: String? = nil, content: String) {
      self.name = name
      self.content = content
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
}
