/// How large one article may be; what is larger is a file of something else.
enum ArticleSize {
  /// The longest text, in bytes of UTF-8: some forty times a long newspaper report.
  static let largestText = 4 << 20
  /// The longest source of one article, such as a web page with pictures in it, in bytes.
  static let largestSource = 32 << 20

  /// The words for a text or source that is too long.
  static func message(largest: Int) -> String {
    "is longer than \(largest >> 20) MB, too long for one article; split it"
  }
}
