// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "CasusBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "Casus", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "casus-bench",
      dependencies: [
        .product(name: "Casus", package: "Casus"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
