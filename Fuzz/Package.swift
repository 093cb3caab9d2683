// swift-tools-version: 6.2
import PackageDescription

// Built with libFuzzer's instrumentation in the library as well: see `run`.
let package = Package(
  name: "CasusFuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Casus", path: "..")],
  targets: [
    .executableTarget(
      name: "casus-fuzz",
      dependencies: [.product(name: "Casus", package: "Casus")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        // libFuzzer brings the main function.
        .unsafeFlags(["-parse-as-library"]),
      ])
  ],
  swiftLanguageModes: [.v6]
)
