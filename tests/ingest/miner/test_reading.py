"""Words, lines, boxes and what a file says of itself, read from PDFs small enough to be read by eye."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.ingest.pdfs import A4, pdf_of, stream, text, written
from wsr.errors import Rejected
from wsr.ingest.miner import read_pdf
from wsr.ingest.pages import Fill, Page, PdfFile, Rule, Word
from wsr.ingest.pdfium import draw_page
from wsr.settings import Settings

SETTINGS = Settings()
Read = Callable[[bytes], PdfFile]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a file given as bytes."""
    return lambda data: read_pdf(written(tmp_path, data), SETTINGS)


def texts(page: Page) -> list[str]:
    """The text of the words, in the order painted."""
    return [word.text for word in page.words]


def content_texts(read: Read, content: bytes, resources: bytes = b"") -> list[str]:
    """The words of a page with this content."""
    return texts(read(pdf_of(content, resources=resources)).pages[0])


def the_word(page: Page, said: str) -> Word:
    """The one word of a page that says this."""
    (word,) = [word for word in page.words if word.text == said]
    return word


def test_words_are_parted_by_blanks(read: Read) -> None:
    """A shown string becomes its words, in order."""
    assert content_texts(read, text("The child was seen alone.")) == ["The", "child", "was", "seen", "alone."]


def test_a_word_has_its_place_size_and_font(read: Read) -> None:
    """The box is that of the text in points from the top left; the baseline and size are those shown."""
    page = read(pdf_of(text("Seen", x=72, y=700, size=10, font="F2"))).pages[0]

    word = the_word(page, "Seen")

    assert (595, 842) == (page.width, page.height)
    assert (72, 142, 10, "Helvetica-Bold") == (word.x0, word.baseline, word.size, word.font)
    assert (True, False, True) == (word.bold, word.italic, word.upright)
    assert word.x1 == pytest.approx(72 + 10 * (0.667 + 0.556 + 0.556 + 0.611))
    assert word.y0 < word.baseline < word.y1


def test_kerning_does_not_part_a_word_but_a_gap_does(read: Read) -> None:
    """Pieces moved together or slightly apart are one word; a gap as wide as a blank makes two."""
    content = b"BT /F1 11 Tf 72 700 Td [(saf) 30 (eg) -40 (uard) -115 (ing) -185 (board) -300 (met)] TJ ET"

    assert content_texts(read, content) == ["safeguarding", "board", "met"]


def test_pieces_of_several_operators_join(read: Read) -> None:
    """Letters shown one by one, each at its place, are one word."""
    letters = b"".join(b"1 0 0 1 %g 700 Tm (%c) Tj " % (72 + 5.6 * i, c) for i, c in enumerate(b"bone"))

    assert content_texts(read, b"BT /F1 10 Tf " + letters + b"ET") == ["bone"]


def test_a_raised_number_is_a_word_by_itself(read: Read) -> None:
    """The mark of a note never joins the word before it."""
    content = b"BT /F1 11 Tf 72 700 Td (Board) Tj /F1 6.5 Tf 4 Ts (1) Tj 0 Ts /F1 11 Tf ( met) Tj ET"

    assert content_texts(read, content) == ["Board", "1", "met"]


def test_a_raised_ordinal_stays_with_its_number(read: Read) -> None:
    """The th of 19th belongs to the 19."""
    content = b"BT /F1 11 Tf 72 700 Td (19) Tj /F1 6.5 Tf 4 Ts (th) Tj 0 Ts /F1 11 Tf ( May) Tj ET"

    assert content_texts(read, content) == ["19th", "May"]


def test_small_capitals_are_one_word(read: Read) -> None:
    """A large first letter and smaller capitals on one baseline belong together."""
    content = b"BT /F1 14 Tf 72 700 Td (C) Tj /F1 11 Tf (ONTENTS) Tj ET"
    page = read(pdf_of(content)).pages[0]

    assert 14 == the_word(page, "CONTENTS").size


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 9 Tf 4 Tc 72 50 Td (Page) Tj ET",
        b"BT /F1 9 Tf 72 50 Td (P a g e) Tj ET",
        b"BT /F1 9 Tf 72 50 Td [(P) -300 (a) -300 (g) -300 (e)] TJ ET",
    ],
)
def test_letters_set_apart_are_one_word(read: Read, content: bytes) -> None:
    """A word spaced for looks is read as a word, however the space is made."""
    assert content_texts(read, content) == ["Page"]


