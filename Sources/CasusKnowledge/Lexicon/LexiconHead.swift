/// What a lexicon holds besides its tables: frames, and what is known of the language as a whole.
struct LexiconHead {
  var language: String
  var nounHead: LanguagePack.HeadPosition
  var usesCases: Bool
  var putsVerbSecond: Bool
  var hasPossessive: Bool
  var article: String
  var spelling: Spelling
  var boilerplatePrefixes: [String]
  var boilerplateLines: [String]
  var unknownVerbPrefixes: [String]
  var unknownVerbSuffixes: [String]
  var unknownVerbMinimum: Int
  var unknownVerbForms: [(ending: String, features: FormFeatures)]
  var unknownAdjectiveEndings: [(ending: String, features: FormFeatures)]
  var unknownAdjectiveMinimum: Int
  var enemies: [String]
  var partial: [String]
  var means: [String]
  var about: [String]
  var over: [String]
  var frames: [CompiledFrame]
  var classNumbers: [String: Int]
  var prepositions: [String: Int]

  init(_ pack: LanguagePack, _ compiler: FrameCompiler) {
    language = pack.code
    nounHead = pack.nounHead
    usesCases = pack.usesCases
    putsVerbSecond = pack.putsVerbSecond
    hasPossessive = pack.possessive != nil
    article = pack.article ?? ""
    spelling = pack.spelling
    boilerplatePrefixes = pack.boilerplatePrefixes
    boilerplateLines = pack.boilerplateLines
    unknownVerbPrefixes = pack.unknownVerbPrefixes
    unknownVerbSuffixes = pack.unknownVerbSuffixes
    unknownVerbMinimum = pack.unknownVerbMinimum
    unknownVerbForms = pack.unknownVerbForms
    unknownAdjectiveEndings = pack.unknownAdjectiveEndings
    unknownAdjectiveMinimum = pack.unknownAdjectiveMinimum
    enemies = pack.enemies
    partial = pack.partial
    means = pack.means
    about = pack.about
    over = pack.over
    frames = compiler.compiled
    classNumbers = compiler.classNumbers
    prepositions = compiler.prepositions
  }
}

// MARK: As bytes

extension LexiconHead {
  /// The head as bytes that `init(bytes:)` of the same program reads.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.add(language)
    writer.add(nounHead == .first)
    writer.add(usesCases)
    writer.add(putsVerbSecond)
    writer.add(hasPossessive)
    writer.add(article)
    writer.add(spelling.letters)
    writer.add(spelling.capitalisesNouns)
    writer.add(spelling.hasOrdinalStop)
    writer.add(spelling.inflectsForeignNames)
    writer.add(spelling.compoundLinks != nil)
    writer.add(spelling.compoundLinks ?? [])
    writer.add(spelling.euphony) { $0.add($1) }
    writer.add(boilerplatePrefixes)
    writer.add(boilerplateLines)
    writer.add(unknownVerbPrefixes)
    writer.add(unknownVerbSuffixes)
    writer.add(unknownVerbMinimum)
    writer.add(unknownVerbForms, each: Self.addEnding)
    writer.add(unknownAdjectiveEndings, each: Self.addEnding)
    writer.add(unknownAdjectiveMinimum)
    writer.add(enemies)
    writer.add(partial)
    writer.add(means)
    writer.add(about)
    writer.add(over)
    writer.add(frames) { $1.add(to: &$0) }
    writer.add(classNumbers)
    writer.add(prepositions)
    return writer.bytes
  }

  /// - Returns: `nil` when the bytes are no head.
  init?(bytes: UnsafeRawBufferPointer) {
    var reader = ByteReader(bytes)
    language = reader.text()
    nounHead = reader.flag() ? .first : .last
    usesCases = reader.flag()
    putsVerbSecond = reader.flag()
    hasPossessive = reader.flag()
    article = reader.text()
    spelling = Spelling()
    spelling.letters = reader.text()
    spelling.capitalisesNouns = reader.flag()
    spelling.hasOrdinalStop = reader.flag()
    spelling.inflectsForeignNames = reader.flag()
    let hasLinks = reader.flag()
    let links = reader.texts()
    spelling.compoundLinks = hasLinks ? links : nil
    spelling.euphony = reader.list { $0.texts() }
    boilerplatePrefixes = reader.texts()
    boilerplateLines = reader.texts()
    unknownVerbPrefixes = reader.texts()
    unknownVerbSuffixes = reader.texts()
    unknownVerbMinimum = reader.number()
    unknownVerbForms = reader.list(Self.ending)
    unknownAdjectiveEndings = reader.list(Self.ending)
    unknownAdjectiveMinimum = reader.number()
    enemies = reader.texts()
    partial = reader.texts()
    means = reader.texts()
    about = reader.texts()
    over = reader.texts()
    frames = reader.list { CompiledFrame(from: &$0) }
    classNumbers = reader.numbers()
    prepositions = reader.numbers()
    if reader.isDamaged { return nil }
  }

  private static func addEnding(
    _ writer: inout ByteWriter, _ ending: (ending: String, features: FormFeatures)
  ) {
    writer.add(ending.ending)
    writer.add(ending.features.rawValue)
  }

  private static func ending(
    _ reader: inout ByteReader
  ) -> (ending: String, features: FormFeatures) {
    (reader.text(), FormFeatures(rawValue: reader.value(else: 0)))
  }
}
