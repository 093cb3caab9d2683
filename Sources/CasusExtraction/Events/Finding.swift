import CasusKnowledge
import CasusModel

/// An event found in a sentence, before its status, speaker and date are judged.
struct Finding {
  var type: EventType
  var mode: String?
  var source: [ActorID]
  var target: [ActorID]
  /// The verb that carries it, or the verb that governs its noun; −1 when there is none.
  var verb: Int
  /// The noun phrase of a nominal event, or −1.
  var phrase: Int
  /// The frame.
  var frame: Int
  /// The chunks that carry it.
  var firstChunk: Int
  var lastChunk: Int
  /// The noun phrase of the object, or −1.
  var object: Int
  /// The bytes of the words that say what was sent, sold, banned …, if any do.
  var thing: Range<Int>?
  /// The item that names the place where it happens, if any does.
  var place: Int?
  /// Which preposition filled the target, or 0.
  var targetPreposition: Int
  /// Which form matched: active, passive, nominal, support verb.
  var form: String
  /// Whether actors were found through a pronoun or another anaphor.
  var usesAnaphor: Bool
  /// Whether the subject was taken over from another clause.
  var inheritsSubject: Bool
  /// Whether the target is only a place of the state.
  var targetIsPlace: Bool
  /// Whether it happened, where that was told before; `nil` where the sentence says so.
  var status: EventStatus?
  /// Which side supplies the other, where no frame tells.
  var supplier: EventSide?
  /// Whether the target is left to the article as a whole.
  var isOpen = false
  /// The side that the sentence does not name, when the article as a whole may tell it.
  var missing: EventSide?
  /// Whether the source is a government by its name or capital, and no crowd.
  var isOfficial = false
  /// Whether it repeats an act of others at another time: "after Russia and Syria".
  var isEcho = false
  /// The phrase of those others, or −1.
  var echo = -1
  /// The chunk of the date that stands with its sides alone ("with Italy in June and with Egypt in
  /// August"), or −1.
  var datedBy = -1
  /// Who stands on each side where the words of the frame do not say: the names of the steps.
  var sourceStep: String?
  var targetStep: String?
}
