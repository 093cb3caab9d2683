import Testing

/// Whether it happened, will, could, or did not.
@Suite struct StatusTests {
  static let indonesian: [SentenceCase] = [
    .id("Jepang tidak membeli gas dari Rusia.", "JPN COOPERATE RUS denied"),
    .id("Hungaria belum meratifikasi perjanjian dengan Swedia.", "HUN AGREE SWE denied"),
    .id("Iran tidak pernah menyerang Arab Saudi.", "IRN ASSAULT SAU denied"),
    .id("Turki batal mengunjungi Israel.", "ISR CONSULT TUR denied"),
    .id("Serbia menolak tuntutan Kosovo.", "SRB REJECT XKX occurred"),
    .id("Korea Selatan akan mengirim tank ke Polandia.", "KOR AID POL planned"),
    .id("Filipina berencana membeli rudal dari India.", "IND COOPERATE PHL planned"),
    .id("Norwegia siap mengirim bantuan ke Sudan.", "NOR AID SDN planned"),
    .id("Presiden Serbia dijadwalkan mengunjungi China.", "CHN CONSULT SRB planned"),
    .id("China mungkin menyerang Taiwan.", "CHN ASSAULT TWN hypothetical"),
    .id(
      "Jika India menyerang Pakistan, perang akan meluas.", "IND ASSAULT PAK hypothetical"),
    .id("Kanada mempertimbangkan mengirim tank ke Ukraina.", "CAN AID UKR hypothetical"),
    .id("Rusia diduga menyerang Georgia.", "RUS ASSAULT GEO hypothetical"),
    .id("China dikabarkan menjual drone kepada Rusia.", "CHN COOPERATE RUS occurred"),
    .id(
      "Qatar sepakat untuk mengirim bantuan ke Lebanon.", "LBN AGREE QAT occurred",
      optional: ["QAT AID LBN"]),
    .id(
      "Iran mengancam akan menyerang Israel.", "IRN THREATEN ISR occurred",
      optional: ["IRN ASSAULT ISR"]),
    .id("Ukraina meminta Jerman mengirim tank.", "UKR REQUEST DEU occurred"),
    .id("Akankah Rusia menyerang Moldova?"),
    .id("Apa yang terjadi bila China menyerang Taiwan?"),
    .id(
      "Uni Eropa menjatuhkan sanksi baru terhadap Rusia hari ini.", "EU SANCTION RUS occurred"),
    .id("Rusia berhasil merebut kembali Sudzha dari Ukraina.", "RUS ASSAULT UKR occurred"),
    .id(
      "Kazakhstan tidak akan mengakui republik Donetsk dan Luhansk.", "KAZ SUPPORT DNR denied",
      "KAZ SUPPORT LNR denied"),
  ]

  static let english: [SentenceCase] = [
    .en("Japan did not buy gas from Russia.", "JPN COOPERATE RUS denied"),
    .en("Iran has never attacked Saudi Arabia.", "IRN ASSAULT SAU denied"),
    .en("Hungary has yet to ratify the treaty with Sweden.", "HUN AGREE SWE denied"),
    .en(
      "Serbia rejected Kosovo's demand.", "SRB REJECT XKX occurred", "XKX REQUEST SRB occurred"),
    .en(
      "Denmark ruled out sending troops to Ukraine.", "DNK REJECT UKR occurred",
      optional: ["DNK AID UKR"]),
    .en("South Korea will send tanks to Poland.", "KOR AID POL planned"),
    .en("The Philippines plans to buy missiles from India.", "IND COOPERATE PHL planned"),
    .en("Serbia's president is due to visit China.", "CHN CONSULT SRB planned"),
    .en(
      "Russia to send grain to Mali", "RUS AID MLI planned",
      issue: "goods that are sent are taken for sold"),
    .en("China could attack Taiwan.", "CHN ASSAULT TWN hypothetical"),
    .en("If India attacks Pakistan, the war will spread.", "IND ASSAULT PAK hypothetical"),
    .en("Canada is considering sending tanks to Ukraine.", "CAN AID UKR hypothetical"),
    .en("China has reportedly sold drones to Russia.", "CHN COOPERATE RUS occurred"),
    .en(
      "Qatar agreed to send aid to Lebanon.", "LBN AGREE QAT occurred", optional: ["QAT AID LBN"]),
    .en(
      "Iran threatened to attack Israel.", "IRN THREATEN ISR occurred",
      optional: ["IRN ASSAULT ISR"]),
    .en("Ukraine asked Germany to send tanks.", "UKR REQUEST DEU occurred"),
    .en("Poland asked Germany to send tanks to Ukraine.", "POL REQUEST DEU occurred"),
    .en("Ukraine asked Israel to attack Iran.", "UKR REQUEST ISR occurred"),
    .en("Will Russia invade Moldova?"),
    .en("What if China attacks Taiwan?"),
    .en("The European Union announced sanctions against Russia.", "EU SANCTION RUS occurred"),
    .en("Russia managed to retake Sudzha from Ukraine.", "RUS ASSAULT UKR occurred"),
    .en(
      "Kazakhstan will not recognise Donetsk and Luhansk as independent.",
      "KAZ SUPPORT DNR denied", "KAZ SUPPORT LNR denied"),
    .en("Turkey failed to send aid to Libya.", "TUR AID LBY denied"),
    .en(
      "Italy neither attacked nor occupied Slovenia.", "ITA ASSAULT SVN denied",
      "ITA COERCE SVN denied", issue: "a shared object is not carried over 'nor'"),
  ]

  static let others: [SentenceCase] = [
    .said("de", "Iran griff Saudi-Arabien nicht an.", "IRN ASSAULT SAU denied"),
    .said("de", "Iran hat Saudi-Arabien nicht angegriffen.", "IRN ASSAULT SAU denied"),
    .said("de", "Südkorea wird Panzer nach Polen schicken.", "KOR AID POL planned"),
    .said("de", "China könnte Taiwan angreifen.", "CHN ASSAULT TWN hypothetical"),
    .said("uk", "Іран не атакував Саудівську Аравію.", "IRN ASSAULT SAU denied"),
    .said("uk", "Польща передасть Україні танки.", "POL AID UKR planned"),
    .said("uk", "Китай може атакувати Тайвань.", "CHN ASSAULT TWN hypothetical"),
    .said("ru", "Иран не атаковал Саудовскую Аравию.", "IRN ASSAULT SAU denied"),
    .said("ru", "Польша намерена передать Украине танки.", "POL AID UKR planned"),
    .said("ru", "Китай может атаковать Тайвань.", "CHN ASSAULT TWN hypothetical"),
  ]

  @Test(arguments: indonesian + english + others)
  func reads(item: SentenceCase) { item.check() }
}