def test_words_of_letters_set_apart_stay_apart(read: Read) -> None:
    """A wider gap within a spaced heading is a blank."""
    content = text("C H I L D   P R A C T I C E", size=14)

    assert content_texts(read, content) == ["CHILD", "PRACTICE"]


def test_short_words_are_no_spaced_letters(read: Read) -> None:
    """Two single letters in a row are just words."""
    assert content_texts(read, text("Am I a friend?")) == ["Am", "I", "a", "friend?"]


def test_a_word_painted_twice_is_one_bold_word(read: Read) -> None:
    """Bold made by painting again a little to the right counts once."""
    page = read(pdf_of(text("Summary of Sarah", x=72) + text("Summary of Sarah", x=72.3))).pages[0]

    assert texts(page) == ["Summary", "of", "Sarah"]
    assert all(word.bold for word in page.words)


def test_letters_painted_twice_are_one_bold_word(read: Read) -> None:
    """The same made letter by letter."""
    twice = b"".join(
        b"1 0 0 1 %g 700 Tm (%c) Tj 1 0 0 1 %g 700 Tm (%c) Tj " % (72 + 5.6 * i, c, 72.3 + 5.6 * i, c)
        for i, c in enumerate(b"bone")
    )
    page = read(pdf_of(b"BT /F1 10 Tf " + twice + b"ET")).pages[0]

    assert the_word(page, "bone").bold


def test_a_word_with_an_outline_of_its_colour_is_bold(read: Read) -> None:
    """Render mode 2, fill and stroke, is how Word makes bold of a font that has none."""
    page = read(pdf_of(b"2 Tr " + text("Heading") + b"0 Tr " + text("Text", y=600))).pages[0]

    assert (True, False) == (the_word(page, "Heading").bold, the_word(page, "Text").bold)


def test_the_same_word_twice_on_a_line_stays_twice(read: Read) -> None:
    """Only what lies in the same place is a double."""
    assert content_texts(read, text("had had")) == ["had", "had"]


def test_characters_are_kept_as_the_file_has_them(read: Read) -> None:
    """Soft hyphens and typographic signs are for the structure finder to mend, not for the reader."""
    assert content_texts(read, text("safe\u00ad \u2018quoted\u2019 \u2013")) == [
        "safe\u00ad",
        "\u2018quoted\u2019",
        "\u2013",
    ]


def test_ligatures_and_unknown_glyphs(read: Read) -> None:
    """A ligature comes out as its map says; a glyph that no map names is U+FFFD."""
    cmap = b"begincmap 2 beginbfchar <01> <FB01> <02> <00660066> endbfchar 1 beginbfrange <10> <12> <0041> endbfrange"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Odd /Encoding << /Differences [1 /a1 /a2 /a3] >> /ToUnicode 101 0 R >>"
    content = b"BT /F9 10 Tf 72 700 Td <01021011> Tj 100 0 Td <03> Tj ET"
    data = pdf_of(content, more={101: stream(cmap), 3: b"<< /Font << /F9 %s >> >>" % font})

    assert texts(read(data).pages[0]) == ["\ufb01ffAB", "\ufffd"]


def test_turned_text_is_not_upright(read: Read) -> None:
    """A watermark across the page is told from its text."""
    page = read(pdf_of(b"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DRAFT) Tj ET " + text("Text"))).pages[0]

    assert (False, True) == (the_word(page, "DRAFT").upright, the_word(page, "Text").upright)


def test_text_inside_nested_forms_is_read(read: Read) -> None:
    """Words in a form inside a form are words of the page, at the place where the form puts them."""
    inner = stream(text("deep", x=0, y=0), b"/Type /XObject /Subtype /Form /BBox [-9 -9 900 900]")
    outer = stream(
        b"q 1 0 0 1 10 20 cm /In Do Q",
        b"/Type /XObject /Subtype /Form /BBox [0 0 900 900] /Matrix [1 0 0 1 100 600] "
        b"/Resources << /XObject << /In 101 0 R >> /Font << /F1 102 0 R >> >>",
    )
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    data = pdf_of(
        b"/Out Do", resources=b"/XObject << /Out 100 0 R >>", more={100: outer, 101: inner, 102: font}
    )

    word = the_word(read(data).pages[0], "deep")

    assert (110, 842 - 620) == (word.x0, word.baseline)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize(
    "boxes", [b"/MediaBox [0 0 400 300]", b"/MediaBox [-20 -30 400 300] /CropBox [40 20 380 290]"]
)
def test_boxes_lie_where_a_viewer_shows_the_words(
    read: Read, tmp_path: Path, rotate: int, boxes: bytes
) -> None:
    """Turned, cropped and shifted pages: the ink of a word as drawn by pdfium lies in the word's box."""
    data = pdf_of(text("Aberystwyth", x=150, y=140, size=20), page=boxes + b" /Rotate %d" % rotate)
    page = read(data).pages[0]
    word = the_word(page, "Aberystwyth")

    picture = Image.open(BytesIO(draw_page(written(tmp_path, data), 1, 72))).convert("L")
    ink = picture.point(lambda light: 255 if light < 128 else 0).getbbox()

    assert picture.size == (round(page.width), round(page.height))
    assert ink is not None
    assert word.x0 - 1 <= ink[0] < ink[2] <= word.x1 + 1
    assert word.y0 - 1 <= ink[1] < ink[3] <= word.y1 + 1
    assert word.upright == (rotate == 0)


