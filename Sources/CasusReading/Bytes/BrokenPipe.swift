import Foundation

/// The signal that a write to a program that has gone away raises.
enum BrokenPipe {
  /// Runs a write with the signal held back on this thread, so that only `errno` tells of it.
  ///
  /// Elsewhere it goes on ending the program in silence, as `casus … | head` expects.
  static func held<T>(_ body: () -> T) -> T {
    var signals = sigset_t()
    var before = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, &before)
    let result = body()
    let code = errno
    var pending = sigset_t()
    sigpending(&pending)
    if sigismember(&pending, SIGPIPE) == 1 {
      var caught: Int32 = 0
      sigwait(&signals, &caught)
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    errno = code
    return result
  }
}
