"""A Word document without text: its styles, page, footer and properties. The one importer of python-docx."""

import datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.document import Document as Made
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

FONT = "Calibri"
_INK, _QUIET, _LINK = RGBColor(0x1D, 0x2B, 0x3A), RGBColor(0x4A, 0x56, 0x60), RGBColor(0x0B, 0x53, 0x94)
_LONGEST_PROPERTY = 255

_STYLES: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = (
    ("Normal", {"size": Pt(11)}, {"space_after": Pt(6), "line_spacing": 1.2}),
    ("Title", {"size": Pt(24), "bold": False, "color": _INK}, {"space_after": Pt(12), "line_spacing": 1.1}),
    ("Heading 1", {"size": Pt(18), "bold": True, "color": _INK},
     {"space_before": Pt(30), "space_after": Pt(8), "keep_with_next": True}),
    ("Heading 2", {"size": Pt(13), "bold": True, "color": _INK},
     {"space_before": Pt(18), "space_after": Pt(2), "keep_with_next": True}),
    ("Heading 3", {"size": Pt(11.5), "bold": True, "color": _INK},
     {"space_before": Pt(12), "space_after": Pt(2), "keep_with_next": True}),
    ("Quote", {"size": Pt(11.5), "italic": False, "color": _INK},
     {"left_indent": Cm(0.5), "space_before": Pt(10), "space_after": Pt(4), "line_spacing": 1.25,
      "keep_with_next": True, "widow_control": True}),
    ("List Bullet", {}, {"space_after": Pt(3)}),
    ("Footer", {"size": Pt(9), "color": _QUIET}, {}),
    ("Notice", {"size": Pt(11), "color": _INK}, {"left_indent": Cm(0.3), "right_indent": Cm(0.3), "space_after": Pt(14)}),
    ("Review", {"size": Pt(10.5), "color": _QUIET}, {"space_after": Pt(4), "keep_with_next": True}),
    ("Place", {"size": Pt(10), "color": _QUIET}, {"left_indent": Cm(0.5), "space_after": Pt(2), "keep_with_next": True}),
    ("Source", {"size": Pt(9.5), "color": _QUIET}, {"left_indent": Cm(0.5), "space_after": Pt(12), "line_spacing": 1.1}),
    ("Cell", {"size": Pt(9.5)}, {"space_after": Pt(0), "line_spacing": 1.1}),
    ("Cell Head", {"size": Pt(9.5), "bold": True}, {"space_after": Pt(0), "line_spacing": 1.1}),
    ("Bibliography", {"size": Pt(10.5)},
     {"left_indent": Cm(0.75), "first_line_indent": Cm(-0.75), "space_after": Pt(6)}),
)  # fmt: skip
"""Name, font, paragraph. Those that Word does not bring are made."""

_WORDS_OWN = frozenset({"Bibliography"})
"""Styles that Word knows by these names, though the template has them not."""

_BORDERS = {"Quote": ("left",), "Notice": ("top", "left", "bottom", "right")}


def without_text(title: str, description: str, date: datetime.date) -> dict[str, bytes]:
    """The files of a document of A4 pages in English, by name; its text is to be put before the first `<w:sectPr`."""
    made = Document()
    _set_styles(made)
    _set_page(made)
    _set_properties(made, title, description, date)
    out = BytesIO()
    made.save(out)
    with ZipFile(out) as package:
        return {name: package.read(name) for name in package.namelist()}


def _set_styles(made: Made) -> None:
    styles = made.styles
    known = {style.name for style in styles}
    for name, font, paragraph in _STYLES:
        if name not in known:
            made_style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in _WORDS_OWN)
            made_style.base_style = styles["Normal"]
        style = styles[name]
        style.quick_style = True
        _set_font(style.element.get_or_add_rPr())
        for each, value in font.items():
            if each == "color":
                style.font.color.rgb = value
            else:
                setattr(style.font, each, value)
        for each, value in paragraph.items():
            setattr(style.paragraph_format, each, value)
        _set_borders(style.element.get_or_add_pPr(), _BORDERS.get(name, () if name == "Title" else None))
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.color.rgb, link.font.underline = _LINK, True
    defaults = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    _set_font(defaults)
    defaults.find(qn("w:lang")).set(qn("w:val"), "en-GB")


def _set_font(properties: Any) -> None:
    """One font for all letters, not the theme's."""
    fonts = (
        properties.get_or_add_rFonts()
        if hasattr(properties, "get_or_add_rFonts")
        else properties.find(qn("w:rFonts"))
    )
    fonts.attrib.clear()
    for letters in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{letters}"), FONT)


def _set_borders(properties: Any, sides: tuple[str, ...] | None) -> None:
    """Lines at these sides, in the place that the schema gives them; None leaves what there is."""
    if sides is None:
        return
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    if not sides:
        return
    borders = OxmlElement("w:pBdr")
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for name, value in (
            ("val", "single"),
            ("sz", "6" if len(sides) > 1 else "18"),
            ("space", "8"),
            ("color", "9AA7B2"),
        ):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    after = (
        "w:shd",
        "w:tabs",
        "w:suppressAutoHyphens",
        "w:spacing",
        "w:ind",
        "w:contextualSpacing",
        "w:jc",
        "w:outlineLvl",
    )
    following = next((child for child in properties if child.tag in map(qn, after)), None)
    if following is None:
        properties.append(borders)
    else:
        following.addprevious(borders)


def _set_page(made: Made) -> None:
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(25)
    line = section.footer.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.add_run("Wales Safeguarding Repository · page ")
    _add_field(line, "PAGE")
    line.add_run(" of ")
    _add_field(line, "NUMPAGES")


def _add_field(line: Paragraph, name: str) -> None:
    """A number that Word counts."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    line._p.append(field)


def _set_properties(made: Made, title: str, description: str, date: datetime.date) -> None:
    properties = made.core_properties
    at = datetime.datetime.combine(date, datetime.time())
    properties.title, properties.comments = title[:_LONGEST_PROPERTY], description[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = "Wales Safeguarding Repository"
    properties.language, properties.created, properties.modified = "en-GB", at, at
    settings = made.settings.element
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), "en-GB")
    settings.find(f"{qn('w:compat')}/{qn('w:compatSetting')}").set(qn("w:val"), "15")
    relations = made.part.package.rels
    for name in [name for name, each in relations.items() if each.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[name]
