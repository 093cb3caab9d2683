// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Casus",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "casus", targets: ["casus"]),
    // Parts for those who need no more: reading and extraction; the store and its questions;
    // pictures; interchange formats. `Casus` is all of it.
    .library(
      name: "CasusExtraction",
      targets: ["CasusData", "CasusModel", "CasusKnowledge", "CasusReading", "CasusExtraction"]),
    .library(name: "CasusStore", targets: ["CasusModel", "CasusStore"]),
    .library(name: "CasusDiagram", targets: ["CasusModel", "CasusDiagram"]),
    .library(name: "CasusExport", targets: ["CasusModel", "CasusExport"]),
    .library(
      name: "Casus",
      targets: [
        "CasusData", "CasusModel", "CasusKnowledge", "CasusReading", "CasusExtraction",
        "CasusStore", "CasusDiagram", "CasusExport",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .target(name: "CasusModel"),
    .target(
      name: "CasusData",
      path: "Data",
      exclude: ["README.md"],
      resources: [
        .copy("Actors"), .copy("EventTypes"), .copy("Relations"), .copy("Languages"),
        .copy("Articles"), .copy("Datasette"), .copy("EventTables"), .copy("Extractors"),
        .copy("Page"), .copy("Themes"), .copy("Confidence"),
      ]),
    .target(
      name: "CasusKnowledge",
      dependencies: ["CasusModel", "CasusData", .product(name: "Yams", package: "Yams")]),
    .target(name: "CasusReading", dependencies: ["CasusModel", "CLibXML2", "CZlib"]),
    .target(name: "CasusExtraction", dependencies: ["CasusModel", "CasusKnowledge"]),
    .target(
      name: "CasusStore",
      dependencies: [
        "CasusModel", "CSQLiteSettings", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(name: "CSQLiteSettings"),
    .target(name: "CasusDiagram", dependencies: ["CasusModel", "CGraphviz"]),
    .target(name: "CasusExport", dependencies: ["CasusModel"]),
    .target(
      name: "CasusCLI",
      dependencies: [
        "CasusModel", "CasusKnowledge", "CasusReading", "CasusExtraction", "CasusStore",
        "CasusDiagram", "CasusExport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .executableTarget(
      name: "casus",
      dependencies: [
        "CasusCLI", .target(name: "CJemalloc", condition: .when(platforms: [.linux])),
      ]),
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev", "graphviz"]), .brew(["graphviz"])]),
    .systemLibrary(
      name: "CJemalloc", pkgConfig: "jemalloc", providers: [.apt(["libjemalloc-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(
      name: "CasusTestSupport", dependencies: ["CasusModel"], path: "Tests/CasusTestSupport"),
    .testTarget(name: "CasusModelTests", dependencies: ["CasusModel", "CasusTestSupport"]),
    .testTarget(
      name: "CasusKnowledgeTests", dependencies: ["CasusKnowledge", "CasusTestSupport"]),
    .testTarget(
      name: "CasusReadingTests", dependencies: ["CasusReading", "CasusTestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "CasusExtractionTests", dependencies: ["CasusExtraction", "CasusTestSupport"]),
    .testTarget(
      name: "CasusStoreTests",
      dependencies: ["CasusStore", "CasusExtraction", "CasusKnowledge", "CasusTestSupport"]),
    .testTarget(name: "CasusDiagramTests", dependencies: ["CasusDiagram", "CasusTestSupport"]),
    .testTarget(
      name: "CasusExportTests", dependencies: ["CasusExport", "CasusTestSupport"],
      exclude: ["Golden"]),
    .testTarget(name: "CasusCLITests", dependencies: ["CasusCLI", "CasusTestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where ![.system, .binary, .plugin].contains(target.type) {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ]
}

// Only `make docs` needs the plugin.
if Context.environment["CASUS_DOCS"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}
