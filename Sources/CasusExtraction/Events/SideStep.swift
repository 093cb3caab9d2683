import CasusModel

/// An act, told by a verb or a noun, whose sides are looked for.
protocol SidedAct {
  var source: Filling { get set }
  var target: Filling { get set }
  /// What names the source where the words of the frame do not: the name of a step.
  var sourceStep: String? { get set }
  /// What names the target where the words of the frame do not: the name of a step.
  var targetStep: String? { get set }
}

extension SidedAct {
  var hasSource: Bool { !source.actors.isEmpty }
  var hasTarget: Bool { !target.actors.isEmpty }
}

/// One step in finding who acts on whom, for a verb or a noun whose frame has been chosen.
///
/// The steps of `EventFinder.verbSteps` and `nounSteps` are taken in their order. A step for a side is
/// left out when that side is filled already. What a step is called, `casus explain` prints beside the
/// event.
struct SideStep<Act: SidedAct>: Sendable {
  /// The side that the step fills, `nil` when nobody stands there.
  typealias Fill = @Sendable (EventFinder, Act, Sentence, inout ActorResolver) -> Filling?
  /// Whether something holds of the act.
  typealias Test = @Sendable (EventFinder, Act, Sentence, inout ActorResolver) -> Bool
  /// Changes what was found.
  typealias Change = @Sendable (EventFinder, inout Act, Sentence, inout ActorResolver) -> Void
  /// The events in place of the one that the frame asks for, `nil` to go on.
  typealias Replace = @Sendable (EventFinder, Act, Sentence, inout ActorResolver) -> [Finding]?

  enum Work: Sendable {
    /// Looks for a source while there is none.
    case source(Fill)
    /// Looks for a target while there is none.
    case target(Fill)
    /// Names another target than the words at the verb do.
    case correction(Fill)
    /// Sees to both sides.
    case change(Change)
    /// Tells that there is no event.
    case refusal(Test)
    /// Tells that there are other events.
    case replacement(Replace)
  }

  /// Whom the step takes for a side, in words; `nil` for the words of the frame itself.
  let name: String?
  let work: Work

  static func source(_ name: String?, _ fill: @escaping Fill) -> Self {
    Self(name: name, work: .source(fill))
  }

  static func target(_ name: String?, _ fill: @escaping Fill) -> Self {
    Self(name: name, work: .target(fill))
  }

  static func correction(_ name: String, _ fill: @escaping Fill) -> Self {
    Self(name: name, work: .correction(fill))
  }

  static func change(_ name: String, _ change: @escaping Change) -> Self {
    Self(name: name, work: .change(change))
  }

  static func refusal(_ name: String, _ test: @escaping Test) -> Self {
    Self(name: name, work: .refusal(test))
  }

  static func replacement(_ name: String, _ replace: @escaping Replace) -> Self {
    Self(name: name, work: .replacement(replace))
  }
}

extension EventFinder {
  /// Takes the steps; `nil` when the words tell of no event, and events when they tell of others.
  func take<Act: SidedAct>(
    _ steps: [SideStep<Act>], for act: inout Act, _ sentence: Sentence,
    _ resolver: inout ActorResolver
  ) -> [Finding]? {
    for step in steps {
      switch step.work {
      case .source(let fill):
        guard !act.hasSource, let filling = fill(self, act, sentence, &resolver) else { continue }
        act.source = filling
        if !filling.actors.isEmpty { act.sourceStep = step.name }
      case .target(let fill):
        guard !act.hasTarget, let filling = fill(self, act, sentence, &resolver) else { continue }
        act.target = filling
        if !filling.actors.isEmpty { act.targetStep = step.name }
      case .correction(let fill):
        guard let filling = fill(self, act, sentence, &resolver) else { continue }
        act.target = filling
        act.targetStep = filling.actors.isEmpty ? nil : step.name
      case .change(let change): change(self, &act, sentence, &resolver)
      case .refusal(let test): if test(self, act, sentence, &resolver) { return [] }
      case .replacement(let replace):
        if let found = replace(self, act, sentence, &resolver) { return found }
      }
    }
    return nil
  }
}
