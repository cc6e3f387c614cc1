"""Files with packed objects, broken indexes and objects of the wrong kind: what can be read is read."""

import random
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ingest.hostile import HOSTILE, bomb_in_a_bomb, forms_doubling, shallow_forms_without_end
from tests.ingest.pdfs import A4, FONTS, pdf_of, stream, text, written
from wsr.errors import Rejected
from wsr.ingest.miner import read_pdf
from wsr.ingest.miner.streams import MAX_STREAM_BYTES, BoundedZlib, StreamTooLarge
from wsr.settings import Settings

Words = Callable[[bytes], list[str]]


@pytest.fixture
def words(tmp_path: Path) -> Words:
    """Reads all words of a file given as bytes."""

    def read(data: bytes) -> list[str]:
        return [
            word.text for page in read_pdf(written(tmp_path, data), Settings()).pages for word in page.words
        ]

    return read


def packed(said: str) -> bytes:
    """A file as modern programs write it: its objects in an object stream, its index a stream too."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Resources << /Font << /F1 %s >> >> /Contents 5 0 R >>"
        % (A4, FONTS["F1"]),
    }
    bodies = b" ".join(objects.values())
    starts, at = [], 0
    for number, body in objects.items():
        starts.append(b"%d %d" % (number, at))
        at += len(body) + 1
    head = b" ".join(starts) + b" "
    content = zlib.compress(head + bodies)
    entries = b"/Type /ObjStm /N 3 /First %d /Filter /FlateDecode" % len(head)
    out = b"%PDF-1.7\n"
    places = {}
    for number, body in ((4, stream(content, entries)), (5, stream(text(said)))):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    places[6] = len(out)
    rows = [b"\0\0\0\0", *(b"\2\0\4" + bytes((index,)) for index in range(3))]
    rows += [b"\1" + places[number].to_bytes(2, "big") + b"\0" for number in (4, 5, 6)]
    index = stream(
        zlib.compress(b"".join(rows)), b"/Type /XRef /Size 7 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode"
    )
    return out + b"6 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF" % (index, places[6])


def test_packed_objects_are_read(words: Words) -> None:
    """Objects inside object streams, by an index that is a stream."""
    assert words(packed("Packed words")) == ["Packed", "words"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.replace(b"startxref", b"startxxxx"),
        lambda data: data[: data.rindex(b"startxref")],
        lambda data: data.replace(b"/W [1 2 1]", b"/W [9 9 9]"),
        lambda data: data.replace(b"/Type /XRef", b"/Type /XXXX").replace(b"startxref", b"startxxxx"),
    ],
)
def test_packed_objects_are_found_without_their_index(words: Words, spoil: Callable[[bytes], bytes]) -> None:
    """The last resort, where even the catalogue is packed, is the index stream's own trailer."""
    data = spoil(packed("Packed words"))
    if b"/Type /XRef" in data:
        assert words(data) == ["Packed", "words"]
    else:
        with pytest.raises(Rejected, match="damaged"):
            words(data)


def test_pages_are_found_without_their_tree(words: Words) -> None:
    """A catalogue that leads nowhere: every object that says that it is a page is one."""
    data = pdf_of(text("Loose"), text("leaves")).replace(b"/Pages 2 0 R", b"/Pages 9 0 R")

    assert words(data) == ["Loose", "leaves"]


def test_pages_that_do_not_say_what_they_are(words: Words) -> None:
    """A leaf of the page tree is a page, also without its type."""
    assert words(pdf_of(text("Untyped")).replace(b"/Type /Page /Parent", b"/Parent")) == ["Untyped"]


def test_an_object_that_breaks_is_missing(words: Words) -> None:
    """A broken object, here the annotations, does not take the page with it."""
    data = pdf_of(
        text("Whole"), page=b"/MediaBox " + A4 + b" /Annots 100 0 R", more={100: b"<< /A [ >> ] (x"}
    )

    assert words(data) == ["Whole"]


@pytest.mark.parametrize(
    "body",
    [b"<< /Font << /F1 %s >> /Odd >>", b"<< /Font << /F1 %s >> /Deep ((((x)))) >>", b"<</Font<</F1 %s>>>>"],
)
def test_objects_that_only_pdfminer_knows(words: Words, body: bytes) -> None:
    """What the compiled expressions refuse is read by pdfminer's own parser, as far as that goes."""
    data = pdf_of(text("Read"), more={3: body % FONTS["F1"]})

    assert words(data) == ["Read"]


@pytest.mark.parametrize(
    ("make", "named"),
    [
        (forms_doubling, "nested more than 12 deep"),
        (shallow_forms_without_end, "more than 10,000 calls"),
        (bomb_in_a_bomb, "built to exhaust"),
    ],
)
def test_what_is_built_to_exhaust_is_named(words: Words, make: Callable[[], bytes], named: str) -> None:
    """P4: the refusal says which limit was passed."""
    with pytest.raises(Rejected, match=named) as refusal:
        words(make())

    assert refusal.value.reason == "too_large"


def test_streams_unpack_under_a_bound() -> None:
    """Up to the bound all is given; past it the stream is refused; damaged streams give their beginning."""
    assert BoundedZlib.decompress(zlib.compress(b"words")) == b"words"
    with pytest.raises(StreamTooLarge):
        BoundedZlib.decompress(zlib.compress(bytes(MAX_STREAM_BYTES + 1)))

    whole = zlib.compress(random.Random(1).randbytes(4_000))
    spoiled = whole[:2_000] + b"\0\xff" * 50 + whole[2_100:]
    begun = BoundedZlib.decompress(spoiled)

    assert 1_000 < len(begun) < 4_000
    assert begun[:1_000] == random.Random(1).randbytes(4_000)[:1_000]


SEEDS = {
    name: hostile.make()
    for name, hostile in HOSTILE.items()
    if not hostile.is_long and hostile.make is not bomb_in_a_bomb
}
TOKENS = [
    b"<<",
    b">>",
    b"[",
    b"]",
    b" R ",
    b"endobj",
    b"stream",
    b"/Kids",
    b"-1",
    b"999999999999",
    b"null",
    b"(",
    b")",
    b"/Filter",
]
SMALL = [data for data in SEEDS.values() if 100 < len(data) < 10_000] + [
    packed("Packed words"),
    pdf_of(text("Plain")),
]


def mutated(chance: random.Random) -> bytes:
    """One of the small files with a few bytes changed, tokens strewn in, stretches cut out or doubled."""
    data = bytearray(chance.choice(SMALL))
    for _ in range(chance.choice([1, 2, 5, 20])):
        at = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                data[at : at + chance.randrange(1, 8)] = chance.choice(TOKENS)
            case 2:
                data[at : at + chance.randrange(1, 40)] = b""
            case _:
                data[at:at] = data[at - 60 : at]
    return bytes(data)


@pytest.mark.parametrize(
    "seed", [pytest.param(seed, marks=pytest.mark.slow if seed else ()) for seed in range(10)]
)
def test_spoiled_files_are_read_or_refused(words: Words, seed: int) -> None:
    """P2: nothing but a Rejected comes out of a file spoiled at random."""
    chance = random.Random(seed)
    for _ in range(100):
        try:
            words(mutated(chance))
        except Rejected as refusal:
            assert refusal.reason in {"damaged", "encrypted", "too_large"}