@pytest.mark.parametrize(
    ("matrix", "italic"),
    [
        (b"1 0 0 1 72 700", False),
        (b"1 0 0.333 1 72 700", True),
        (b"0 1 -1 0.213 72 700", True),
        (b"1 0 0.05 1 72 700", False),
    ],
)
def test_slanted_type_is_italic_and_no_larger(read: Read, matrix: bytes, italic: bool) -> None:
    """Programs lean the letters of a face that has no italic; their height over the line stays, whatever way it runs."""
    content = b"BT /F1 12 Tf %s Tm (Adoption) Tj ET" % matrix
    word = the_word(read(pdf_of(content)).pages[0], "Adoption")

    assert (pytest.approx(12), italic) == (word.size, word.italic)


def test_units_other_than_points(read: Read) -> None:
    """A page that counts in half inches is given in points."""
    page = read(pdf_of(text("Large", x=2, y=10, size=1), page=b"/MediaBox [0 0 17 22] /UserUnit 36")).pages[0]

    assert (612, 792) == (page.width, page.height)
    assert (72, 36) == (the_word(page, "Large").x0, the_word(page, "Large").size)


def test_what_lies_outside_the_page_is_left_out_and_told(read: Read) -> None:
    """Cropped words are not part of the text; a warning counts them."""
    read_file = read(pdf_of(text("inside") + text("outside", x=-500)))

    assert texts(read_file.pages[0]) == ["inside"]
    assert [("text_outside", 1)] == [(kind, page) for kind, _, page in read_file.warnings]


def test_what_is_clipped_away_is_left_out(read: Read) -> None:
    """Words outside the clip are not shown by a viewer."""
    content = (
        b"q 0 0 100 842 re W n "
        + text("kept", x=20)
        + text("cut", x=300)
        + b"Q "
        + text("free", x=300, y=500)
    )

    assert content_texts(read, content) == ["kept", "free"]


def test_rules_of_every_making(read: Read) -> None:
    """A stroke, a thin rectangle, and the pieces of a dotted border are lines; so are the sides of a frame."""
    page = read(
        pdf_of(
            b"100 700 m 300 700 l S 100 650 200 0.5 re f "
            + b"".join(b"%d 600 1 1 re f " % x for x in range(100, 300, 2))
            + b"100 100 300 200 re S"
        )
    ).pages[0]

    assert (
        Rule(100, 142, 300, 142),
        Rule(100, 191.75, 300, 191.75),
        Rule(100, 542, 400, 542),
        Rule(100, 742, 400, 742),
        Rule(100, 542, 100, 742),
        Rule(400, 542, 400, 742),
    ) == tuple(rule for rule in page.rules if rule.y0 != 241.5)


def test_fills_are_areas_that_can_be_seen(read: Read) -> None:
    """A grey box is a fill; a white one on white paper is none."""
    page = read(pdf_of(b"0.8 g 100 700 200 20 re f 1 g 100 600 200 20 re f")).pages[0]

    assert (Fill(100, 122, 300, 142),) == page.fills
    assert () == page.rules


def test_pictures_count_by_the_area_they_cover(read: Read) -> None:
    """A picture over the lower half of the page, and one written into the content over a tenth."""
    image = stream(
        b"\0",
        b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
    )
    content = (
        b"q 595 0 0 421 0 0 cm /Im Do Q q 595 0 0 84.2 0 700 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \0 EI Q "
        + text("after")
    )
    page = read(pdf_of(content, resources=b"/XObject << /Im 100 0 R >>", more={100: image})).pages[0]

    assert 0.6 == pytest.approx(page.picture_share, abs=0.001)
    assert texts(page) == ["after"]


