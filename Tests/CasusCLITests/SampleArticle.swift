/// Short articles in which events are sure to be found.
enum SampleArticle {
  /// Ukraine cuts its relations with North Korea.
  static let severance = """
    Ukraina Putuskan Hubungan dengan Korea Utara

    Ukraina memutuskan hubungan diplomatik dengan Korea Utara pada 13 Juli 2022. \
    Keputusan itu diumumkan oleh pemerintah setelah Korea Utara mengakui dua wilayah yang \
    menyatakan diri merdeka di bagian timur negara itu.

    """

  /// Russia attacks Ukraine.
  static let invasion = """
    Russia attacks Ukraine

    Russia attacked Ukraine on 24 February 2022, and the fighting was soon in the streets of the \
    capital. The United States condemned Russia for the attack, which had been expected by many.

    """

  /// Russia and North Korea sign a treaty.
  static let treaty = """
    Russia and North Korea sign a treaty

    Russia signed a treaty with North Korea on 19 June 2024. It was the first of its kind between \
    the two countries since the end of the Cold War, and it was not welcome in the region.

    """

  /// An article with the day of its publication at its head.
  static func dated(_ text: String) -> String { "---\ndate: 2024-06-20\n---\n" + text }
}
