"""Tests scripts/check-layers (`scripts/check-layers --self-test`): for each rule a small tree that keeps it and one that breaks it.

A tree is its files' texts by their paths, below Sources/PPIDEngine where a path doesn't begin with `Sources/`. What a tree that
breaks a rule must be told stands beside it, word for word; a tree that keeps all rules must be told nothing.
"""
import contextlib
import importlib.machinery
import importlib.util
import os
import subprocess
import sys
import tempfile

SCRIPT = os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..", "scripts", "check-layers")
SQL_RULE = "SQL stands in Store/, …Rows, …Tables and …Schema of PPIDEngine alone: "

sys.dont_write_bytecode = True
loader = importlib.machinery.SourceFileLoader("check_layers", SCRIPT)
check_layers = importlib.util.module_from_spec(importlib.util.spec_from_loader("check_layers", loader))
loader.exec_module(check_layers)

failures = []
count = 0


@contextlib.contextmanager
def planted(tree):
    """The tree in a temporary folder."""
    with tempfile.TemporaryDirectory() as root:
        for path, text in tree.items():
            path = os.path.join(root, path if path.startswith("Sources/") else "Sources/PPIDEngine/" + path)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        yield root


def expect(name, found, expected):
    """Notes a failure where something else was found than expected."""
    global count
    count += 1
    if found != expected:
        failures.append(f"{name}:\n  found    {found}\n  expected {expected}")


def told(tree):
    """What is said of a tree, a line a breach: `FILE:LINE: words`, without Sources/PPIDEngine/."""
    with planted(tree) as root:
        breaches, _ = check_layers.check(root)
    return [f"{path.removeprefix('Sources/PPIDEngine/')}:{line}: {words}" for path, line, words in breaches]


def rule(name, *, given={}, keeps={}, breaks={}, told_of=()):
    """A rule: what is given in both trees, a tree that keeps it, one that breaks it, and what is said of that."""
    if keeps:
        expect(f"{name}, kept", told(given | keeps), [])
    if breaks:
        expect(f"{name}, broken", told(given | breaks), list(told_of))


def test_modules():
    rule(
        "imports",
        keeps={
            "Sources/PPIDScript/Syntax/Lexer.swift": "import PPIDValues\npackage import Synchronization\n// import Foundation\n",
            "Sources/PPIDValues/Period.swift":
                '#if canImport(Glibc)\nimport Glibc\n#endif\nlet text = """\n  import Foundation\n  """\n',
        },
        breaks={
            "Sources/PPIDScript/Syntax/Lexer.swift": "import PPIDValues\n@preconcurrency import Foundation\n",
            "Sources/PPIDValues/Period.swift": "import Glibc\nimport struct Foundation.Date\n",
        },
        told_of=[
            "Sources/PPIDScript/Syntax/Lexer.swift:2: PPIDScript must not import Foundation",
            "Sources/PPIDValues/Period.swift:2: PPIDValues must not import Foundation",
        ])
    rule(
        "rooms of modules",
        keeps={
            "Sources/PPIDShell/Terminal/Editor.swift": "import CEdit\n",
            "Store/Files/Archive.swift": "private import GRDB\nimport GRDBSQLite\n",
        },
        breaks={
            "Sources/PPIDShell/Prompt/Prompt.swift": "import CEdit\n",
            "Office/UnitRows.swift": "import GRDB\nimport GRDBSQLite\n",
        },
        told_of=[
            "Office/UnitRows.swift:1: GRDB is imported in Sources/PPIDEngine/Store/ alone",
            "Office/UnitRows.swift:2: GRDBSQLite is imported in Sources/PPIDEngine/Store/ alone",
            "Sources/PPIDShell/Prompt/Prompt.swift:1: CEdit is imported in Sources/PPIDShell/Terminal/ alone",
        ])
    rule(
        "known modules",
        breaks={"Sources/Helper/Helper.swift": "let one = 1\n"},
        told_of=["Sources/Helper/Helper.swift:1: Helper is no module (IMPORTS in scripts/check-layers)"])


