/// Ctrl-C was pressed; thrown at the end of a batch to leave the work there.
struct Stopped: Error {
  /// What is to be said after "stopped by Ctrl-C; ".
  var advice = "run the same command again to do the rest"

  /// Throws when Ctrl-C was pressed and nothing of what is written may stay.
  static func unlessUninterrupted() throws {
    if Interruption.hasHappened { throw Stopped(advice: "nothing was written") }
  }
}