def test_artifacts_are_marked(read: Read) -> None:
    """Words that the file itself calls furniture are told from the text."""
    content = (
        b"/Artifact << /Type /Pagination >> BDC "
        + text("Page 1", y=30)
        + b"EMC /P << /MCID 0 >> BDC "
        + text("Text")
        + b"EMC"
    )
    page = read(pdf_of(content)).pages[0]

    assert [("Page", True), ("1", True), ("Text", False)] == [
        (word.text, word.artifact) for word in page.words
    ]


def test_filled_fields_of_a_form_are_read(read: Read) -> None:
    """What a person typed into a form is shown by viewers, so it is read, at its place."""
    shown = stream(
        text("Typed", x=2, y=4, size=10), b"/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources 3 0 R"
    )
    field = b"<< /Type /Annot /Subtype /Widget /Rect [200 500 300 520] /AP << /N 101 0 R >> >>"
    data = pdf_of(
        text("Name:"), page=b"/MediaBox " + A4 + b" /Annots [100 0 R]", more={100: field, 101: shown}
    )

    word = the_word(read(data).pages[0], "Typed")

    assert (202, 842 - 504) == (word.x0, word.baseline)


def test_comments_are_kept_apart_from_the_text(read: Read) -> None:
    """What a person wrote on the page in a note is listed; links and their addresses are not."""
    notes = {
        100: b"<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (Check with Mrs Jones) >>",
        101: b"<< /Type /Annot /Subtype /Link /Rect [10 10 30 30] /Contents (a link) >>",
    }
    found = read(pdf_of(text("Text"), page=b"/MediaBox " + A4 + b" /Annots [100 0 R 101 0 R]", more=notes))

    assert found.comments == ("Check with Mrs Jones",)
    assert texts(found.pages[0]) == ["Text"]


def test_attachments_and_scripts_are_told_and_left_alone(read: Read) -> None:
    """Files within the file are named; a script is mentioned."""
    catalogue = (
        b"/Names << /EmbeddedFiles << /Names [(x) << /F (chronology.xlsx) >>] >> >> "
        b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
    )
    found = read(pdf_of(text("Text"), catalogue=catalogue))

    assert found.attachments == ("chronology.xlsx",)
    assert {"attachments", "script"} == {kind for kind, _, _ in found.warnings}


def test_what_the_file_says_of_itself(read: Read) -> None:
    """Title and author are decoded, in whichever of the two encodings."""
    data = pdf_of(
        text("Text"), more={100: b"<< /Title <FEFF0041006C0177> /Author (A. Reviewer) /Trapped /True >>"}
    )
    data = data.replace(b"/Root 1 0 R ", b"/Root 1 0 R /Info 100 0 R ")

    assert {"Title": "Al\u0177", "Author": "A. Reviewer", "Trapped": "True"} == read(data).info


def test_a_locked_file_is_refused(read: Read) -> None:
    """A file that needs a password says so."""
    with pytest.raises(Rejected, match="password") as refusal:
        read(_locked("secret"))

    assert refusal.value.reason == "encrypted"


def test_a_file_locked_with_no_password_opens(read: Read) -> None:
    """Many reviews forbid copying and open for all."""
    assert texts(read(_locked("")).pages[0]) == ["Seen", "alone"]


def _locked(password: str) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(password, ownerPassword="owner", strength=128))
    canvas.drawString(72, 700, "Seen alone")
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[: data.index(b"xref")],
        lambda data: data.replace(b"startxref", b"startxxxx"),
        lambda data: b"junk before the header\n" + data,
        lambda data: data.replace(b" 00000 n", b" 99999 n").replace(b"\n00000", b"\n12345"),
        lambda data: data.replace(b"trailer", b"tralier"),
    ],
)
def test_a_broken_index_does_not_matter(read: Read, spoil: Callable[[bytes], bytes]) -> None:
    """The objects of a file are found without their index."""
    assert texts(read(spoil(pdf_of(text("Still here")))).pages[0]) == ["Still", "here"]


def test_what_is_no_pdf_is_damaged(read: Read) -> None:
    """Without a single object there is nothing to read."""
    with pytest.raises(Rejected) as refusal:
        read(b"%PDF-1.4\nnothing of the kind")

    assert refusal.value.reason == "damaged"


def test_a_spoiled_part_of_a_page_is_told(read: Read) -> None:
    """Content that cannot be unpacked leaves the rest of the page, with a warning."""
    spoiled = stream(b"x", b"/Filter /NobodyDecode")
    page = b"/MediaBox " + A4
    data = pdf_of(text("Before"), text("Next page"), page=page, more={100: spoiled})
    found = read(
        data.replace(b"/Contents 11 0 R", b"/Contents [11 0 R 100 0 R]").replace(b"startxref", b"start")
    )

    assert [["Before"], ["Next", "page"]] == [texts(page) for page in found.pages]
    assert [("page_damaged", 1)] == [(kind, page) for kind, _, page in found.warnings]


