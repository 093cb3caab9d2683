/// How large one article may be, as a file or row and as text.
enum ArticleSize {
  /// The most bytes; thousands of times a long report, so that what is larger is something else.
  static let largest = 32 << 20

  /// The words for what is larger.
  static let message = "is longer than \(largest >> 20) MB, too long for one article; split it"
}
