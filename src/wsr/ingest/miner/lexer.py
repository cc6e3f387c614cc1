"""
Page content cut into operations by one compiled expression, instead of one call a token.

What it does not know it finds as UNKNOWN: the page is then read by pdfminer's own lexer.
"""

import re

from wsr.ingest.miner.notation import DICTIONARY, HEX_STRING, NAME, NUMBER, SPACE, STRING

_PARTS = {
    b"S": SPACE, b"NUMBER": NUMBER, b"STRING": STRING, b"HEX": HEX_STRING, b"NAME": NAME,
    b"DICTIONARY": DICTIONARY, b"NUMBERS": rb"[-+.0-9\0\t\n\f\r ]",
}  # fmt: skip

OPERATION = re.compile(
    rb"""
    %(S)b* (?:
        ( (?: %(NUMBER)b %(S)b+ ){0,6} (?: %(NUMBER)b )? ) ( [A-Za-z] [A-Za-z0-9*'"]* | ['"] )  # 1 numbers, 2 operator
            (?: (?<=[\s\0]re) %(S)b+ (W\*?) %(S)b+ n (?![A-Za-z0-9*]) )?  # 3 the rectangle is a clip
      | \[ ( %(NUMBERS)b* (?: (?: %(STRING)b | %(HEX)b ) %(NUMBERS)b* )* ) \]  # 4 array
            (?: %(S)b* (TJ) )?                                          # 5 the array is shown
      | ( %(STRING)b | %(HEX)b ) (?: %(S)b* (Tj) )?                     # 6 string, 7 it is shown
      | ( %(NAME)b ) %(S)b* %(DICTIONARY)b %(S)b* (BDC)                 # 8 tag, 9 marked content begins
      | ( %(DICTIONARY)b )                                              # 10
      | ( %(NAME)b )                                                    # 11
      | ( %(NUMBER)b )                                                  # 12
      | %% [^\r\n]*
      | \Z
      | (.)                                                             # 13
    )
    """
    % _PARTS,
    re.DOTALL | re.VERBOSE,
)
(
    NUMBERS, OPERATOR, CLIP, ARRAY, ARRAY_SHOWN, SHOWABLE, SHOWABLE_SHOWN, TAG, TAG_BEGINS, STRUCTURE, WORD,
    NUMERAL, UNKNOWN,
) = range(1, 14)  # fmt: skip
"""Groups of OPERATION; the last one that matched tells what was found."""

_SHOWN = re.compile(rb"(%(STRING)b|%(HEX)b)([^(<]*)" % _PARTS, re.DOTALL)
PICTURE_BEGINS = re.compile(rb"[\0\t\n\f\r ]ID[\0\t\n\f\r ]")
PICTURE_ENDS = re.compile(rb"[\0\t\n\f\r >]EI(?=[\0\t\n\f\r ]|\Z)")
"""A picture written into the content lies between the two."""


def shown_of(array: bytes) -> list[tuple[bytes, bytes]]:
    """The content of a shown array: strings with their brackets, each with the number after it or nothing."""
    shown: list[tuple[bytes, bytes]] = _SHOWN.findall(array)
    if array[:1] in (b"(", b"<", b""):
        return shown
    first = min((place for place in (array.find(b"("), array.find(b"<")) if place >= 0), default=len(array))
    return [(b"()", array[:first]), *shown]