def test_floors():
    rule(
        "floors",
        given={"Workflow/Gate.swift": "package struct Gate {}\n", "Engine.swift": "package final class Engine {}\n"},
        keeps={"Acts/Deep/Down/Act.swift": "let gate = Gate()\n", "EngineFailure.swift": "let engine: Engine? = nil\n"},
        breaks={
            "Journal/Event.swift": "struct Event {\n  let gate: Gate\n  let other: Gate\n}\n",
            "Acts/Deep/Down/Act.swift": "func act(\n  in engine: Engine) {}\n",
        },
        told_of=[
            "Acts/Deep/Down/Act.swift:2: Acts uses Engine of PPIDEngine", "Journal/Event.swift:2: Journal uses Gate of Workflow",
        ])
    for kind in ("struct", "class", "enum", "actor", "protocol", "typealias"):
        text = "typealias Upper = Int\n" if kind == "typealias" else f"@frozen package {kind} Upper: Sendable {{}}\n"
        rule(
            f"a {kind}", given={"Care/Upper.swift": text}, keeps={"Completion/Lower.swift": "// Upper\nlet upper = 1\n"},
            breaks={"Values/Lower.swift": "\nlet uppers: [Upper] = []\n"}, told_of=["Values/Lower.swift:2: Values uses Upper of Care"])
    rule(
        "what stands after other declarations",
        given={
            "Care/A.swift": "extension Int { init(a: Int) { self.init(a) } }\nlet z = f { $0 }\nstruct First {}\n",
            "Care/B.swift": "protocol P { func a() }\nextension [Int] { func b() {} }\nstruct Second {}\n",
            "Care/C.swift": 'let c = "}" + f { $0 }\nenum E { case a(Int, b: (Int)), c }\nstruct Third {}\n',
        },
        keeps={"Engine.swift": "let all = [First(), Second(), Third()]\n"},
        breaks={"Office/A.swift": "let all = [First(), Second(), Third()]\nlet b = some.b()\n"},
        told_of=[
            "Office/A.swift:1: Office uses First of Care", "Office/A.swift:1: Office uses Second of Care",
            "Office/A.swift:1: Office uses Third of Care", "Office/A.swift:2: Office uses b of Care",
        ])
    rule(
        "neighbours", given={"Care/Backup.swift": "struct Backup {}\n"},
        keeps={"Engine.swift": "let backup = Backup()\n"},
        breaks={"Completion/Topic.swift": "let backup = Backup()\n"},
        told_of=["Completion/Topic.swift:1: Completion uses Backup of Care"])
    rule(
        "unknown floors", keeps={"Lists/Tick.swift": "struct Tick {}\n"},
        breaks={"Helpers/A.swift": "struct Tick {}\n", "Helpers/B.swift": "struct Tock {}\n"},
        told_of=["Helpers/A.swift:1: Helpers is no floor of PPIDEngine (FLOORS in scripts/check-layers)"])
    rule(
        "circles",
        given={"Journal/Event.swift": "struct Event {}\n"},
        keeps={"Acts/Act.swift": "struct Act { let event: Event }\n"},
        breaks={
            "Acts/Act.swift": "struct Act { let event: Event }\n",
            "Journal/Chain.swift": "\nlet act: Act\n",
        },
        told_of=[
            "Journal/Chain.swift:2: Journal uses Act of Acts",
            "Journal/Chain.swift:2: Journal → Acts (by Act) → Journal (by Event) is a circle",
        ])


