/// The words of an object that say what it is: without determiners, pronouns, numbers and amounts.
struct ObjectWords: Hashable {
  /// How long a word must be for two objects to agree by it alone.
  static let tellingLength = 4

  /// Folded words, sorted.
  let words: [String]

  init(_ object: String?) {
    let all = object.map { FoldedName.words(of: $0).map { String($0) } } ?? []
    words = Set(all.filter { !Self.isEmpty($0) }).sorted()
  }

  var isEmpty: Bool { words.isEmpty }

  /// Whether two objects share a telling word, or one says nothing that the other does not.
  func agree(with other: ObjectWords) -> Bool {
    let telling = words.contains { word in
      word.count >= Self.tellingLength && other.words.contains { Self.isSame(word, $0) }
    }
    return telling || isPart(of: other) || other.isPart(of: self)
  }

  private func isPart(of other: ObjectWords) -> Bool {
    words.allSatisfy { word in other.words.contains { Self.isSame(word, $0) } }
  }

  /// Whether two words are one but for their endings: `rocket` and `rockets`, `снаряды` and
  /// `снарядов`.
  static func isSame(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let shared = zip(a, b).prefix { $0 == $1 }.count
    return shared >= tellingLength && max(a.count, b.count) - shared <= 3
  }

  private static func isEmpty(_ word: String) -> Bool {
    word.allSatisfy(\.isNumber) || ignored.contains(word)
  }

  /// Words that tell nothing of a thing, as `FoldedName` writes them.
  ///
  /// They stand here and not in `Data` because event identifiers depend on them; a change of them
  /// is a change of `IdentityRules.version`.
  private static let ignored = Set(
    """
    a an the this that these those its his her their our all any some such more most many much
    several both other others another new first second about around least nearly almost over up to
    of for from with and or in on at by one two three four five six ten dozen dozens hundred hundreds
    thousand thousands million millions billion billions number amount kind type sort
    yang itu ini tersebut para sebuah suatu beberapa sejumlah semua seluruh setiap kedua banyak lebih
    lain lainnya baru dari dan atau untuk di ke dengan oleh sekitar hampir satu dua tiga empat lima
    enam sepuluh puluh puluhan belasan ratus ratusan ribu ribuan juta jutaan miliar miliaran jenis apa
    pun nya
    эти этот эта это те тот та то свой свои своих их его ее все всех любой любые какие какой либо
    более много несколько около другие другой новые новый обе оба и или в на с со из от для по к о
    один два две три четыре пять шесть десять десятки сто сотни тысяча тысячи тысяч миллион миллионы
    миллионов миллиард миллиардов число вид
    ці цей ця це ті той та те свій свої їх його її всі усі всіх будь які який більше багато кілька
    близько інші інший нові новий обидва обидві і й або у в на з зі із від для по до про один два дві
    три чотири п'ять шість десять десятки сто сотні тисяча тисячі тисяч мільйон мільйони мільйонів
    мільярд мільярдів число вид
    """.split(whereSeparator: \.isWhitespace).flatMap { FoldedName.words(of: String($0)) }
      .map { String($0) })
}
