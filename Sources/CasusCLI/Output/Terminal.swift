import Foundation

/// What is known of the terminal, if there is one.
enum Terminal {
  /// Whether a person watches standard error.
  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether results are shown on a terminal.
  static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether results may be set off by style: on a terminal that knows it, and where nobody said no.
  ///
  /// `NO_COLOR` (no-color.org) set to anything but nothing says no.
  static var showsStyle: Bool {
    let environment = ProcessInfo.processInfo.environment
    guard environment["NO_COLOR"]?.isEmpty ?? true, environment["TERM"] != "dumb" else {
      return false
    }
    return isOutput
  }

  /// The columns to wrap tables at: `$COLUMNS`, else the terminal's; `nil` when output is piped.
  static var width: Int? {
    if let text = ProcessInfo.processInfo.environment["COLUMNS"], let columns = Int(text) {
      return columns > 0 ? columns : nil
    }
    var size = winsize()
    guard isOutput,
      ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else { return nil }
    return Int(size.ws_col)
  }
}
