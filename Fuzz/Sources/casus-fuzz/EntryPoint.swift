import Foundation

/// The target that `CASUS_FUZZ` names, made before the first input.
private let target: any FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["CASUS_FUZZ"] ?? ""
  guard let kind = FuzzTargets.all[name] else {
    let known = FuzzTargets.all.keys.sorted().joined(separator: ", ")
    FileHandle.standardError.write(
      Data("casus-fuzz: set CASUS_FUZZ to one of: \(known)\n".utf8))
    exit(64)
  }
  do {
    return try kind.init(knowledge: try FuzzKnowledge())
  } catch {
    FileHandle.standardError.write(Data("casus-fuzz: \(error)\n".utf8))
    exit(66)
  }
}()

/// What libFuzzer calls first; loading the knowledge must not count as the time of an input.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>?,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
  _ = target
  return 0
}

/// What libFuzzer calls for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.take(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
