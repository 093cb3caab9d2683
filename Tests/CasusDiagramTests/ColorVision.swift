import Foundation

@testable import CasusDiagram

/// What a colour looks like to a reader, and how far two colours are apart.
///
/// Simulation: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
/// Color Vision Deficiency" (IEEE TVCG 15, 2009), severity 1.0. Contrast: WCAG 2.2.
enum ColorVision: String, CaseIterable {
  case normal, protanopia, deuteranopia, tritanopia

  /// From linear RGB to linear RGB, row by row.
  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// The distance of two colours as this reader sees them, CIE 1976 (ΔE*ab).
  func distance(_ a: Color, _ b: Color) -> Double {
    let (first, second) = (Self.lab(seen(a)), Self.lab(seen(b)))
    return zip(first, second).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }

  /// The contrast ratio, 1…21.
  static func contrast(_ a: Color, _ b: Color) -> Double {
    let (first, second) = (luminance(a), luminance(b))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private static func luminance(_ color: Color) -> Double {
    zip([0.2126, 0.7152, 0.0722], linear(color)).map(*).reduce(0, +)
  }

  private func seen(_ color: Color) -> [Double] {
    let rgb = Self.linear(color)
    return matrix.map { row in min(1, max(0, zip(row, rgb).map(*).reduce(0, +))) }
  }

  private static func linear(_ color: Color) -> [Double] {
    [color.red, color.green, color.blue].map { value in
      let share = Double(value) / 255
      return share > 0.04045 ? pow((share + 0.055) / 1.055, 2.4) : share / 12.92
    }
  }

  /// CIE L*a*b* under D65.
  private static func lab(_ rgb: [Double]) -> [Double] {
    func sum(_ a: Double, _ b: Double, _ c: Double) -> Double {
      a * rgb[0] + b * rgb[1] + c * rgb[2]
    }
    func f(_ t: Double) -> Double {
      t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116
    }
    let x = f(sum(0.4124, 0.3576, 0.1805) / 0.95047)
    let y = f(sum(0.2126, 0.7152, 0.0722))
    let z = f(sum(0.0193, 0.1192, 0.9505) / 1.08883)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }
}
