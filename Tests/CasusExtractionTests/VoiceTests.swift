import Testing

/// Who acts on whom: voice, relative clauses, coordination, anaphors.
@Suite struct VoiceTests {
  static let indonesian: [SentenceCase] = [
    .id("Pos militer Armenia diserang oleh pasukan Azerbaijan.", "AZE ASSAULT ARM occurred"),
    .id("Pelabuhan Hodeidah digempur jet tempur Arab Saudi.", "SAU ASSAULT YEM occurred"),
    .id("Rusia dikecam NATO.", "NATO ACCUSE RUS occurred"),
    .id("Kedutaan Besar Swedia dibakar semalam."),
    .id("Wilayah Suriah kerap diserang Israel.", "ISR ASSAULT SYR occurred"),
    .id(
      "Diplomat Rusia yang diusir Bulgaria meninggalkan Sofia.", "BGR SANCTION RUS occurred"),
    .id(
      "Mesir, yang memutuskan hubungan dengan Qatar, memuji Arab Saudi.",
      "EGY SANCTION QAT occurred", "EGY SUPPORT SAU occurred"),
    .id(
      "Israel menyerang Suriah dan mengecam Iran.", "ISR ASSAULT SYR occurred",
      "ISR ACCUSE IRN occurred"),
    .id(
      "Prancis dan Jerman mengirim senjata ke Ukraina.", "FRA AID UKR occurred",
      "DEU AID UKR occurred"),
    .id(
      "Amerika Serikat menjatuhkan sanksi terhadap Iran dan Belarus.", "USA SANCTION IRN occurred",
      "USA SANCTION BLR occurred"),
    .id(
      "Polandia memutuskan hubungan dengan Belarus. Negara itu juga mengusir diplomat Rusia.",
      "POL SANCTION BLR occurred", "POL SANCTION RUS occurred"),
    .id(
      "Delegasi Sudan bertemu delegasi Mesir di Kairo. Kedua negara menandatangani perjanjian "
        + "dagang.", "EGY CONSULT SDN occurred", "EGY AGREE SDN occurred"),
    .id(
      "Presiden Putin tiba di Beijing. Ia bertemu Presiden Xi Jinping.",
      "CHN CONSULT RUS occurred"),
    .id(
      "India dan Pakistan saling menembaki di Kashmir.", "IND ASSAULT PAK occurred",
      "PAK ASSAULT IND occurred"),
    .id("Serangan Israel ke Lebanon berlanjut.", "ISR ASSAULT LBN occurred"),
    .id("Kunjungan Kim Jong Un ke Rusia berlangsung lima hari.", "PRK CONSULT RUS occurred"),
    .id("Pembelian gandum oleh Mesir dari Rusia meningkat.", "EGY COOPERATE RUS occurred"),
    .id("Turki melancarkan serangan udara terhadap Suriah.", "TUR ASSAULT SYR occurred"),
    .id("Ukraina menerima bantuan senjata dari Kanada.", "CAN AID UKR occurred"),
    .id("Blok tersebut dan anggotanya belum bersikap."),
    .id("Timnas Rusia menghajar Mesir 3-1 pada laga persahabatan."),
  ]

  static let english: [SentenceCase] = [
    .en(
      "Armenian positions were shelled by Azerbaijani troops.", "AZE ASSAULT ARM occurred"),
    .en("The Swedish embassy was set on fire overnight."),
    .en(
      "Egypt, which severed relations with Qatar, praised Saudi Arabia.",
      "EGY SANCTION QAT occurred", "EGY SUPPORT SAU occurred"),
    .en("The Russian diplomats expelled by Bulgaria left Sofia.", "BGR SANCTION RUS occurred"),
    .en(
      "Israel bombed Syria and condemned Iran.", "ISR ASSAULT SYR occurred",
      "ISR ACCUSE IRN occurred"),
    .en(
      "France and Germany sent weapons to Ukraine.", "FRA AID UKR occurred", "DEU AID UKR occurred"),
    .en(
      "The United States imposed sanctions on Iran and Belarus.", "USA SANCTION IRN occurred",
      "USA SANCTION BLR occurred"),
    .en(
      "Poland cut ties with Belarus. The country also expelled Russian diplomats.",
      "POL SANCTION BLR occurred", "POL SANCTION RUS occurred"),
    .en(
      "A Sudanese delegation met an Egyptian delegation in Cairo. The two countries signed a trade "
        + "agreement.", "EGY CONSULT SDN occurred", "EGY AGREE SDN occurred"),
    .en("Putin arrived in Beijing. He met Xi Jinping.", "CHN CONSULT RUS occurred"),
    .en(
      "India and Pakistan shelled each other in Kashmir.", "IND ASSAULT PAK occurred",
      "PAK ASSAULT IND occurred"),
    .en("Israel's strike on Lebanon killed four.", "ISR ASSAULT LBN occurred"),
    .en("Russia's purchase of shells from North Korea continued.", "PRK COOPERATE RUS occurred"),
    .en("Moldova summoned the Russian ambassador.", "MDA ACCUSE RUS occurred"),
    .en("Turkey carried out an air strike on Syria.", "TUR ASSAULT SYR occurred"),
    .en("Ukraine received weapons from Canada.", "CAN AID UKR occurred"),
    .en(
      "Israeli jets struck Lebanon after Hezbollah fired rockets at Haifa.",
      "ISR ASSAULT LBN occurred", "ORG:Hezbollah ASSAULT ISR occurred"),
    .en("Kyiv's forces withdrew.", "UKR RETREAT – occurred"),
    .en("England beat Germany 2-0 in the semi-final."),
    .en("The European Union lifted sanctions on Zimbabwe.", "EU RETREAT ZWE occurred"),
    .en("Japan and South Korea held joint drills.", "JPN COOPERATE KOR occurred"),
    .en("Three million people fled Sudan."),
    .en("The South Sudanese army attacked Uganda.", "SSD ASSAULT UGA occurred"),
    .en("The North Macedonian president condemned Serbia.", "MKD ACCUSE SRB occurred"),
    .en("The West African bloc left."),
  ]

  static let others: [SentenceCase] = [
    .said("de", "Die Ukraine wurde von Russland angegriffen.", "RUS ASSAULT UKR occurred"),
    .said("uk", "Сирію атакував Ізраїль.", "ISR ASSAULT SYR occurred"),
    .said("uk", "Сирія була атакована Ізраїлем.", "ISR ASSAULT SYR occurred"),
    .said("ru", "Сирию атаковал Израиль.", "ISR ASSAULT SYR occurred"),
    .said("ru", "Сирия была атакована Израилем.", "ISR ASSAULT SYR occurred"),
  ]

  @Test(arguments: indonesian + english + others)
  func reads(item: SentenceCase) { item.check() }
}
