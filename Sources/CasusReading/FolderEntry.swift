import Foundation

/// A file found in a folder that somebody named: it is opened only when it lies there.
public enum FolderEntry {
  /// Why a file that was found in a folder is not opened, if there is a reason.
  ///
  /// A link that leads out of the folder may have been put there by somebody else to have another
  /// file read, and a pipe or device would be waited for.
  /// - Parameters:
  ///   - path: the file.
  ///   - folder: the folder that was named.
  /// - Returns: the problem, or `nil`.
  public static func problem(with path: String, in folder: String) -> ReadingProblem? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFREG else {
      return ReadingProblem(
        file: path, message: "is a pipe or device, and passed over; name it itself to read it")
    }
    var link = stat()
    guard lstat(path, &link) == 0, link.st_mode & S_IFMT == S_IFLNK,
      let target = realPath(path), let base = realPath(folder)
    else { return nil }
    guard target.hasPrefix(base == "/" ? base : base + "/") else {
      return ReadingProblem(
        file: path,
        message: "is a link that leads out of the folder, and passed over; name the file itself to "
          + "read it")
    }
    return nil
  }

  /// Whether a path leads to a file that can be opened again and again.
  public static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
