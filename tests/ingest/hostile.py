"""
Files built to hurt whoever reads them, made here byte by byte; none is a real person's file.

Each has a name, its bytes and the reasons that are right for it: READ where nothing is wrong that a reader
should refuse. Sources: CVE-2025-64512, GHSA-f83h-ghpp-7wcc, pdfminer.six issues 56, 1113 and 1157,
and what fuzzing found.
"""

import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import NamedTuple

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.ingest.pdfs import A4, FONTS, pdf_of, pdf_of_objects, stream, text

READ = "not_a_review"
"""The file was read to its end; what it says is no review."""
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox " + A4 + b" /Resources 3 0 R /Contents 5 0 R >>"
_WORDS = text("The child was seen alone, and her wishes were recorded.")


class Hostile(NamedTuple):
    """One hostile file."""

    make: Callable[[], bytes]
    reasons: frozenset[str]
    is_long: bool = False
    """True when making or reading it takes more than a moment."""


def one_page(content: bytes, objects: Mapping[int, bytes] | None = None) -> bytes:
    """A file of one page whose objects 1 to 5 can be replaced and added to."""
    fonts = b" ".join(b"/%s %s" % (name.encode(), body) for name, body in FONTS.items())
    usual = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
        3: b"<< /Font << %s >> >>" % fonts,
        4: _PAGE,
        5: stream(content),
    }
    return pdf_of_objects(usual | dict(objects or {}))


def flated(content: bytes, entries: bytes = b"") -> bytes:
    """A compressed stream object."""
    return stream(zlib.compress(content, 9), b"/Filter /FlateDecode " + entries)


def with_font(font: bytes, more: Mapping[int, bytes]) -> bytes:
    """A page that shows a string in one font."""
    resources = b"<< /Font << /F1 %s >> >>" % font
    return one_page(b"BT /F1 12 Tf 72 700 Td <00410042> Tj ET", {3: resources, **more})


def with_forms(forms: Mapping[int, bytes], first: int = 100) -> bytes:
    """A page that paints words and a form, which may paint others."""
    fonts = b" ".join(b"/%s %s" % (name.encode(), body) for name, body in FONTS.items())
    resources = b"<< /Font << %s >> /XObject << /X %d 0 R >> >>" % (fonts, first)
    return one_page(_WORDS + b"/X Do", {3: resources, **forms})


def form(content: bytes, resources: bytes = b"") -> bytes:
    """A form object."""
    return stream(
        content, b"/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << %s >>" % resources
    )


def empty() -> bytes:
    """No bytes at all."""
    return b""


def web_page() -> bytes:
    """A web page under the name of a PDF."""
    return b"<!DOCTYPE html><html><head><title>404</title></head><body>Not found</body></html>"


def zeros() -> bytes:
    """Fifty megabytes of zero bytes."""
    return bytes(50_000_000)


def zeros_after_header() -> bytes:
    """A header, then zero bytes without an end."""
    return _HEADER + bytes(20_000_000)


def header_only() -> bytes:
    """Nothing but a header."""
    return _HEADER


