/// Modes that sentences treat alike, whatever they mean to relations.
enum LikeModes {
  /// What was imposed is ended, or made lighter.
  static let relief: Set<String?> = ["lift-sanctions", "ease-sanctions"]
  /// Relations between states are ended, or made worse.
  static let estrangement: Set<String?> = ["cut-relations", "downgrade-relations"]
  /// Imposed on one's own people, unless a place of others is named.
  static let domestic: Set<String?> = ["martial-law", "curfew"]
}
