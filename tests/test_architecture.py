"""The folders of src/wsr import each other in one direction only, and each foreign library has one home."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "wsr"

MAY_IMPORT: dict[str, set[str]] = {
    "message": set(),
    "errors": {"message"},
    "domain": {"errors"},
    "language": {"errors", "domain"},
    "vocabulary": {"errors", "domain", "language"},
    "settings": {"errors"},
    "samples": {"errors"},
    "ingest": {"errors", "domain", "language", "vocabulary", "settings"},
    "coding": {"errors", "domain", "language", "vocabulary"},
    "exchange": {"errors", "domain", "language", "vocabulary"},
    "learning": {"errors", "domain", "language", "vocabulary"},
    "accounts": {"errors", "domain", "settings"},
    "packs": {"errors", "domain", "language", "vocabulary"},
    "store": {"errors", "domain", "language", "vocabulary", "settings"},
    "index": {"errors", "domain", "language", "vocabulary", "settings"},
    "repository": {
        "errors", "domain", "language", "vocabulary", "settings", "samples", "ingest", "coding", "accounts", "store",
        "index", "exchange", "learning", "packs",
    },
    "web": {"errors", "domain", "settings", "exchange", "repository"},
    "cli": {"errors", "domain", "settings", "samples", "exchange", "repository", "web"},
}  # fmt: skip
"""Which parts a part may import, beside itself."""

HOME_OF_LIBRARY: dict[str, tuple[str, ...]] = {
    "pdfminer": ("ingest/miner/",),
    "pypdfium2": ("ingest/pdfium.py",),
    "sqlalchemy": ("store/",),
    "alembic": ("store/",),
    "whoosh": ("index/",),
    "fastapi": ("web/",),
    "starlette": ("web/",),
    "jinja2": ("web/",),
    "govuk_frontend_jinja": ("web/",),
    "typer": ("cli/",),
    "rich": ("cli/",),
    "uvicorn": ("web/", "cli/"),
    "snowballstemmer": ("language/",),
    "nltk": ("coding/agreement.py",),
    "pwdlib": ("accounts/",),
    "xlsxwriter": ("exchange/write/xlsx.py", "exchange/write/sheets.py", "exchange/write/pack_xlsx.py"),
    "docx": ("exchange/write/styles.py",),
    "defusedxml": ("exchange/",),
    "onnxruntime": ("learning/embedding.py",),
    "tokenizers": ("learning/embedding.py",),
}
"""Where alone a library may be imported, so that it can be replaced in one place."""


def _modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module
            if node.module == "wsr":
                yield from (f"wsr.{alias.name}" for alias in node.names)


def _part(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_parts_import_in_one_direction(path: Path) -> None:
    """A module imports only the parts that its own part may know."""
    part = _part(path)
    if part.startswith("__"):
        return
    imported = {name.split(".")[1] for name in _imports(path) if name.startswith("wsr.")}
    allowed = MAY_IMPORT[part] | {part, "__version__"}

    assert set() == imported - allowed


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_each_library_has_one_home(path: Path) -> None:
    """A foreign library is imported only in its home."""
    place = path.relative_to(SOURCE).as_posix()
    strays = {
        root
        for root in (name.split(".")[0] for name in _imports(path))
        if root in HOME_OF_LIBRARY and not place.startswith(HOME_OF_LIBRARY[root])
    }

    assert set() == strays


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_modules_are_absolute_importers_of_modest_size(path: Path) -> None:
    """No relative imports, which hide the direction, and no module past 320 lines."""
    text = path.read_text(encoding="utf-8")
    relative = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.ImportFrom) and n.level]

    assert relative == []
    assert text.count("\n") <= 320