def test_circles_of_other_modules():
    """A module without floors, whose folders may know each other but in a circle."""
    check_layers.WITHOUT_CIRCLES.append("PPIDScript")
    rule(
        "circles without floors",
        given={
            "Sources/PPIDScript/Syntax/Token.swift": "struct Token { let value: Value }\n",
            "Sources/PPIDScript/Values/Value.swift": "package struct Value {}\n",
        },
        keeps={"Sources/PPIDScript/Machine/Machine.swift": "let token: Token\nlet value: Value\n"},
        breaks={
            "Sources/PPIDScript/Machine/Machine.swift": "let token: Token\n",
            "Sources/PPIDScript/Values/Call.swift": "struct Call {\n  let machine = token }\n",
        },
        told_of=[
            "Sources/PPIDScript/Machine/Machine.swift:1: "
            "Machine → Syntax (by Token) → Values (by Value) → Machine (by token) is a circle",
        ])
    check_layers.WITHOUT_CIRCLES.remove("PPIDScript")


def test_reading():
    """What is a use of a type, and what only looks like one."""
    upper = {"Reports/Report.swift": "package struct Report { package enum Kind { case list } }\n"}
    words = "Lists uses Report of Reports"
    rule("comments", given=upper, keeps={"Lists/A.swift": "/// Report\n/* Report /* Report */ Report */\nlet one = 1  // Report\n"})
    rule(
        "strings", given=upper,
        keeps={
            "Lists/A.swift": 'let a = "Report \\\\(Report)" + #"Report \\(Report)"#\nlet c = "\\"Report"\n',
            "Lists/B.swift": 'let b = """\n  Report "Report"\n  """\n',
        },
        breaks={
            "Lists/A.swift": 'let a = "x \\(Report.self)"\n',
            "Lists/B.swift": 'let b = """\n  "x" \\(f(")", "\\(Report())"))\n  """\n',
            "Lists/C.swift": 'let c = #"x" \\(y) \\#(Report())"#\n',
            "Lists/D.swift": 'let d = "a" /* " */ + "b"; let e = 1...Report.most\n',
        },
        told_of=[f"Lists/{place}: {words}" for place in ("A.swift:1", "B.swift:2", "C.swift:1", "D.swift:1")])
    rule(
        "regular expressions", given=upper,
        keeps={"Lists/A.swift": "let a = /Report/\nlet b = #/ Report/Report /#\n"},
        breaks={"Lists/A.swift": 'let a = f(/"/); let r = Report()\n', "Lists/B.swift": 'let b = #/x"(/#; let r = Report() / 2\n'},
        told_of=[f"Lists/A.swift:1: {words}", f"Lists/B.swift:1: {words}"])
    rule(
        "nested types", given=upper,
        keeps={"Lists/A.swift": "struct Kind {}\nlet kind = Kind()\nlet other = Line.Report()\n"},
        breaks={"Lists/A.swift": "let kind = Report.Kind.list\n"}, told_of=[f"Lists/A.swift:1: {words}"])
    rule(
        "private types", given=upper,
        keeps={
            "Lists/A.swift": "private struct Report {}\nlet report = Report()\n",
            "Care/B.swift": "fileprivate enum Hidden {}\n", "Lists/C.swift": "let hidden: Hidden\n",
        },
        breaks={"Lists/A.swift": "private struct Report {}\n", "Lists/B.swift": "let report = Report()\n"},
        told_of=[f"Lists/B.swift:1: {words}"])
    rule(
        "types of one name", given={"Office/A.swift": "struct Line {}\n", "Monev/B.swift": "struct Line {}\n"},
        keeps={"Records/C.swift": "let line = Line()\n", "Office/D.swift": "let line = Line()\n"},
        breaks={"Lists/C.swift": "let line = Line()\n"}, told_of=["Lists/C.swift:1: Lists uses Line of Monev or Office"])
    rule(
        "names of type parameters", given=upper,
        keeps={
            "Lists/A.swift": "func f<each Report: Equatable>(_ it: repeat each Report) -> [Int: Report] where Report: P { Report() }\n",
            "Lists/B.swift": "struct Box<Item, Report: Sequence<Int>> { let report: Report }\n",
            "Lists/C.swift": "extension Box where Report == Int { func g(_: Report) {} }\n",
            "Lists/D.swift": "protocol Source { associatedtype Report }\nextension Source { var all: [Report] { [] } }\n",
            "Lists/E.swift": "struct Sheet { struct Report {}\n  let report: Report }\n",
            "Lists/F.swift": "extension Sheet { func h() -> Report { Report() } }\n",
            "Lists/G.swift": "struct Line { init<Report>(_ it: Report) {} }\n",
        },
        breaks={
            "Lists/A.swift": "func f<Report>(_ it: Report) {}\nfunc g(_ it: Report) {}\n",
            "Lists/B.swift": "struct Box<Item> where Item: Collection<Report> {}\n",
            "Lists/D.swift": "struct Sheet { struct Report {} }\nlet report: Report\n",
        },
        told_of=[f"Lists/{place}: {words}" for place in ("A.swift:2", "B.swift:1", "D.swift:2")])
    rule(
        "functions and variables of a file",
        given={"Monev/A.swift": "func score() -> Int { 1 }\nlet highest = 9\nprivate func hidden() {}\n"},
        keeps={
            "Lists/B.swift": "func f(score: () -> Int) { _ = score() }\nfunc hidden() {}\nlet a = hidden()\n",
            "Lists/C.swift": "let highest = 1\nlet b = g(score: highest) + h.score()\n",
        },
        breaks={"Lists/B.swift": "let a = score()\nlet b = highest\n"},
        told_of=["Lists/B.swift:1: Lists uses score of Monev", "Lists/B.swift:2: Lists uses highest of Monev"])