def test_a_font_without_sense_spoils_only_its_own_words(read: Read) -> None:
    """Words in a font that cannot be understood are counted as undecoded; the others are read."""
    fonts = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /F9 << /Subtype /Type0 >> >> >>"
    data = pdf_of(text("Clear") + text("ab", y=600, font="F9"), more={3: fonts})

    found = read(data)

    assert texts(found.pages[0]) == ["Clear", "\ufffd"]
    assert [("letters_unknown", 1)] == [(kind, page) for kind, _, page in found.warnings]


@pytest.mark.parametrize(
    ("settings", "pages"),
    [
        (Settings(max_pages=2), 3),
        (Settings(max_page_glyphs=10), 1),
        (Settings(max_page_bytes=30), 1),
    ],
)
def test_limits_are_kept(tmp_path: Path, settings: Settings, pages: int) -> None:
    """P4: too many pages, letters or bytes of a page are refused, naming the limit."""
    path = written(tmp_path, pdf_of(*[text("Twenty letters and more.")] * pages))

    with pytest.raises(Rejected, match="more than") as refusal:
        read_pdf(path, settings)

    assert refusal.value.reason == "too_large"


def test_pages_share_what_they_inherit(read: Read) -> None:
    """Size and turn may be said once for all pages, above them."""
    data = pdf_of(text("One"), text("Two"), page=b"").replace(
        b"/Type /Pages", b"/Type /Pages /MediaBox [0 0 300 200] /Rotate 90 "
    )
    pages = read(data.replace(b"startxref", b"startxxxx")).pages

    assert [(200, 300), (200, 300)] == [(page.width, page.height) for page in pages]
    assert [1, 2] == [page.number for page in pages]


def test_words_take_the_face_of_their_longer_part(read: Read) -> None:
    """A word that begins with one bold letter is not bold."""
    page = read(pdf_of(b"BT /F2 11 Tf 72 700 Td (S) Tj /F1 11 Tf (arah) Tj ET")).pages[0]

    assert ("Helvetica", False) == (the_word(page, "Sarah").font, the_word(page, "Sarah").bold)


def test_vertical_writing_keeps_its_characters(read: Read) -> None:
    """Text set from top to bottom is read letter by letter, each in its place."""
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /V /Encoding /Identity-V /ToUnicode 101 0 R /DescendantFonts [<< "
        b"/Type /Font /Subtype /CIDFontType2 /BaseFont /V /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >> "
        b"/FontDescriptor << /FontName /V /Flags 4 /FontBBox [0 0 1000 1000] >> >>] >>"
    )
    cmap = stream(b"1 beginbfrange <0001> <0002> <0041> endbfrange")
    data = pdf_of(
        b"BT /F9 10 Tf 100 700 Td <00010002> Tj ET", more={3: b"<< /Font << /F9 %s >> >>" % font, 101: cmap}
    )

    assert [("A", 142), ("B", 152)] == [(word.text, word.baseline) for word in read(data).pages[0].words]


def test_symbols_without_a_character_stay_private(read: Read) -> None:
    """A bullet of Wingdings that no map names keeps its code, for the structure finder to know it by."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Wingdings /FirstChar 0 /LastChar 0 /Widths [0] >>"
    data = pdf_of(b"BT /F9 10 Tf 72 700 Td <9F> Tj ET", more={3: b"<< /Font << /F9 %s >> >>" % font})

    assert texts(read(data).pages[0]) == ["\uf09f"]


def test_a_font_set_by_a_graphics_state(read: Read) -> None:
    """Some programs choose the font by gs instead of Tf."""
    more = {100: b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold >>"}
    resources = b"/ExtGState << /G << /Font [100 0 R 12] >> >>"
    page = read(pdf_of(b"BT /G gs 72 700 Td (Set) Tj ET", resources=resources, more=more)).pages[0]

    assert ("Courier-Bold", 12) == (the_word(page, "Set").font, the_word(page, "Set").size)


def test_columns_of_letters_are_no_spaced_word(read: Read) -> None:
    """Letters far apart, as over the columns of a table, stay words."""
    content = text("A", x=72) + text("B", x=172) + text("C", x=272) + text("D", x=372)

    assert content_texts(read, content) == ["A", "B", "C", "D"]
