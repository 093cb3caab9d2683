import CGraphviz

/// From where memory is handed out in a process that draws one picture.
public enum MemoryArenas {
  /// Lets all threads share the heap of the first one.
  ///
  /// glibc gives every other thread an arena of its own, which grows a few pages at a time, each time
  /// with a call of the kernel: a twentieth of the time of a small picture. Programs whose threads
  /// work at the same time are better off with these. To be called before there is another thread;
  /// with another C library it does nothing.
  public static func keepOne() {
    casus_keep_one_arena()
  }
}
