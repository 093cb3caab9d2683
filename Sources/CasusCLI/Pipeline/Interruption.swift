import Foundation
import Synchronization

/// Ctrl-C: the first one asks the command to stop at the next good moment, the second one kills it.
enum Interruption {
  private static let flag = Atomic(false)

  /// Whether Ctrl-C was pressed since `listen`.
  static var hasHappened: Bool { flag.load(ordering: .relaxed) }

  /// Starts to listen.
  static func listen() {
    flag.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in
      Interruption.flag.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }
}
