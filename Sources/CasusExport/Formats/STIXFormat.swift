import CasusModel

/// A STIX 2.1 bundle: actors and publishers as identities, events as incidents with a relationship
/// for each pair of actors, a sighting by each publisher, relations as relationships, articles as
/// reports.
///
/// Identifiers are name-based, and `created` is the first publication, so that the same events
/// always give the same bundle. What STIX has no word for (planned, denied, contested) is a label.
struct STIXFormat: ExportFormat {
  let name = "stix"
  let fileExtension = "json"
  let summary = "STIX 2.1 bundle: identities, incidents, relationships, sightings, reports"

  func export(_ graph: EventGraph, options: ExportOptions) throws -> Export {
    var bundle = STIXBundle(graph: graph, options: options)
    bundle.addIdentities()
    bundle.addEvents()
    bundle.addRelations()
    bundle.addReports()
    let undated = graph.articles.count { $0.published == nil }
    let note =
      "STIX asks for a date of publication: 1970-01-01 stands for it in "
      + "\(Counted.text(undated, of: graph.articles.count, "article"))."
    return Export(bundle.text, notes: undated > 0 ? [note] : [])
  }
}
