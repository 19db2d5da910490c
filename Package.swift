// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "ppid",
  products: [
    .executable(name: "ppid", targets: ["ppid"])
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "CEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "PPIDValues"),
    .target(
      name: "PPIDScript", dependencies: ["PPIDValues"],
      // What the compiler can't prove of exclusive access is proven by the tests, which run with the checks; they cost a third.
      swiftSettings: [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]),
    .target(
      name: "PPIDEngine",
      dependencies: [
        "CLinux",
        "CSQLite",
        "PPIDValues",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "OrderedCollections", package: "swift-collections"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [
        .embedInCode("Disposal/Templates/berita-acara.html.mustache"),
        .embedInCode("Disposal/Templates/berita-acara.md.mustache"),
        .embedInCode("Workflow/Resources/sop-ppid.tsv"),
        .embedInCode("Workflow/Resources/edisi-bawaan.tsv"),
        .embedInCode("Office/Calendar/hari-libur.csv"),
        .embedInCode("PublicList/Publication/Assets/cari.js"),
        .embedInCode("PublicList/Publication/Assets/gaya.css"),
        .embedInCode("PublicList/Publication/Assets/ikon.svg"),
        .embedInCode("PublicList/Publication/Templates/arsip-edisi.mustache"),
        .embedInCode("PublicList/Publication/Templates/baris.mustache"),
        .embedInCode("PublicList/Publication/Templates/beranda.mustache"),
        .embedInCode("PublicList/Publication/Templates/bingkai.mustache"),
        .embedInCode("PublicList/Publication/Templates/daftar.mustache"),
        .embedInCode("PublicList/Publication/Templates/edisi.mustache"),
        .embedInCode("PublicList/Publication/Templates/informasi.mustache"),
        .embedInCode("PublicList/Publication/Templates/lembar.mustache"),
        .embedInCode("Reports/Rendering/Templates/laporan.mustache"),
        .embedInCode("Monev/Resources/instrumen-bawaan.txt"),
      ]
    ),
    .target(
      name: "PPIDShell", dependencies: ["PPIDValues", "PPIDScript", "PPIDEngine", "CEdit"],
      resources: [
        .embedInCode("Demo/Resources/dip-jabar-2023-berkala.csv"),
        .embedInCode("Demo/Resources/dip.ppid"),
        .embedInCode("Demo/Resources/informasi-kantor.csv"),
        .embedInCode("Demo/Resources/jra.csv"),
        .embedInCode("Demo/Resources/kantor.ppid"),
        .embedInCode("Demo/Resources/keuangan-november.csv"),
        .embedInCode("Demo/Resources/kode-dan-lokasi.csv"),
        .embedInCode("Demo/Resources/monev.ppid"),
        .embedInCode("Demo/Resources/sop.ppid"),
        .embedInCode("Demo/Resources/wajib.csv"),
      ]),
    .executableTarget(name: "ppid", dependencies: ["CLinux", "PPIDShell"]),
    .executableTarget(name: "EditorProbe", dependencies: ["PPIDShell"], path: "Tests/EditorProbe"),
    .testTarget(name: "PPIDValuesTests", dependencies: ["PPIDValues"]),
    .testTarget(name: "PPIDScriptTests", dependencies: ["PPIDScript"], resources: [.copy("Programs")]),
    .testTarget(name: "PPIDEngineTests", dependencies: ["PPIDEngine"], resources: [.copy("Data")]),
    .systemLibrary(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .testTarget(
      name: "PPIDShellTests", dependencies: ["CPseudoTerminal", "PPIDShell", "ppid", "EditorProbe"],
      exclude: ["Output/Widths.txt", "Transcripts", "Data"]),
  ],
  swiftLanguageModes: [.v6]
)
