import CasusData
public import Foundation

/// Keeps the tables of lexicons in files of a folder, so that a start need not make them anew.
///
/// A file is used only when it was written by this very program from the same knowledge and is
/// whole; any other is passed over and in time replaced. What cannot be read or written costs time,
/// never an error.
public struct LexiconCache: Sendable {
  let folder: URL

  /// Keeps files in a folder, which is made when it is missing.
  public init(folder: URL) {
    self.folder = folder
  }

  /// The cache of this user: `$CASUS_CACHE` if it names a folder, else `casus` in
  /// `$XDG_CACHE_HOME` or `~/.cache`.
  ///
  /// - Returns: `nil` when `$CASUS_CACHE` is `off`, or no folder is known.
  public static func standard(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> LexiconCache? {
    if let chosen = environment["CASUS_CACHE"], !chosen.isEmpty {
      return chosen == "off" ? nil : LexiconCache(folder: URL(filePath: chosen))
    }
    // The XDG Base Directory Specification asks for absolute paths.
    if let path = environment["XDG_CACHE_HOME"], path.hasPrefix("/") {
      return LexiconCache(folder: URL(filePath: path).appending(path: "casus"))
    }
    if let home = environment["HOME"], home.hasPrefix("/") {
      return LexiconCache(folder: URL(filePath: home).appending(path: ".cache/casus"))
    }
    return nil
  }

  /// The lexicon of a language from a file, if there is one for the key.
  func lexicon(of language: String, key: UInt64) -> Lexicon? {
    guard let tables = file(language, key).read() else { return nil }
    return LexiconHead(bytes: tables.head).map { Lexicon(head: $0, tables: tables) }
  }

  /// Writes the tables of a lexicon to a file, if that can be done.
  func keep(_ tables: LexiconTables, of language: String, key: UInt64) {
    if makeFolder(), file(language, key).write(tables) { removeOld(language) }
  }

  private func file(_ language: String, _ key: UInt64) -> LexiconFile {
    let name = "\(language)-\(String(key, radix: 16)).lexicon"
    return LexiconFile(path: folder.appending(path: name).path, key: key)
  }

  private func makeFolder() -> Bool {
    // Only the user's own: what lies in it is trusted.
    (try? FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]))
      != nil
  }

  // MARK: Keys

  /// The folders and files that a lexicon is made of.
  private static func sources(_ language: String) -> [(folder: String, ending: String)] {
    [("Actors", ".tsv"), ("EventTypes", ".yaml"), ("Languages/\(language)", ".yaml")]
  }

  /// Files of a language that its lexicon does not depend on.
  private static let others: Set<String> = ["examples.yaml"]

  /// A number for the program and all that the tables of a language are made of.
  ///
  /// - Returns: `nil` when one of them cannot be read.
  func key(of language: String, in data: DataDirectory) -> UInt64? {
    guard let program = Self.programMark() else { return nil }
    var checksum = Checksum()
    checksum.add(program)
    checksum.add(LexiconTables.Layout.fingerprint)
    for (folder, ending) in Self.sources(language) {
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: data.file(folder).path)
      else { return nil }
      for name in names.sorted() where name.hasSuffix(ending) && !Self.others.contains(name) {
        guard let content = try? Data(contentsOf: data.file("\(folder)/\(name)")) else {
          return nil
        }
        checksum.add(name)
        content.withUnsafeBytes { checksum.add($0) }
      }
    }
    return checksum.value
  }

  /// What tells this build of the program from others: its file's size and times.
  private static func programMark() -> UInt64? {
    #if os(Linux)
      let path = "/proc/self/exe"
    #else
      let path = Bundle.main.executablePath ?? ""
    #endif
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    var checksum = Checksum()
    checksum.add(UInt64(truncatingIfNeeded: status.st_size))
    checksum.add(UInt64(truncatingIfNeeded: status.st_ino))
    checksum.add(UInt64(truncatingIfNeeded: status.st_dev))
    #if canImport(Darwin)
      let times = [status.st_mtimespec, status.st_ctimespec]
    #else
      let times = [status.st_mtim, status.st_ctim]
    #endif
    for time in times {
      checksum.add(UInt64(truncatingIfNeeded: time.tv_sec))
      checksum.add(UInt64(truncatingIfNeeded: time.tv_nsec))
    }
    return checksum.value
  }

  // MARK: Old files

  /// How many files of a language are kept: for as many programs or data folders side by side.
  private static let keptCount = 3
  /// Files that a killed program left half-written go after so many seconds.
  private static let abandonedAge: TimeInterval = 3600

  private func removeOld(_ language: String) {
    let keys: [URLResourceKey] = [.contentModificationDateKey]
    let all = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: keys)
    let dated = (all ?? []).map { file in
      let values = try? file.resourceValues(forKeys: Set(keys))
      return (file, values?.contentModificationDate ?? .distantPast)
    }
    let own = dated.filter {
      $0.0.lastPathComponent.hasPrefix("\(language)-") && $0.0.pathExtension == "lexicon"
    }
    let old = own.sorted { $0.1 > $1.1 }.dropFirst(Self.keptCount)
    let abandoned = dated.filter {
      $0.0.lastPathComponent.contains(LexiconFile.partMark)
        && $0.1.timeIntervalSinceNow < -Self.abandonedAge
    }
    for (file, _) in old + abandoned { try? FileManager.default.removeItem(at: file) }
  }
}
