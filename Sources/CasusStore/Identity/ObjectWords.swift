import CasusModel

/// The words of an object that say what it is: without determiners, pronouns, numbers and amounts.
struct ObjectWords: Hashable {
  /// How long a word must be for two objects to agree by it alone.
  static let tellingLength = 4

  /// Folded words, sorted.
  let words: [String]
  /// The key of a place by which it is known in any language.
  let place: String?

  /// The words of an object.
  ///
  /// That of an attack is what was hit; the weapon, which some name in its place, is told by the mode.
  init(_ object: String, isOfAttack: Bool) {
    let all = Self.telling(object)
    words = isOfAttack ? all.filter { !Self.isOfAttacks($0) } : all
    place = nil
  }

  /// Whether the object of an event of some kind is what was attacked.
  static func isOfAttack(_ type: EventType, mode: String?) -> Bool {
    type == .assault && (mode == nil || EventGroup.isWay(mode, of: type))
  }

  /// The words of a place, which may be known by its name.
  init(place: String, known: PlaceKeys?) {
    words = Self.telling(place)
    self.place = known?[place]
  }

  private init() { (words, place) = ([], nil) }

  /// What a statement has that speaks of no object, or of no place.
  static let nothing = ObjectWords()

  private static func telling(_ text: String) -> [String] {
    let all = FoldedName.words(of: text).map { String($0) }
    return Set(all.filter { !isEmpty($0) }).sorted()
  }

  var isEmpty: Bool { words.isEmpty }

  /// Whether two objects share a telling word, or one says nothing that the other does not.
  func agree(with other: ObjectWords) -> Bool {
    if let place, place == other.place { return true }
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

  /// Whether a word of the object of an attack tells nothing of what was hit: it is that of a weapon,
  /// of the attack, or of anything that can be hit.
  private static func isOfAttacks(_ word: String) -> Bool {
    weapons.contains { word.hasPrefix($0) } || general.contains(word)
  }

  /// How weapons begin.
  private static let weapons = [
    "missile", "rocket", "drone", "rudal", "roket", "ракет", "дрон", "беспилотн", "безпілотн",
    "снаряд", "шахед", "shahed",
  ].flatMap { FoldedName.words(of: $0).map { String($0) } }

  private static let general = words(
    """
    ballistic cruise shell shells bomb bombs strike strikes attack attacks target targets site sites
    position positions territory area areas location locations
    balistik jelajah bom peluru serangan sasaran target posisi wilayah daerah lokasi titik
    баллистическими баллистические баллистических крылатыми крылатые крылатых бомбы бомбами удар удара
    удары ударов атака атаку атаки цель цели целей целям объект объекты объектов объектам позиция
    позиции позиций позициям территория территорию территории
    балістичними балістичні балістичних крилатими крилаті крилатих бомби бомбами удару ударів атак
    ціль цілі цілей цілям об'єкт об'єкти об'єктів об'єктам позиціях позиціям позицій територія територію
    території
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(
      text.split(whereSeparator: \.isWhitespace).flatMap { FoldedName.words(of: String($0)) }
        .map { String($0) })
  }

  /// Words that tell nothing of a thing, as `FoldedName` writes them.
  ///
  /// They stand here and not in `Data` because event identifiers depend on them; a change of them
  /// is a change of `IdentityRules.version`.
  private static let ignored = words(
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
    """)
}
