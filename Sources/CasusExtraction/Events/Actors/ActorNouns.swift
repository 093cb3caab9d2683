import CasusKnowledge
import CasusModel

/// The nouns and prepositions of a language that tell whom a phrase means.
///
/// A class that all readings of a language share: sets of classes are large, and a resolver that held
/// them would be copied with them whenever one of its methods calls another.
final class ActorNouns: Sendable {
  /// The numbers of "of", "against" and "with", or −1.
  let ofNumber: Int
  let againstNumber: Int
  let withNumber: Int
  /// Nouns that "they" may stand for.
  let crowdClasses: ClassSet
  /// Nouns for a person.
  let personClasses: ClassSet
  /// Nouns of those who may be in a foreign capital.
  let foreignClasses: ClassSet
  /// Nouns for states.
  let stateClass: ClassSet
  /// Those who stand for states alone, when they are two.
  let officeClasses: ClassSet
  /// Nouns of those who are of the country they are in: police, workers.
  let localClass: ClassSet
  /// Nouns for a piece of land.
  let groundClass: ClassSet
  /// Nouns that stand before the name of a ship, and the letters that do: "frigate", "USS".
  let shipClasses: ClassSet
  let shipPrefixes: ClassSet
  /// Those who speak for their state or body.
  let officialClasses: ClassSet
  /// What is said against somebody.
  let claimClass: ClassSet
  /// Diplomats and embassies.
  let missionClasses: ClassSet
  /// Words for whoever is beyond a border, stands by somebody, or against them.
  let neighbourClass: ClassSet
  let friendClass: ClassSet
  let foeClass: ClassSet
  /// Words that describe states, such as "the island", and whom they may mean.
  let traits: [(words: ClassSet, members: Set<ActorID>)]

  init(lexicon: Lexicon, ties: StandingTies) {
    ofNumber = lexicon.prepositions["of"] ?? -1
    againstNumber = lexicon.prepositions["against"] ?? -1
    withNumber = lexicon.prepositions["with"] ?? -1
    crowdClasses = lexicon.classes("troops", "people")
    personClasses = lexicon.classes("people", "leader", "officeholder")
    foreignClasses = lexicon.classes(
      "troops", "people", "diplomat", "envoy", "vessel", "arms", "embassy")
    stateClass = lexicon.classes("state_word")
    officeClasses = lexicon.classes("leader", "officeholder", "dignitary", "state_body")
    localClass = lexicon.classes("local_word")
    groundClass = lexicon.classes("ground")
    shipClasses = lexicon.classes("ship_word", "boat", "warship")
    shipPrefixes = lexicon.classes("ship_prefix")
    officialClasses = lexicon.classes("leader", "officeholder", "dignitary", "diplomat", "envoy")
    claimClass = lexicon.classes("claim")
    missionClasses = lexicon.classes("diplomat", "embassy")
    neighbourClass = lexicon.classes("neighbour_word")
    friendClass = lexicon.classes("friend_word")
    foeClass = lexicon.classes("foe_word")
    traits = ties.traits.map { (lexicon.classes($0.className), $0.members) }
  }
}
