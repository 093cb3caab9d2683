/// Counts words as `wc -w` does: runs of anything but white space.
enum WordCount {
  static func words(in text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var count = 0
      var isInWord = false
      for byte in bytes {
        let isSpace = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
        if !isSpace, !isInWord { count += 1 }
        isInWord = !isSpace
      }
      return count
    }
  }
}
