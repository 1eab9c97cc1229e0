// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "fundreport",
  products: [.executable(name: "fundreport", targets: ["FundReportCommand"])],
  dependencies: [
    // SQLite with prepared statements, custom functions and the tables a statement reads.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // YAML nodes that know their line, so that a mistake in a definition names it.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // Sub-commands, options and help pages.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CLinux"),
    // The zip writer within libxlsxwriter; by pkg-config its zip.h would hide that of libzip.
    .systemLibrary(name: "CMinizip", providers: [.apt(["libminizip-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(
      name: "Spreadsheet", dependencies: ["CExpat", "CMinizip", "CZip", "CXLSXWriter"],
      swiftSettings: strict),
    .target(
      name: "FundReport",
      dependencies: [
        "CCrypto", "CLinux", "Spreadsheet", "Yams",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "FundReportCommand",
      dependencies: [
        "FundReport", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // What our reader makes of a workbook, for Tests/Witnesses/read_witness.py.
    .executableTarget(
      name: "spreadsheet-dump", dependencies: ["Spreadsheet"],
      path: "Tests/Witnesses/spreadsheet-dump", swiftSettings: strict),
    .testTarget(
      name: "SpreadsheetTests", dependencies: ["CZip", "Spreadsheet"], swiftSettings: strict),
    .testTarget(
      name: "FundReportTests",
      // The command is a dependency so that the tests find it built.
      dependencies: [
        "FundReport", "FundReportCommand", "Spreadsheet",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Rules/Fixtures"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// `make fuzz` asks for it; an ordinary build knows nothing of it.
if Context.environment["FUNDREPORT_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["FundReport", "Spreadsheet"], path: "Tests/Fuzz",
      exclude: ["Corpus"], swiftSettings: strict))
}
