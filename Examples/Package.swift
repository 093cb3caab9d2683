// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "CasusExamples",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Casus", path: "..")],
  targets: [
    .executableTarget(
      name: "extract-one", dependencies: [.product(name: "CasusExtraction", package: "Casus")]),
    .executableTarget(
      name: "ask-store", dependencies: [.product(name: "CasusStore", package: "Casus")]),
    .executableTarget(
      name: "draw-timeline",
      dependencies: [
        .product(name: "CasusDiagram", package: "Casus"),
        .product(name: "CasusExtraction", package: "Casus"),
        .product(name: "CasusStore", package: "Casus"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
