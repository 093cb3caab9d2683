import CGraphviz
import Foundation

/// From where memory is handed out to the threads of a process.
public enum MemoryArenas {
  /// Lets all threads share the heap of the first one, in a process that draws one picture.
  ///
  /// glibc gives every other thread an arena of its own, which grows a few pages at a time, each time
  /// with a call of the kernel: a twentieth of the time of a small picture. Programs whose threads
  /// work at the same time are better off with these. To be called before there is another thread;
  /// with another C library it does nothing.
  public static func keepOne() {
    casus_keep_one_arena()
  }

  /// Lets there be as many as there are cores, two at least.
  ///
  /// One thread of an import makes what another one frees, and which thread does what changes from batch
  /// to batch. With an arena for each thread, what is free in one of them is of no use to the others, and
  /// an import of a table held half as much again. To be called before there is another thread.
  public static func keepOneForEachCore() {
    casus_limit_arenas(Int32(max(2, ProcessInfo.processInfo.activeProcessorCount)))
  }
}
