"""Words that a reader cannot see are found; words that only look unusual are not."""

from pathlib import Path

import pytest

from tests.ingest.pdfs import A4, pdf_of, stream, text, written
from wsr.ingest.miner import read_pdf
from wsr.ingest.pages import Page
from wsr.settings import Settings

NAME = "Gwenllian"
BLACK_BOX = b"0 g 60 690 200 25 re f "
PICTURE = stream(
    b"\0", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
)
MASKED = PICTURE.replace(b"/Width", b"/SMask 101 0 R /Width")
FADED = b"/ExtGState << /G << /ca 0.4 >> /M << /BM /Multiply >> /N << /ca 0 >> >> /XObject << /Im 100 0 R >>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the files of a test lie."""
    return tmp_path


def page_of(
    folder: Path,
    content: bytes,
    page: bytes = b"",
    picture: bytes = PICTURE,
    catalogue: bytes = b"",
    resources: bytes = b"",
    more: dict[int, bytes] | None = None,
) -> Page:
    """The first page of a file with this content."""
    data = pdf_of(
        content,
        page=b"/MediaBox " + A4 + page,
        resources=FADED + resources,
        catalogue=catalogue,
        more={100: picture, 101: PICTURE, **(more or {})},
    )
    return read_pdf(written(folder, data), Settings()).pages[0]


def why(page: Page) -> str | None:
    """Why the name on the page cannot be seen."""
    (reason,) = {word.hidden for word in page.words if word.text == NAME}
    return reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(text(NAME), None, id="plain"),
        pytest.param(text(NAME) + BLACK_BOX, "covered", id="black box over it"),
        pytest.param(text(NAME) + b"1 g 60 690 200 25 re f", "covered", id="white box over it"),
        pytest.param(b"0.9 g 60 690 200 25 re f 0 g " + text(NAME), None, id="shaded behind"),
        pytest.param(text(NAME) + BLACK_BOX + b"1 g " + text(NAME), None, id="painted again on top"),
        pytest.param(text(NAME) + b"/G gs 1 1 0 rg 60 690 200 25 re f", None, id="marked with a see-through pen"),
        pytest.param(text(NAME) + b"/M gs 1 1 0 rg 60 690 200 25 re f", None, id="marked by multiplying"),
        pytest.param(text(NAME) + b"0 g 60 702 200 1 re f", None, id="struck through"),
        pytest.param(text(NAME) + b"0 g 60 698 200 1 re f", None, id="underlined"),
        pytest.param(text(NAME) + b"60 690 200 25 re S", None, id="framed"),
        pytest.param(text(NAME) + b"14 w 60 703 m 260 703 l S", "covered", id="a broad pen over it"),
        pytest.param(text(NAME) + b"0 g 60 690 200 25 re 62 692 196 21 re f*", None, id="framed by a ring"),
        pytest.param(
            text(NAME) + b"0 g 60 690 200 25 re 62 692 m 62 713 l 258 713 l 258 692 l f", None, id="framed by turning back"
        ),
        pytest.param(text(NAME) + b"0 g 60 690 200 25 re 62 692 196 21 re f", "covered", id="box within a box"),
        pytest.param(text(NAME) + b"q 0 0 10 10 re W n 0 g 0 0 595 842 re f Q", None, id="box clipped away"),
        pytest.param(text(NAME) + b"q 200 0 0 25 60 690 cm /Im Do Q", "covered", id="picture over it"),
        pytest.param(b"q 200 0 0 25 60 690 cm /Im Do Q " + text(NAME), None, id="on a picture"),
        pytest.param(b"1 g " + text(NAME), "background colour", id="white on white"),
        pytest.param(b"0.98 g " + text(NAME), "background colour", id="nearly white on white"),
        pytest.param(b"0.8 g " + text(NAME), None, id="light grey on white"),
        pytest.param(b"0 0 0.4 rg 60 690 200 25 re f 1 g " + text(NAME), None, id="white on a dark head"),
        pytest.param(b"0 0 0 1 k 60 690 200 25 re f 0 g " + text(NAME), "background colour", id="black on black"),
        pytest.param(b"q 200 0 0 25 60 690 cm /Im Do Q 1 g " + text(NAME), None, id="white on a picture"),
        pytest.param(b"/Pattern cs /P0 scn 60 690 200 25 re f 1 g " + text(NAME), None, id="white on a pattern"),
        pytest.param(b"3 Tr " + text(NAME), "invisible", id="without ink"),
        pytest.param(b"/N gs " + text(NAME), "invisible", id="fully transparent"),
        pytest.param(text(NAME, size=0.5), "invisible", id="too small to read"),
        pytest.param(b"1 Tr 1 g 0 G " + text(NAME), None, id="white with a black outline"),
    ],
)  # fmt: skip
def test_what_a_reader_sees(folder: Path, content: bytes, reason: str | None) -> None:
    """The name is hidden just when nobody could read it on paper."""
    assert reason == why(page_of(folder, content))


