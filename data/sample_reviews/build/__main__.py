"""Makes the sample reviews: `python data/sample_reviews/build [NAME…]`.

Each source becomes a PDF and its expected result, NAME.expected.json. A name is the beginning of a file
name (CPR2017); without names all are made. Needs the `dev` extra, poppler's pdftotext, and for some
samples LibreOffice or Chromium.
"""

from __future__ import annotations

import argparse
import importlib
import json
from pathlib import Path

import source
import truth

SAMPLES = Path(__file__).resolve().parents[1]


def make(path: Path, *, pdf_too: bool) -> str:
    """Makes one PDF (unless only its truth is wanted) and its truth, and returns a line that says what it holds."""
    document = source.read(path)
    pdf = SAMPLES / document.file
    if pdf_too:
        importlib.import_module(f"by_{document.front['producer']}").make(document, pdf)
    expected = truth.of(document, pdf)
    text = json.dumps(expected, ensure_ascii=False, indent=1)
    pdf.with_suffix(".expected.json").write_text(text + "\n", encoding="utf-8")
    counts = {
        part: len(expected[part]) for part in ("sections", "passages", "recommendations", "good_practice")
    }
    size = pdf.stat().st_size // 1000
    return f"{document.file}: {expected['review']['pages']} pages, {size} kB, {counts}"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="beginnings of file names; none means all")
    parser.add_argument(
        "--truth-only", action="store_true", help="keep the PDFs; write only the expected results"
    )
    chosen = parser.parse_args()
    for path in sorted((SAMPLES / "sources").glob("*.md")):
        if not chosen.names or path.name.startswith(tuple(chosen.names)):
            print(make(path, pdf_too=not chosen.truth_only))


if __name__ == "__main__":
    main()
