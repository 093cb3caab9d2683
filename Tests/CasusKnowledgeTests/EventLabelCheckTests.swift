import CasusData
import CasusKnowledge
import CasusModel
import CasusTestSupport
import Foundation
import Testing

@Suite struct EventLabelCheckTests {
  @Test func theDataHasNoFault() throws {
    let data = try DataDirectory.locate(explicit: Checkout.data.path)
    #expect(faults(in: data).isEmpty)
  }

  @Test(arguments: [
    ("{en: aids}", "'labels' lacks uk; add a line for each"),
    (
      "{en: aids | aid, uk: допомагає}",
      "write what one does and what several do, 'one | several', as the other labels of 'uk' have it"
    ),
    ("{en: aids, uk: допомагає | допомагають}", nil),
  ])
  func faultsAreNamed(labels: String, message: String?) throws {
    var files = Dictionary(
      uniqueKeysWithValues: EventType.allCases.map { type in
        (
          "EventTypes/\(type.rawValue).yaml",
          "type: \(type.rawValue)\nintensity: 0\nlabels: {en: does, uk: робить | роблять}\n"
        )
      })
    files["EventTypes/AID.yaml"] = "type: AID\nintensity: 1\nlabels: \(labels)\n"
    files["Relations/war.yaml"] = "relation: war\nlabels: {en: war, uk: війна}\n"
    files["Languages/uk/language.yaml"] = "language: uk\n"
    let folder = try DataFolder(replacing: files)
    let found = faults(in: folder.directory)
    let expected = message.map { "EventTypes/AID.yaml:3: \($0)" }
    // A second form where the others have one is a fault of the English label.
    let isEnglish = labels.contains("aids |")
    #expect(
      found
        == (isEnglish
          ? ["EventTypes/AID.yaml:3: write one form, as the other labels of 'en' have it"] : [])
        + [expected].compactMap(\.self))
  }

  @Test func namesOfUnknownActorsAreFaults() throws {
    let folder = try DataFolder(replacing: [
      "EventTypes/plural-names.tsv": "actor\tlanguages\nRUS\ten\nXYZ\ten\n"
    ])
    #expect(
      faults(in: folder.directory) == ["EventTypes/plural-names.tsv:3: actor 'XYZ' is not defined"])
  }

  @Test func labelsSayInWhichCaseATargetStands() throws {
    let folder = try DataFolder(replacing: [
      "EventTypes/AID.yaml": """
      type: AID
      quad: material-cooperation
      intensity: 0
      labels: {en: does, ru: "помогает {dativ}"}
      modes:
        plain:
          labels: {en: does, ru: "помогает"}
        other:
          labels: {en: does, ru: "помогает"}
          targetLabels: {en: does, ru: "помогает {dative}"}
      """
    ])
    let file = "EventTypes/AID.yaml"
    #expect(
      faults(in: folder.directory) == [
        "\(file):4: what stands in braces must end in a case: nominative, genitive, dative, "
          + "accusative, instrumental",
        "\(file):7: write where the name of the target stands, as '{accusative}' or "
          + "'{with instrumental}'",
      ])
  }

  @Test func declensionsThatCannotBeReadAreFaults() throws {
    let folder = try DataFolder(replacing: [
      "Languages/en/declension.tsv": "# note\nword\tone two\nfoo\tbar\nno tab\n"
    ])
    let file = "Languages/en/declension.tsv"
    #expect(
      faults(in: folder.directory) == [
        "\(file):2: expected five forms, found 2", "\(file):3: 'foo' is no kind of line",
        "\(file):4: expected a kind of line, one tab and words",
      ])
  }

  private func faults(in data: DataDirectory) -> [String] {
    let knowledge = Knowledge.load(from: data, languages: [])
    return EventLabelCheck(data: data, actors: knowledge.actors).problems().map(\.description)
  }
}