def test_a_box_that_a_person_drew_covers(folder: Path) -> None:
    """A black square put over a name in a viewer leaves the name in the file."""
    note = b" /Annots [<< /Type /Annot /Subtype /Square /Rect [60 690 260 715] /IC [0 0 0] >>]"

    assert why(page_of(folder, text(NAME), page=note)) == "covered"


def test_an_empty_square_covers_nothing(folder: Path) -> None:
    """A square without filling only frames."""
    note = b" /Annots [<< /Type /Annot /Subtype /Square /Rect [60 690 260 715] /C [1 0 0] >>]"

    assert why(page_of(folder, text(NAME), page=note)) is None


def test_a_layer_that_is_switched_off_is_invisible(folder: Path) -> None:
    """Words on a layer that viewers do not show."""
    page = page_of(
        folder,
        b"/OC /L BDC " + text(NAME) + b"EMC " + text("seen", y=600),
        catalogue=b"/OCProperties << /OCGs [102 0 R] /D << /OFF [102 0 R] >> >>",
        resources=b"/Properties << /L 102 0 R >>",
        more={102: b"<< /Type /OCG /Name (Layer) >>"},
    )

    assert {NAME: "invisible", "seen": None} == {word.text: word.hidden for word in page.words}


SCAN = b"q 595 0 0 842 0 0 cm /Im Do Q "
LAYER = b"3 Tr " + text(NAME) + text("and the other words of the page", y=650)


def test_the_text_layer_of_a_scan_is_not_hidden(folder: Path) -> None:
    """Invisible words behind a page picture are what a machine read there."""
    page = page_of(folder, SCAN + LAYER)

    assert page.machine_read
    assert {None} == {word.hidden for word in page.words}


def test_words_beneath_the_picture_of_a_page_are_its_text_layer(folder: Path) -> None:
    """Some scanners paint the words first, then the picture over them."""
    page = page_of(folder, text(NAME) + text("and the other words of the page", y=650) + SCAN)

    assert page.machine_read
    assert why(page) is None


@pytest.mark.parametrize("content", [SCAN + BLACK_BOX + LAYER, SCAN + LAYER + BLACK_BOX])
def test_a_box_on_a_scan_covers_the_layer(folder: Path, content: bytes) -> None:
    """A name blacked out on a scan is hidden, although its words lie elsewhere in the order of painting."""
    page = page_of(folder, content)

    assert why(page) == "covered"
    assert {None} == {word.hidden for word in page.words if word.text != NAME}


def test_a_page_with_a_picture_and_visible_words_is_no_scan(folder: Path) -> None:
    """A cover with a full-page photograph has ordinary words."""
    page = page_of(folder, SCAN + text(NAME) + text("and the other words of the page", y=650))

    assert not page.machine_read
    assert why(page) is None


def test_a_picture_with_a_see_through_part_covers_nothing(folder: Path) -> None:
    """A logo with a soft mask may lie over words that can be read."""
    assert why(page_of(folder, text(NAME) + b"q 200 0 0 25 60 690 cm /Im Do Q", picture=MASKED)) is None