def test_members():
    """What an extension adds to a type of another folder belongs to the extension's folder."""
    given = {
        "Store/Database.swift": "final class Database { func rows() {} }\n",
        "Workflow/Turns.swift":
            "extension Database {\n  func turns() {}\n  static let most = 9\n  struct Turn {}\n  private func secret() {}\n}\n",
    }
    words = "Journal uses turns of Workflow"
    rule(
        "added functions", given=given,
        keeps={
            "Acts/A.swift": "func act(_ db: Database) { db.turns(); db.rows() }\n",
            "Workflow/B.swift": "func b(_ db: Database) { db.turns() }\n",
        },
        breaks={
            "Journal/A.swift": "func a(_ db: Database) {\n  db.rows()\n  db?\n    .turns()\n}\n",
            "Journal/B.swift": "extension Database { func b() { turns() } }\n",
            "Journal/C.swift": "extension Database { func c() { self.turns() } }\n",
            "Journal/D.swift": "let all = dbs.map(\\.turns)\n",
        },
        told_of=[f"Journal/{place}: {words}" for place in ("A.swift:4", "B.swift:1", "C.swift:1", "D.swift:1")])
    rule(
        "added variables and types", given=given,
        keeps={
            "Acts/A.swift": "let most = Database.most\nlet turn: Database.Turn\n",
            "Journal/B.swift": "extension Database { func f(most: Int) -> Int { most } }\n",
        },
        breaks={"Journal/A.swift": "let a = Database.most\n", "Journal/B.swift": "extension Database { func b() -> Turn {} }\n"},
        told_of=["Journal/A.swift:1: Journal uses most of Workflow", "Journal/B.swift:1: Journal uses Turn of Workflow"])
    rule(
        "members that others have too", given=given,
        keeps={
            "Journal/A.swift": "enum Topic { case steps(Int, of: Int), turns }\nlet topic = Topic.turns\n",
            "Journal/B.swift": "let count = clock.turns + clock.secret\n",
            "Acts/D.swift": "extension String { var share: Int { 1 } }\n",
            "Journal/E.swift": "func e() -> (share: Int, of: (Int)) { let e = (f: 1, g: 2)\n  return e.share }\n",
            "Disposal/C.swift": "extension Database { func most() {} }\n",
        })
    rule(
        "members of a named type that others have too", given=given | {"Journal/Topic.swift": "enum Topic { case turns, most }\n"},
        keeps={"Journal/A.swift": "let a = topic.turns\nextension Topic { var b: Bool { self.turns == .most } }\n"},
        breaks={"Journal/A.swift": "let a = Database.most\n", "Journal/B.swift": "extension Database { func b() { self.turns() } }\n"},
        told_of=["Journal/A.swift:1: Journal uses most of Workflow", f"Journal/B.swift:1: {words}"])
    rule(
        "members that only a file or a function knows",
        given=given | {
            "Care/A.swift": "private extension Database { func hide() {} }\nfunc f() { struct Local { func show() {} } }\n",
            "Care/C.swift": "private struct Hidden {}\nextension Hidden { func look() {} }\n",
            "Care/B.swift": "extension Database { private(set) var total: Int { get { 1 } set {} } }\n",
        },
        keeps={"Journal/A.swift": "struct A { private var turns = 1\n  func b(_ a: A) { a.turns + a.hide() + a.show() + a.look() } }\n"},
        breaks={"Journal/A.swift": "let a = b.total\n"}, told_of=["Journal/A.swift:1: Journal uses total of Care"])
    rule(
        "members of types from elsewhere",
        given={
            "Sources/PPIDValues/Period.swift": "package struct Period { package var lastDay: Int { 1 } }\n",
            "Monev/A.swift": "extension Period { var quarter: Int { 1 }\n  func lastDay(_: Int) {} }\n",
            "Monev/B.swift": "extension String { func append(_: Period) {}\n  var score: Int { 1 } }\n",
        },
        keeps={"Lists/B.swift": "let a = period.lastDay\nlist.append(period)\n"},
        breaks={"Lists/B.swift": 'let a = period.quarter\nlet b = "x".score\n'},
        told_of=["Lists/B.swift:1: Lists uses quarter of Monev", "Lists/B.swift:2: Lists uses score of Monev"])


