import Foundation

/// The most memory that this process has ever held.
enum PeakMemory {
  /// Bytes.
  ///
  /// Linux counts `ru_maxrss` of a new program from the size of the one that started it, so the
  /// kernel's mark for the program itself is read there.
  static var byteCount: Int {
    #if canImport(Darwin)
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #else
      let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
      let mark = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      let kilobytes = mark?.split(whereSeparator: \.isWhitespace).dropFirst().first
      return 1024 * (kilobytes.flatMap { Int($0) } ?? 0)
    #endif
  }
}
