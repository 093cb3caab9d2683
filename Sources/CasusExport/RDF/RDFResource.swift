/// A resource and what is said of it.
struct RDFResource: Hashable {
  /// One property with its values, at least one.
  struct Property: Hashable {
    var name: RDFName
    var values: [RDFValue]
  }

  /// What it is about.
  var name: RDFName
  /// The graph it belongs to in syntaxes with named graphs: the article that says so.
  var graph: RDFName?
  /// What is said, the types first, in the order added.
  private(set) var properties: [Property] = []

  init(_ name: RDFName, _ types: RDFName..., in graph: RDFName? = nil) {
    self.name = name
    self.graph = graph
    add(.type, types.map { .name($0) })
  }

  /// Adds a property; without values it is left out, and a value given twice counts once.
  mutating func add(_ property: RDFName, _ values: [RDFValue]) {
    var own: [RDFValue] = []
    for value in values where !own.contains(value) { own.append(value) }
    guard !own.isEmpty else { return }
    properties.append(Property(name: property, values: own))
  }

  /// Adds a property with one value; `nil` leaves it out.
  mutating func add(_ property: RDFName, _ value: RDFValue?) {
    add(property, value.map { [$0] } ?? [])
  }
}
