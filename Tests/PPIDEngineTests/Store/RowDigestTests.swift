import Foundation
import PPIDValues
import Testing

@testable import PPIDEngine

/// What entries keep of the rows that they changed, held against a reckoning in another language.
@Suite struct RowDigestTests {
  let archive: TemporaryArchive
  let engine: Engine

  init() throws {
    archive = try TemporaryArchive()
    engine = archive.engine()
    try engine.office.addUnit(UnitCode("BU")!, name: "Biro Umum")
  }

  /// Reckons, from nothing but the file and the description in `RowDigest`, the digests of each entry whose rows are all as it left them.
  private static let reckoning = """
    import hashlib, sqlite3, sys
    base = sqlite3.connect('file:%s?mode=ro' % sys.argv[1], uri=True)
    base.text_factory = bytes
    keys = {}
    for name, wr in base.execute("SELECT name, wr FROM pragma_table_list WHERE type = 'table'"):
        name = name.decode()
        columns = [(c[1].decode(), c[5]) for c in base.execute('PRAGMA table_info(%s)' % name)]
        order = [c for c, p in sorted(columns, key=lambda c: c[1]) if p] or ['rowid']
        keys[name] = ([c for c, _ in columns], order)
    def spelled(value):
        if isinstance(value, int): return b'i%d' % value
        if isinstance(value, bytes): return b't%d:%s' % (len(value), value)
    checked = whole = 0
    for entry, digest in base.execute('SELECT id, digest FROM journal ORDER BY id').fetchall():
        parts = b''
        for name, count, blocks in base.execute(
            'SELECT name, count, blocks FROM entry_digest WHERE journal_id = ? ORDER BY name', (entry,)).fetchall():
            parts += b'%s:%d:%s\\n' % (name, count, blocks)
            name = name.decode()
            columns, order = keys[name]
            column = 'undone_in' if name == 'undone' else 'journal_id'
            kinds = ', '.join('typeof(%s)' % c for c in columns)
            rows = base.execute('SELECT %s, %s FROM %s WHERE %s = ? ORDER BY %s' % (
                ', '.join(columns), kinds, name, column, ', '.join(order)), (entry,)).fetchall()
            if len(rows) != count: continue
            found = b''
            for start in range(0, len(rows), 1000):
                block = hashlib.sha256(name.encode() + b'\\n')
                for row in rows[start:start + 1000]:
                    for c, value, kind in zip(columns, row, row[len(columns):]):
                        if value is None: continue
                        text = spelled(value)
                        if kind == b'blob': text = b'b' + text[1:]
                        block.update(c.encode() + b'=' + text + b',')
                    block.update(b'\\n')
                found += block.digest()
            if found != blocks: print('different', entry, name)
            checked += 1
        expected = hashlib.sha256(parts).hexdigest().encode() if parts else None
        if expected != digest: print('entry', entry)
        whole += 1
    print('sound', checked, whole)
    """

  private func reckon() throws -> String {
    engine.close()
    return try archive.run("python3", archive.file("hitung.py", Self.reckoning), archive.path)
  }

  @Test func `anybody can reckon an entry's digests again`() throws {
    let bu = UnitCode("BU")!
    let number = try engine.records.addRecord(RecordContent(title: "Daftar é"), unit: bu)
    _ = try engine.records.updateRecord(number) { $0.summary = "isi, dengan koma" }
    _ = try engine.office.storeScript(ScriptName("rutin")!, "cetak 1\n")
    _ = try engine.office.decide([(.officeName, "Dinas")], as: "atur")
    try engine.disposals.hold(number, reason: nil)
    let rows = (1...2500).map { "Judul \($0),berkala,BU\n" }.joined()
    let list = try engine.records.importList(archive.file("a.csv", "judul,kategori,unit\n" + rows), ImportOptions())
    #expect(list.new == 2500)
    _ = try engine.publicList.determine(Period("2026-11")!, number: "K-1", outsideCycle: "uji", unlessDone: false)
    let path = try archive.file("lampiran.txt", "isi")
    _ = try engine.holdings.attach(path, to: number, as: nil, replacing: false)
    _ = try engine.history.undoLastChange()
    let entries = try engine.history.lastEvent()
    let found = try reckon().split(separator: "\n").map(String.init)
    #expect(found.count == 1 && found[0].hasPrefix("sound ") && found[0].hasSuffix(" \(entries)"), "\(found)")
    // 2500 records and what the edition lists of them: three blocks each.
    #expect(
      try archive.sqlite("SELECT name, count, length(blocks) FROM entry_digest WHERE count > 1000 ORDER BY name, count").split(
        separator: "\n"
      )
      .contains("record|2500|96"))
  }

  @Test func `each table that the journal speaks of is known as it is`() throws {
    let known = Set(Schema.rows.map(\.name))
    let exempt: Set = ["journal", "journal_head", "entry_digest", "archive", "backup", "discarded_content", "kept_content"]
    let tables = try archive.sqlite(
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT GLOB 'sqlite_*' ORDER BY name")
    #expect(Set(tables.split(separator: "\n").map(String.init)) == known.union(exempt))
    for table in Schema.rows {
      let withoutRowid = try archive.sqlite("SELECT wr FROM pragma_table_list WHERE name = '\(table.name)'") == "1\n"
      #expect(withoutRowid != table.isNumbered, "\(table.name)")
      let keys = try archive.sqlite("SELECT name, cid FROM pragma_table_info('\(table.name)') WHERE pk > 0 ORDER BY pk")
      let said = table.keys.map { "\($0.column)|\($0.place)\n" }.joined()
      // What has no key of its own is known by SQLite's number.
      #expect(
        table.keys[0].column == "rowid" ? keys == "" : table.isNumbered ? keys.hasPrefix(table.keys[0].column + "|") : keys == said,
        "\(table.name)")
      #expect(try archive.sqlite("SELECT count(*) FROM pragma_table_info('\(table.name)') WHERE name = '\(table.entry)'") == "1\n")
    }
  }

  @Test(arguments: [
    ("UPDATE unit SET name = 'Biro Lain'", "unit"), ("UPDATE record SET title = 'Lain' WHERE id = 1", "record"),
    ("INSERT INTO holiday (date, kind, name, journal_id) VALUES ('2031-01-01', 'libur', 'x', 2)", "holiday"),
    ("UPDATE person SET roles = 'pengelola,ppid', journal_id = 1 WHERE id = 1", "person"),
    ("UPDATE revision SET before = '{}'", "revision"),
  ])
  func `rows that were changed outside of the program show`(_ forgery: String, _ table: String) throws {
    let number = try engine.records.addRecord(RecordContent(title: "Satu"), unit: UnitCode("BU"))
    _ = try engine.records.updateRecord(number) { $0.summary = "isi" }
    engine.close()
    #expect(try archive.forge(forgery) == "")
    let damage = try #require(throws: DamagedArchive.self) { try archive.engine().care.inspect() }
    #expect(damage.faults.contains { $0.text.en.contains("table \(table)") }, "\(damage.faults)")
  }

  @Test func `a change whose statement forgets its entry is refused`() throws {
    #expect(throws: StorageFailure.self) {
      try engine.desk.change(.manageOffice) { change in
        try change.db.execute("UPDATE unit SET name = 'x'")
        return Event("unit ubah", "BU")
      }
    }
    #expect(try engine.texts(engine.office.units()).map { $0[1] } == ["Biro Umum"])
  }
}