def test_sql():
    pieces = {
        "SELECT id FROM unit": "SELECT", "INSERT INTO unit (code)": "INSERT INTO", "INSERT OR IGNORE INTO unit": "INSERT OR IGNORE INTO",
        "UPDATE unit SET name = ?": "UPDATE unit SET", "UPDATE \\(table) SET": "UPDATE _", "DELETE FROM unit": "DELETE FROM",
        "CREATE TABLE unit (id)": "CREATE TABLE", "CREATE UNIQUE INDEX": "CREATE UNIQUE INDEX", "CREATE TRIGGER x": "CREATE TRIGGER",
        "CREATE VIRTUAL TABLE": "CREATE VIRTUAL TABLE", "PRAGMA user_version": "PRAGMA u", " FROM record r": "FROM r",
        " JOIN unit u ON u.id = r.unit_id": "JOIN u", " WHERE id = 1": "WHERE i", " WHERE ": "WHERE", " ORDER BY": "ORDER BY",
        " GROUP BY ": "GROUP BY", "LIMIT \\(count)": "LIMIT _", "UNION": "UNION", "\\(a) UNION ALL \\(b)": "UNION ALL _",
        "NOT EXISTS (": "EXISTS (", "coalesce(code, '')": "coalesce(", "CASE WHEN a THEN b END": "CASE WHEN", "count(*)": "count(*)",
        "unit_id = ?1": "unit_id = ?", "period = :period": "period = :p", "unit_id IS NOT NULL": "IS NOT NULL",
        "state NOT IN (": "e NOT IN (", "day BETWEEN \\(a) AND \\(b)": "BETWEEN ____ AND", "r.title": "r.title",
        "y.period = \\(x)": "y.period = _", "('A-' || id)": "' ||", "\\n\\tORDER BY name": "ORDER BY",
    }
    rooms = ("Store/Relation.swift", "Office/UnitRows.swift", "Monev/Deep/Tables.swift", "ArchiveSchema.swift")
    for text, found in pieces.items():
        tree = f'let a = f("{text}")\n'
        rule(
            f"SQL in `{text}`",
            keeps={path: tree for path in rooms},
            breaks={"Office/Units.swift": "\n" + tree}, told_of=[f"Office/Units.swift:2: {SQL_RULE}{found}"])
    rule(
        "SQL however it is written",
        breaks={
            "Acts/A.swift": 'let a = """\n  x\n  SELECT \\(b)\n  """\n',
            "Acts/B.swift": 'let a = #"SELECT "id" FROM"#\n',
            "Acts/C.swift": 'let a = "\\(f("SELECT id FROM unit"))"\n',
            "Acts/D.swift": 'let a = "x " + b\n  + " ORDER BY " + c\n',
        },
        told_of=[
            f"Acts/A.swift:3: {SQL_RULE}SELECT", f"Acts/B.swift:1: {SQL_RULE}SELECT", f"Acts/C.swift:1: {SQL_RULE}SELECT",
            f"Acts/D.swift:2: {SQL_RULE}ORDER BY",
        ])
    elsewhere = [
        "Engine.swift", "Office/Rows/Units.swift", "Office/RowsOf.swift", "Sources/PPIDScript/Tables/Schema.swift",
        "Sources/PPIDShell/Output/PageRows.swift", "Sources/ppid/main.swift",
    ]
    rule(
        "rooms of SQL", breaks={path: 'let a = "SELECT 1"\n' for path in elsewhere},
        told_of=[f"{path}:1: {SQL_RULE}SELECT" for path in elsewhere])
    sentences = [
        "Memilih baris dari tabel, di mana unit = 'BU' atau tahun > 2024.", "urut tahun, lalu judul", "Values (id, en)",
        "Selects rows from a list where unit is known; order by year.",
        "Arsip IN-AKTIF dan STATIS", "BERITA ACARA PEMUSNAHAN ARSIP (UU 43/2009)", "update set of values",
        " AND ", "(a OR b) NOT c", "#NULL!", "a.n. Menteri, u.p. Sekretaris, e.g. files", "jalankan a.csv", "hapus? SET",
    ]
    lines = [f'let a = "{text}"  // SELECT 1 FROM unit\n' for text in sentences]
    rule("sentences", keeps={"Sources/PPIDShell/Help.swift": "".join(lines)})


