/// The Graphviz attributes that Casus writes, and no others.
///
/// What can open files (`image`, `shapefile`, `imagepath`, `fontpath`) is not in the list.
enum DOTAttribute: String, CaseIterable {
  case arrowhead, arrowsize, arrowtail, bb, bgcolor, charset, color, dir, fillcolor, fixedsize
  case fontcolor, fontname, fontsize, forcelabels, gradientangle, group, height, id, label
  case labeljust, labelloc, layout, len, margin, newrank, nodesep, ordering, orientation,
    outputorder, overlap
  case pad, penwidth, peripheries, pos, rank, rankdir, ranksep, sep, shape, sides, splines, start
  case style, tooltip, weight, width, xlabel
  case minimumLength = "minlen"
  case springConstant = "K"
  case cssClass = "class"
  case url = "URL"
}

/// A value of a Graphviz attribute.
enum DOTValue: Hashable {
  /// A word of Graphviz's own vocabulary, such as `box` or `#0072B2`.
  case word(String)
  /// A number.
  case number(Double)
  /// A position.
  case point(x: Double, y: Double)
  /// Text of the data: cleaned and escaped.
  case text(String)
  /// Lines of text.
  case lines([String], Scene.Alignment)
  /// A link; anything but http and https is dropped.
  case link(String)
}