def truncated() -> bytes:
    """A file cut off in its middle, as a broken download leaves it."""
    whole = pdf_of(*[_WORDS * 40 for _ in range(6)])
    return whole[: len(whole) // 2]


def truncated_in_stream() -> bytes:
    """Compressed content that breaks off."""
    packed = zlib.compress(_WORDS * 400)
    return one_page(b"", {5: stream(packed[: len(packed) // 2], b"/Filter /FlateDecode")})


def index_of_two_thousand_million() -> bytes:
    """An index stream of a few bytes that says that it holds 2^31 objects, in a file without a page tree."""
    data = zlib.compress(b"\x01\x00\x10\x00")
    entries = (
        b"/Type /XRef /Size 2147483647 /Index [0 2147483647] /W [1 2 1] /Root 9 0 R /Filter /FlateDecode"
    )
    body = b"1 0 obj\n" + stream(data, entries) + b"\nendobj\n"
    return _HEADER + body + b"startxref\n%d\n%%%%EOF" % len(_HEADER)


def reference_to_itself() -> bytes:
    """An object that is a reference to itself."""
    return one_page(_WORDS, {3: b"3 0 R", 5: b"5 0 R"})


def references_in_a_ring() -> bytes:
    """Objects that refer to each other in a ring."""
    return one_page(_WORDS, {2: b"6 0 R", 6: b"7 0 R", 7: b"2 0 R"})


def index_before_itself() -> bytes:
    """An index whose predecessor is itself."""
    plain = one_page(_WORDS)
    start = plain.rindex(b"startxref\n") + len(b"startxref\n")
    place = plain[start:].split()[0]
    return plain.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %s" % place)


def page_tree_in_a_ring() -> bytes:
    """A page tree whose branch is its own child."""
    return one_page(
        _WORDS, {2: b"<< /Type /Pages /Count 2 /Kids [4 0 R 2 0 R 6 0 R] >>", 6: b"<< /Kids [2 0 R] >>"}
    )


def deep_page_tree() -> bytes:
    """A page tree ten thousand branches deep."""
    branches = {n: b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % (n + 1) for n in range(10, 10_010)}
    return one_page(_WORDS, {2: b"<< /Type /Pages /Count 1 /Kids [10 0 R] >>", **branches, 10_010: _PAGE})


def twenty_thousand_pages() -> bytes:
    """Far more pages than any review has, all of them the same object's copies."""
    kids = b" ".join(b"%d 0 R" % n for n in range(10, 20_010))
    pages = dict.fromkeys(range(10, 20_010), _PAGE)
    return one_page(_WORDS, {2: b"<< /Type /Pages /Count 20000 /Kids [%s] >>" % kids, **pages})


def _composite(width: bytes = b"", encoding: bytes = b"/Identity-H", texts: bytes = b"") -> bytes:
    descendant = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /CIDSystemInfo << /Registry (Adobe) "
        b"/Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Any /Flags 4 "
        b"/FontBBox [0 0 1000 1000] /Ascent 800 /Descent -200 >> %s >>" % width
    )
    return b"<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding %s %s /DescendantFonts [%s] >>" % (
        encoding,
        texts,
        descendant,
    )


def widths_of_two_thousand_million_codes() -> bytes:
    """A width table for a range of 2^31 codes."""
    return with_font(_composite(width=b"/W [0 2147483647 500]"), {})


def texts_of_four_thousand_million_codes() -> bytes:
    """A character map for a range of 2^32 codes."""
    cmap = b"begincmap 1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange endcmap"
    return with_font(_composite(texts=b"/ToUnicode 6 0 R"), {6: stream(cmap)})


def map_from_another_folder() -> bytes:
    """A character map named so that it would be loaded from elsewhere on the disk (CVE-2025-64512)."""
    return with_font(_composite(encoding=b"/..#2F..#2F..#2F..#2Ftmp#2Fevil"), {})


def bomb_in_a_bomb() -> bytes:
    """A kilobyte that unpacks twice to a hundred megabytes."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(bytes(1_000_000)) for _ in range(100)) + packer.flush()
    return one_page(b"", {5: stream(zlib.compress(once, 9), b"/Filter [/FlateDecode /FlateDecode]")})


def bomb() -> bytes:
    """Content that unpacks to fifty megabytes of spaces."""
    return one_page(b"", {5: flated(b" " * 50_000_000)})


def forms_doubling() -> bytes:
    """Forms thirty deep, each calling the next one twice."""
    forms = {100 + n: form(b"/X Do /X Do", b"/XObject << /X %d 0 R >>" % (101 + n)) for n in range(30)}
    return with_forms({**forms, 130: form(_WORDS, b"/Font << /F1 %s >>" % FONTS["F1"])})


def forms_fanning_out() -> bytes:
    """Forms twenty-four deep, each calling the next one four times."""
    forms = {100 + n: form(b"/X Do " * 4, b"/XObject << /X %d 0 R >>" % (101 + n)) for n in range(24)}
    return with_forms({**forms, 124: form(b"")})


def shallow_forms_without_end() -> bytes:
    """Forms eight deep, each calling the next one ten times."""
    forms = {100 + n: form(b"/X Do " * 10, b"/XObject << /X %d 0 R >>" % (101 + n)) for n in range(8)}
    return with_forms({**forms, 108: form(b"")})


def form_in_itself() -> bytes:
    """A form that paints itself."""
    return with_forms({100: form(_WORDS + b"/X Do", b"/XObject << /X 100 0 R >>")})


def sparse_words() -> bytes:
    """Ten thousand words scattered over a page, which defeats readers that group them pairwise."""
    places = ((37 * n % 500 + 20, 53 * n % 780 + 20) for n in range(10_000))
    return one_page(b"".join(text("word", x, y, 4) for x, y in places))


def operator_flood() -> bytes:
    """A million and a half operators in a small stream."""
    return one_page(b"", {5: flated(b"BT /F1 9 Tf " + b"(a)Tj " * 1_500_000 + b"ET")})


def empty_string_flood() -> bytes:
    """A million and a half operators that show nothing."""
    return one_page(b"", {5: flated(b"BT /F1 9 Tf " + b"()Tj " * 1_500_000 + b"ET")})


def number_flood() -> bytes:
    """Five million numbers that no operator takes."""
    return one_page(b"", {5: flated(b"1 " * 5_000_000 + _WORDS)})


def glyph_flood() -> bytes:
    """A page of three hundred thousand letters."""
    return one_page(b"", {5: flated(b"BT /F1 1 Tf 1 1 Td (" + b"a" * 300_000 + b") Tj ET")})


def box_flood() -> bytes:
    """Words, then thirty thousand boxes painted over them."""
    return one_page(b"", {5: flated(_WORDS * 40 + b"70 690 400 30 re f " * 30_000)})


def page_size_of_words() -> bytes:
    """A page whose size is a keyword among numbers."""
    return one_page(_WORDS, {4: _PAGE.replace(A4, b"[0 0 nothing true]")})


def page_size_without_measure() -> bytes:
    """A page larger than anything, with a crop box turned inside out and a scale that is no number."""
    sizes = b"[0 0 1e400 99999999999999999999] /CropBox [900 900 -5 nan] /Rotate 12345 /UserUnit -7"
    return one_page(_WORDS, {4: _PAGE.replace(A4, sizes)})


def script() -> bytes:
    """A script and a program to be started on opening."""
    action = b"<< /S /JavaScript /JS (app.alert\\(1\\)) /Next << /S /Launch /F (/bin/sh) >> >>"
    return one_page(_WORDS, {1: b"<< /Type /Catalog /Pages 2 0 R /OpenAction %s >>" % action})


def attachment_tree_in_a_ring() -> bytes:
    """A tree of attachments that contains itself."""
    names = b"/Names << /EmbeddedFiles 6 0 R >>"
    return one_page(
        _WORDS,
        {
            1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % names,
            6: b"<< /Kids [6 0 R 6 0 R] /Names [(a) 6 0 R] >>",
        },
    )


def locked() -> bytes:
    """A file that opens only with a password."""
    return _encrypted(user="secret")


def locked_against_printing() -> bytes:
    """A file that opens for everybody but asks not to be copied from: read, as viewers read it."""
    return _encrypted(user="")


def _encrypted(user: str) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(user, ownerPassword="owner", canCopy=0, strength=128))
    canvas.drawString(72, 700, "The child was seen alone, and her wishes were recorded.")
    canvas.save()
    return out.getvalue()


def locked_by_a_stranger() -> bytes:
    """A file locked by a program that nobody has."""
    return pdf_of_objects(
        {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Count 0 /Kids [] >>"},
        trailer=b"/Encrypt << /Filter /Nobody /V 9 >> /ID [(a) (b)]",
    )


def objects_without_end() -> bytes:
    """Eight megabytes of beginnings of objects."""
    return _HEADER + b"1 0 obj " * 1_000_000


def brackets_in_brackets() -> bytes:
    """Arrays nested a hundred thousand deep, in the file and in the content."""
    return one_page(b"[" * 100_000 + _WORDS, {3: b"[" * 100_000})


def strings_in_strings() -> bytes:
    """Brackets nested a hundred thousand deep in a string."""
    return one_page(b"BT /F1 12 Tf " + b"(" * 100_000 + b")" * 100_000 + b" Tj ET")


def lengths_that_lie() -> bytes:
    """Streams that say that they are longer than the file, or shorter than nothing."""
    content = b"<< /Length 999999999 >>\nstream\n%s\nendstream" % _WORDS
    return one_page(b"", {5: content, 6: content.replace(b"999999999", b"-5")})


def index_that_lies() -> bytes:
    """An index that points past the end of the file."""
    plain = one_page(_WORDS)
    start = plain.rindex(b"xref\n0")
    return plain[:start] + plain[start:].replace(b" 00000 n", b"9999 00000 n").replace(b"\n000000", b"\n99")


def filter_of_nobody() -> bytes:
    """Content packed in a way that does not exist."""
    return one_page(b"", {5: stream(b"abc", b"/Filter /NobodyDecode")})


def predictor_of_giants() -> bytes:
    """Content whose rows are said to be two thousand million columns long."""
    entries = b"/DecodeParms << /Predictor 12 /Columns 2147483647 /Colors 99 /BitsPerComponent 32 >>"
    return one_page(b"", {5: flated(_WORDS * 50, entries)})


def runs_of_runs() -> bytes:
    """Run lengths packed in run lengths."""
    once = b"\x81a" * 60_000
    twice = b"".join(bytes((0x81, byte)) for byte in once[:4_000])
    return one_page(b"", {5: stream(twice + b"\x80", b"/Filter [/RunLengthDecode /RunLengthDecode]")})


def picture_without_end() -> bytes:
    """A picture in the content that never ends."""
    return one_page(_WORDS + b"BI /W 10 /H 10 /BPC 8 ID " + b"E" * 200_000)


def object_stream_in_itself() -> bytes:
    """An object stream said to lie within itself."""
    body = b"6 0 obj\n" + flated(b"6 0 4 0 <<>> <<>>", b"/Type /ObjStm /N 2 /First 8") + b"\nendobj\n"
    place = len(_HEADER) + len(body)
    rows = b"".join(b"\x02\x00\x06\x00" for _ in range(8))
    entries = b"/Type /XRef /Size 8 /W [1 2 1] /Root 4 0 R"
    index = b"7 0 obj\n" + stream(rows, entries) + b"\nendobj\n"
    return _HEADER + body + index + b"startxref\n%d\n%%%%EOF" % place


def numbers_beyond_number() -> bytes:
    """Coordinates, sizes and matrices beyond any page."""
    wild = b"BT /F1 99999999999999999999 Tf 1e5 0 0 1e5 9 9 Tm (a) Tj ET " + b"9" * 400 + b" 0 0 1 0 0 cm "
    return one_page(_WORDS + wild + b"0 0 99999999999999999999999 1 re f " + _WORDS)


def font_without_sense() -> bytes:
    """Fonts whose entries are of the wrong kind."""
    font = b"<< /Type /Font /Subtype /Type3 /FontBBox (x) /FontMatrix [0 0] /Widths 5 /FirstChar (a) /Encoding 7 >>"
    return with_font(font, {})


def annotations_without_end() -> bytes:
    """A page with two hundred thousand notes."""
    return one_page(
        _WORDS, {4: _PAGE[:-2] + b" /Annots [" + b"6 0 R " * 200_000 + b"] >>", 6: b"<< /Contents (a) >>"}
    )


def _expect(make: Callable[[], bytes], *reasons: str, is_long: bool = False) -> tuple[str, Hostile]:
    return make.__name__, Hostile(make, frozenset(reasons), is_long)


HOSTILE = dict(
    (
        _expect(empty, "empty"),
        _expect(web_page, "not_pdf"),
        _expect(zeros, "not_pdf"),
        _expect(zeros_after_header, "damaged", is_long=True),
        _expect(header_only, "damaged"),
        _expect(truncated, READ),
        _expect(truncated_in_stream, READ),
        _expect(index_of_two_thousand_million, "damaged"),
        _expect(reference_to_itself, "no_text"),
        _expect(references_in_a_ring, READ),
        _expect(index_before_itself, READ),
        _expect(page_tree_in_a_ring, READ),
        _expect(deep_page_tree, READ),
        _expect(twenty_thousand_pages, "too_large"),
        _expect(widths_of_two_thousand_million_codes, "no_text"),
        _expect(texts_of_four_thousand_million_codes, "no_text"),
        _expect(map_from_another_folder, "no_text"),
        _expect(bomb_in_a_bomb, "too_large", is_long=True),
        _expect(bomb, "too_large"),
        _expect(forms_doubling, "too_large"),
        _expect(forms_fanning_out, "too_large"),
        _expect(shallow_forms_without_end, "too_large"),
        _expect(form_in_itself, READ),
        _expect(sparse_words, READ),
        _expect(operator_flood, "too_large", is_long=True),
        _expect(empty_string_flood, "no_text", "timed_out", is_long=True),
        _expect(number_flood, READ, "timed_out", is_long=True),
        _expect(glyph_flood, "too_large"),
        _expect(box_flood, READ, is_long=True),
        _expect(page_size_of_words, READ),
        _expect(page_size_without_measure, READ),
        _expect(script, READ),
        _expect(attachment_tree_in_a_ring, READ),
        _expect(locked, "encrypted"),
        _expect(locked_against_printing, READ),
        _expect(locked_by_a_stranger, "encrypted"),
        _expect(objects_without_end, "damaged", is_long=True),
        _expect(brackets_in_brackets, "no_text", is_long=True),
        _expect(strings_in_strings, "no_text", is_long=True),
        _expect(lengths_that_lie, READ),
        _expect(index_that_lies, READ),
        _expect(filter_of_nobody, "no_text"),
        _expect(predictor_of_giants, "no_text"),
        _expect(runs_of_runs, "no_text"),
        _expect(picture_without_end, READ),
        _expect(object_stream_in_itself, "damaged"),
        _expect(numbers_beyond_number, READ),
        _expect(font_without_sense, "no_text"),
        _expect(annotations_without_end, READ),
    )
)
"""All hostile files by name."""