def test_command_line():
    def run(*arguments):
        return subprocess.run([sys.executable, SCRIPT, *arguments], capture_output=True, text=True, cwd="/", encoding="utf-8")

    tree = {
        "Workflow/Gate.swift": "struct Gate {}\nstruct Step {}\n", "Acts/Act.swift": "let a: Gate\nlet b: Step\nlet c: Gate\n",
        "Journal/B.swift": "\n" * 9 + "let gate: Gate\n", "Journal/A.swift": "let step: Step\n",
    }
    with planted(tree) as root:
        found = run("--root", root)
        lines = ["Journal/A.swift:1: Journal uses Step of Workflow", "Journal/B.swift:10: Journal uses Gate of Workflow"]
        expect("breaches in order", found.stderr, "".join(f"check-layers: Sources/PPIDEngine/{line}\n" for line in lines))
        expect("breaches fail", (found.returncode, found.stdout), (1, ""))
        expect("--edges", run("--root", root, "--edges").stdout, "Journal → Workflow: 2\nActs → Workflow: 2\n")
        places = "Gate\n    {0}:1\n    {0}:3\nStep\n    {0}:2\n".format("Sources/PPIDEngine/Acts/Act.swift")
        expect("--edges of two floors", run("--root", root, "--edges", "Acts", "Workflow").stdout, places)
    with planted({"Workflow/Gate.swift": "struct Gate {}\n", "Acts/Act.swift": "let a: Gate\n"}) as root:
        found = run("--root", root)
        expect("a tree that keeps all rules", (found.returncode, found.stdout, found.stderr), (0, "", ""))


for test in [value for name, value in list(globals().items()) if name.startswith("test_")]:
    test()
for failure in failures:
    print(f"check-layers --self-test: {failure}", file=sys.stderr)
print(f"check-layers --self-test: {count - len(failures)} of {count} as they should be")
sys.exit(1 if failures else 0)
