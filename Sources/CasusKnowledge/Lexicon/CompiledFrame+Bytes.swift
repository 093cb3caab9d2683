import CasusModel

// Frames as bytes, for lexicons that are kept in files.

extension CompiledFrame {
  func add(to writer: inout ByteWriter) {
    frame.add(to: &writer)
    writer.add(objectClasses)
    writer.add(subjectClasses)
    writer.add(complementClasses)
    writer.add(needsActorObject)
    for places in [source, target, nominalSource, nominalTarget] {
      writer.add(places) { $0.add($1) }
    }
  }

  convenience init(from reader: inout ByteReader) {
    func places() -> [Place] { reader.list { $0.value(else: .subject) } }
    self.init(
      frame: Frame(from: &reader), objectClasses: reader.value(else: ClassSet()),
      subjectClasses: reader.value(else: ClassSet()),
      complementClasses: reader.value(else: ClassSet()), needsActorObject: reader.flag(),
      source: places(), target: places(), nominalSource: places(), nominalTarget: places())
  }
}

extension Frame {
  func add(to writer: inout ByteWriter) {
    for words in [verbs, nouns, adjectives, object, subject, complement] { writer.add(words) }
    writer.add(type?.rawValue)
    writer.add(mode)
    for slots in [source, target, nominalSource, nominalTarget] {
      writer.add(slots) { $1.add(to: &$0) }
    }
    writer.add(isReciprocal)
    writer.add(supplier.rawValue)
    writer.add(content?.rawValue)
    for status in [negated, past, status] { writer.add(status?.rawValue) }
    writer.add(isAttempt)
    writer.add(origin)
  }

  init(from reader: inout ByteReader) {
    func slots() -> [Slot] { reader.list { Slot(from: &$0) } }
    func status() -> EventStatus? { reader.optionalText().flatMap { EventStatus(rawValue: $0) } }
    self.init(
      verbs: reader.texts(), nouns: reader.texts(), adjectives: reader.texts(),
      object: reader.texts(), subject: reader.texts(), complement: reader.texts(),
      type: reader.optionalText().flatMap { EventType(rawValue: $0) },
      mode: reader.optionalText(), source: slots(), target: slots(), nominalSource: slots(),
      nominalTarget: slots(), isReciprocal: reader.flag(),
      supplier: EventSide(rawValue: reader.text()) ?? .source,
      content: reader.optionalText().flatMap { ContentKind(rawValue: $0) },
      negated: status(), past: status(), status: status(), isAttempt: reader.flag(),
      origin: reader.text())
  }
}

extension Slot {
  func add(to writer: inout ByteWriter) {
    switch self {
    case .subject: writer.add(UInt8(0))
    case .object: writer.add(UInt8(1))
    case .possessor: writer.add(UInt8(2))
    case .speaker: writer.add(UInt8(5))
    case .preposition(let word, let features):
      writer.add(UInt8(3))
      writer.add(word)
      writer.add(features.rawValue)
    case .grammaticalCase(let features):
      writer.add(UInt8(4))
      writer.add(features.rawValue)
    }
  }

  init(from reader: inout ByteReader) {
    func features() -> FormFeatures { FormFeatures(rawValue: reader.value(else: 0)) }
    switch reader.value(else: UInt8(0)) {
    case 1: self = .object
    case 2: self = .possessor
    case 3: self = .preposition(reader.text(), features())
    case 4: self = .grammaticalCase(features())
    case 5: self = .speaker
    default: self = .subject
    }
  }
}
