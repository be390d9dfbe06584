"""Builds what the docs take from the code: the records, the CSV columns, the examples of README.md and explain.md.

`build_docs.py [--check]`

With --check nothing is written; the exit status is 1 if a file is not what would be written, or a field has no meaning.
"""

import json
import re
import sys
import tomllib
from io import StringIO
from pathlib import Path
from typing import Any

import msgspec
from msgspec import inspect
from rich.console import Console

from dateline.export.explained import show_explanation
from dateline.export.explaining import explain
from dateline.export.table import COLUMNS
from dateline.export.terminal import show
from dateline.pipeline import code_document, trace_document
from dateline.reading.documents import options_of
from dateline.reading.text import read_text
from dateline.records import CodedDocument

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
ORDER = (
    "CodedDocument Coder Uncoded Entity Mention Role Affiliation Count Place Time Event When Effect Why Claim".split()
)
_EXAMPLE = re.compile(r"(```console\n\$ echo \"([^\n\"]*)\" \| dateline (code|explain) -\n).*?(```)", re.DOTALL)
NAMES = {"CodedDocument": "document"}
PREFACE = """# Records

<!-- Made by scripts/build_docs.py from the structs and records.toml. Do not edit. -->

`dateline code --json` and `-o FILE.jsonl` write one JSON object a document, one a line. The same fields are the
attributes of the Python objects (there `from` is called `from_`). A JSON Schema is in
[records.schema.json](records.schema.json).

- A **span** is `[start, end]`: half-open offsets into the document's `text`, counted in Unicode code points. Python
  counts the same way; JavaScript counts UTF-16 units and needs a conversion.
- Dates and times are ISO 8601. Intervals are half-open: the first of May is `2024-05-01` to `2024-05-02`.
- Ids are local to the document and stand in text order. The same text, model and knowledge give the same ids.
"""
CSV_PREFACE = """# CSV

<!-- Made by scripts/build_docs.py from the exporter. Do not edit. -->

`dateline code -o FILE.csv` writes one row an event. Lists are joined by `; ` in the same order in all columns of a
group: the second name belongs to the second id. A row cannot carry spans other than the anchor, mentions, claims
without an event, and reasons; for those write JSON Lines.

| column | meaning |
| --- | --- |
"""


def main() -> int:
    """Writes the files, or with --check compares them."""
    wanted = {
        "../README.md": with_examples(ROOT / "README.md"),
        "explain.md": with_examples(DOCS / "explain.md"),
        "records.md": records_page(),
        "records.schema.json": json.dumps(msgspec.json.schema(CodedDocument), indent=2) + "\n",
        "csv.md": CSV_PREFACE + "".join(f"| `{column.name}` | {column.meaning} |\n" for column in COLUMNS),
    }
    if "--check" not in sys.argv:
        for name, text in wanted.items():
            (DOCS / name).write_text(text, encoding="utf-8")
        return 0
    stale = [name for name, text in wanted.items() if (DOCS / name).read_text(encoding="utf-8") != text]
    for name in stale:
        print(f"docs/{name} is not what the code says: run scripts/build_docs.py")
    return 1 if stale else 0


def with_examples(page: Path) -> str:
    """The page with the output of its examples as it is now."""
    text = page.read_text(encoding="utf-8")
    if not _EXAMPLE.search(text):
        raise SystemExit(f"{page.name} has no example that starts with: $ echo")
    return _EXAMPLE.sub(lambda found: f"{found[1]}{_output(found[2], found[3])}{found[4]}", text)


def _output(words: str, command: str) -> str:
    document = read_text(words.encode(), options=options_of(published=None, publisher=None), source="-")
    stream = StringIO()
    console = Console(file=stream, width=80, highlight=False)
    if command == "explain":
        traced = trace_document(document)
        show_explanation(explain(traced.coded, traced.analysis, traced.resolution), console)
    else:
        show(code_document(document), console)
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


def records_page() -> str:
    """The reference: one table a struct."""
    meanings = tomllib.loads((DOCS / "records.toml").read_text(encoding="utf-8"))
    structs = _structs(CodedDocument)
    if set(structs) != set(ORDER) or set(meanings) != set(ORDER):
        raise SystemExit(f"the structs {sorted(structs)}, records.toml and the order in this script differ")
    return PREFACE + "".join(_section(structs[name], meanings[name]) for name in ORDER)


def _section(struct: inspect.StructType, meanings: dict[str, str]) -> str:
    name = struct.cls.__name__
    fields = {field.encode_name: field for field in struct.fields}
    if set(fields) != set(meanings):
        raise SystemExit(f"records.toml, [{name}]: not the fields of the struct: {set(fields) ^ set(meanings)}")
    title = NAMES.get(name, name.lower())
    rows = "".join(f"| `{field}` | {_type(fields[field].type)} | {meanings[field]} |\n" for field in fields)
    about = " ".join((struct.cls.__doc__ or "").split())
    return f"\n## {title}\n\n{about}\n\n| field | type | meaning |\n| --- | --- | --- |\n{rows}"


def _type(kind: Any) -> str:
    match kind:
        case inspect.StructType():
            name = NAMES.get(kind.cls.__name__, kind.cls.__name__.lower())
            return f"[{name}](#{name})"
        case inspect.LiteralType():
            return ", ".join(f"`{value}`" for value in sorted(kind.values))
        case inspect.UnionType():
            parts = [part for part in kind.types if not isinstance(part, inspect.NoneType)]
            return " or ".join(_type(part) for part in parts) + (" or null" if kind.includes_none else "")
        case inspect.VarTupleType():
            return f"list of {_type(kind.item_type)}"
        case inspect.TupleType():
            return "span"
        case inspect.DictType():
            return f"object of {_type(kind.value_type)}"
        case inspect.StrType():
            return "string"
        case inspect.IntType():
            return "integer"
        case inspect.FloatType():
            return "number"
        case inspect.BoolType():
            return "true or false"
    raise SystemExit(f"no words for the type {kind!r}")


def _structs(root: type) -> dict[str, inspect.StructType]:
    found: dict[str, inspect.StructType] = {}

    def visit(kind: Any) -> None:
        if isinstance(kind, inspect.StructType):
            if kind.cls.__name__ in found:
                return
            found[kind.cls.__name__] = kind
            for field in kind.fields:
                visit(field.type)
        elif isinstance(kind, inspect.UnionType):
            for part in kind.types:
                visit(part)
        elif isinstance(kind, inspect.VarTupleType):
            visit(kind.item_type)

    visit(inspect.type_info(root))
    return found


if __name__ == "__main__":
    sys.exit(main())
