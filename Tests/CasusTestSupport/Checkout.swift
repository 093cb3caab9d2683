public import Foundation

/// The folders that tests read beside the code.
public enum Checkout {
  /// The root of the package.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The knowledge files and the sample articles.
  public static let data = root.appending(path: "Data")

  /// Where gold files lie: `$CASUS_SHARED`, else `../shared` beside the package.
  public static let shared: URL = {
    let named = ProcessInfo.processInfo.environment["CASUS_SHARED"]
    return named.map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
  }()

  /// The gold articles of the shared folder.
  public static let gold = shared.appending(path: "gold/dev")

  /// Whether the shared folder is there.
  public static let hasGold = FileManager.default.fileExists(atPath: gold.path)
}
