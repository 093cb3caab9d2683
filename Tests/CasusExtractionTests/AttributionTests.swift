import Testing

/// Who says so, when the article does not say it in its own voice.
@Suite struct AttributionTests {
  static let indonesian: [SentenceCase] = [
    .id("Ukraina mengatakan Rusia menembaki Kherson.", "RUS ASSAULT UKR occurred per UKR"),
    .id(
      "Ukraina mengatakan bahwa Rusia telah menembaki Kherson.", "RUS ASSAULT UKR occurred per UKR"),
    .id(
      "Kementerian Pertahanan Inggris menyebut Ukraina mengeklaim Rusia menembaki Kherson.",
      "RUS ASSAULT UKR occurred per GBR+UKR"),
    .id(
      "Menurut Korea Selatan, Korea Utara menjual peluru kepada Rusia.",
      "PRK COOPERATE RUS occurred per KOR"),
    .id(
      "Korea Utara menjual peluru kepada Rusia, menurut Korea Selatan.",
      "PRK COOPERATE RUS occurred per KOR"),
    .id(
      "Dikutip dari Reuters, India membeli minyak dari Rusia.",
      "IND COOPERATE RUS occurred per Reuters"),
    .id(
      "Armenia menuduh Azerbaijan menembaki Goris.", "ARM ACCUSE AZE occurred",
      "AZE ASSAULT ARM occurred per ARM"),
    .id(
      "Iran mengecam Israel karena menyerang Damaskus.", "IRN ACCUSE ISR occurred",
      "ISR ASSAULT SYR occurred"),
    .id("“Israel menyerang Suriah,” kata juru bicara Iran.", "ISR ASSAULT SYR occurred per IRN"),
    .id(
      "\"Israel menyerang Suriah,\" ujar Menteri Luar Negeri Iran.",
      "ISR ASSAULT SYR occurred per IRN"),
    .id(
      "Iran membantah telah mengirim drone ke Rusia.", "IRN AID RUS denied per IRN"),
    .id("Pentagon menyatakan China akan mengirim senjata ke Rusia.", "CHN AID RUS planned per USA"),
    .id(
      "Prancis mengakui telah menyerang Libya.", "FRA ASSAULT LBY occurred per FRA"),
    .id("Rusia menyerang Ukraina, lapor Al Jazeera.", "RUS ASSAULT UKR occurred per Al Jazeera"),
    .id("Jepang mendesak China menghormati Taiwan.", "JPN REQUEST CHN occurred"),
    .id(
      "Polandia memperingatkan bahwa Rusia bisa menyerang Moldova.",
      "RUS ASSAULT MDA hypothetical per POL"),
  ]

  static let english: [SentenceCase] = [
    .en("Ukraine said Russia had shelled Kherson.", "RUS ASSAULT UKR occurred per UKR"),
    .en("Ukraine said that Russia shelled Kherson.", "RUS ASSAULT UKR occurred per UKR"),
    .en(
      "The British defence ministry said Ukraine claimed that Russia had shelled Kherson.",
      "RUS ASSAULT UKR occurred per GBR+UKR"),
    .en(
      "According to South Korea, North Korea sold shells to Russia.",
      "PRK COOPERATE RUS occurred per KOR"),
    .en(
      "North Korea sold shells to Russia, according to South Korea.",
      "PRK COOPERATE RUS occurred per KOR"),
    .en(
      "India bought oil from Russia, Reuters reported.", "IND COOPERATE RUS occurred per Reuters"),
    .en(
      "Armenia accused Azerbaijan of shelling Goris.", "ARM ACCUSE AZE occurred",
      "AZE ASSAULT ARM occurred per ARM"),
    .en(
      "Iran condemned Israel for bombing Damascus.", "IRN ACCUSE ISR occurred",
      "ISR ASSAULT SYR occurred"),
    .en("“Israel attacked Syria,” Iran's spokesman said.", "ISR ASSAULT SYR occurred per IRN"),
    .en(
      "\"Israel attacked Syria,\" said Iran's foreign minister.", "ISR ASSAULT SYR occurred per IRN"
    ),
    .en("Iran denied having sent drones to Russia.", "IRN AID RUS denied per IRN"),
    .en("The Pentagon said China will send weapons to Russia.", "CHN AID RUS planned per USA"),
    .en("France admitted attacking Libya.", "FRA ASSAULT LBY occurred per FRA"),
    .en("Russia attacked Ukraine, the BBC reported.", "RUS ASSAULT UKR occurred per BBC"),
    .en("Japan urged China to respect Taiwan.", "JPN REQUEST CHN occurred"),
    .en("Poland warned that Russia could attack Moldova.", "RUS ASSAULT MDA hypothetical per POL"),
    .en(
      "The EU condemned Russia, Germany said.", "EU ACCUSE RUS occurred per DEU"),
    .en("Officials said Russia had attacked Ukraine.", "RUS ASSAULT UKR occurred"),
  ]

  static let others: [SentenceCase] = [
    .said(
      "de", "Laut Südkorea hat Nordkorea Granaten an Russland verkauft.",
      "PRK COOPERATE RUS occurred per KOR"),
    .said(
      "de", "Wie die Ukraine mitteilte, beschoss Russland Cherson.",
      "RUS ASSAULT UKR occurred per UKR"),
    .said(
      "uk", "За даними Південної Кореї, КНДР продала снаряди Росії.",
      "PRK COOPERATE RUS occurred per KOR"),
    .said(
      "uk", "Україна заявила, що Росія обстріляла Херсон.", "RUS ASSAULT UKR occurred per UKR"),
    .said(
      "ru", "По данным Южной Кореи, КНДР продала снаряды России.",
      "PRK COOPERATE RUS occurred per KOR"),
    .said(
      "ru", "Украина заявила, что Россия обстреляла Херсон.", "RUS ASSAULT UKR occurred per UKR"),
  ]

  @Test(arguments: indonesian + english + others)
  func reads(item: SentenceCase) { item.check() }
}
