"""The styles of a flat ODT: what a Word template of the time would give, varied by the source's `look`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import quoteattr

DEFAULTS: dict[str, Any] = {
    "font": "Liberation Sans",
    "heading_font": "",  # that of the text when empty
    "size": 11,
    "heading_sizes": [16, 13, 11.5, 11],
    "title_size": 24,
    "align": "left",
    "line": 115,
    "accent": "#1f3864",
    "fill": "#1f3864",  # of table heads, with white words on it
    "shade": "#dce6f1",  # of shaded rows and boxes
    "margin": 2.54,
    "space_after": 7,
    "dot": "",  # after a printed number
    "indent": 1.27,  # of the text after a printed number
    "bullets": ["F0B7", "F0A7"],  # code points of the first and second depth
    "hyphenate": False,
    "bare_first_page": True,
    "banner": "",  # a protective marking at the top and bottom of each page
    "head_align": "left",
    "foot_align": "center",
    "tagged": False,
    "table_size": 9.5,
}
"""Every setting of `look` with its default: lengths in cm, sizes in points."""

SYMBOL_FONTS = {"F0B7": "Symbol", "F02D": "Symbol"}
"""Which font Word takes a private-use bullet from; those not named come from Wingdings."""

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "meta": "meta",
        "number": "datastyle",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
)


def _attributes(given: Mapping[str, object]) -> str:
    return " ".join(f"{name}={quoteattr(str(value))}" for name, value in given.items())


def style(name: str, parent: str = "", text: Mapping[str, object] | None = None, **paragraph: object) -> str:
    """A paragraph style; keywords are fo: properties with _ for -, `tabs` is raw tab stops."""
    tabs = paragraph.pop("tabs", "")
    keep = {f"fo:{key.replace('_', '-')}": value for key, value in paragraph.items()}
    inherits = f' style:parent-style-name="{parent.replace(" ", "")}"' if parent else ""
    stops = f"<style:tab-stops>{tabs}</style:tab-stops>" if tabs else ""
    return (
        f'<style:style style:name="{name.replace(" ", "")}" style:family="paragraph"{inherits}>'
        f"<style:paragraph-properties {_attributes(keep)}>{stops}</style:paragraph-properties>"
        f"<style:text-properties {_attributes(text or {})}/></style:style>"
    )


def tab(position: float, *, right: bool = False, leader: bool = False) -> str:
    """A tab stop at so many centimetres."""
    kind = ' style:type="right"' if right else ""
    dots = ' style:leader-style="dotted" style:leader-text="."' if leader else ""
    return f'<style:tab-stop style:position="{position:.2f}cm"{kind}{dots}/>'


def width(look: Mapping[str, Any], *, landscape: bool = False) -> float:
    """The width of the text in centimetres."""
    return float((29.7 if landscape else 21.0) - 2 * look["margin"])


def font_faces(look: Mapping[str, Any]) -> str:
    """Declarations of the fonts used."""
    names = {look["font"], look["heading_font"] or look["font"]}
    faces = "".join(
        f"<style:font-face style:name={quoteattr(n)} svg:font-family={quoteattr(repr(n))}/>"
        for n in sorted(names)
    )
    symbol = "".join(
        f'<style:font-face style:name="{name}" svg:font-family="{name}" style:font-charset="x-symbol"/>'
        for name in ("Symbol", "Wingdings")
    )
    return f"<office:font-face-decls>{faces}{symbol}</office:font-face-decls>"


def _bold(size: float | None = None, color: str | None = None, font: str = "") -> dict[str, object]:
    found: dict[str, object] = {"fo:font-weight": "bold"}
    found |= {"fo:font-size": f"{size}pt"} if size else {}
    found |= {"fo:color": color} if color else {}
    return found | ({"style:font-name": font} if font else {})


def paragraph_styles(look: Mapping[str, Any]) -> list[str]:
    """All named paragraph styles."""
    full, indent, accent = width(look), f"{look['indent']}cm", look["accent"]
    base = {"style:font-name": look["font"], "fo:font-size": f"{look['size']}pt"}
    base |= {"fo:language": "en", "fo:country": "GB", "fo:hyphenate": "false"}
    heading_font = look["heading_font"] or look["font"]
    after, line = f"{look['space_after']}pt", f"{look['line']}%"
    small = {"fo:font-size": f"{look['size'] - 1.5}pt"}
    box = {"border": f"0.75pt solid {accent}", "padding": "0.25cm"}
    leaders = tab(full, right=True, leader=True)
    styles = [
        style("Standard", text=base, widows=2, orphans=2),
        style("Body", "Standard", text_align=look["align"], line_height=line, margin_bottom=after),
        style("Numbered", "Body", tabs=tab(look["indent"]), margin_left=indent, text_indent=f"-{indent}"),
        style("Quotation", "Body", {"fo:font-style": "italic"}, margin_left="1.5cm", margin_right="1.2cm"),
        style(
            "Prompt", "Body", small | {"fo:font-style": "italic", "fo:color": "#595959"}, margin_bottom="3pt"
        ),
        style("Title", "Standard", _bold(look["title_size"], accent, heading_font), margin_bottom="14pt"),
        style(
            "Subtitle", "Standard", _bold(look["title_size"] * 0.65, font=heading_font), margin_bottom="10pt"
        ),
        style("Cover", "Standard", margin_bottom="8pt", line_height="120%"),
        style("Notice", "Standard", small, margin_bottom="10pt", margin_top="6pt", **box),
        style("Centre", "Body", text_align="center"),
        style("Right", "Body", text_align="end"),
        style("Bold", "Body", _bold(), keep_with_next="always"),
        style("Small", "Body", small),
        style("Letter", "Body", margin_bottom="9pt", text_align="start"),
        style("Cell", "Standard", {"fo:font-size": f"{look['table_size']}pt"}, margin_bottom="2pt"),
        style("Cell head", "Cell", _bold(color="#ffffff"), keep_with_next="always"),
        style("Contents 1", "Standard", tabs=tab(1.0) + leaders, margin_bottom="5pt"),
        style("Contents 2", "Contents 1", tabs=tab(2.2) + leaders, margin_left="1cm", margin_bottom="3pt"),
        style("Footnote", "Standard", {"fo:font-size": "9pt"}, margin_left="0.4cm", text_indent="-0.4cm"),
        style("Head", "Standard", {"fo:font-size": "9pt", "fo:color": "#404040"}, tabs=tab(full, right=True)),
        style("Banner", "Head", _bold(9.5, "#a00000"), text_align="center"),
        style("Rule", "Body", border_bottom="0.75pt solid #000000", margin_bottom="12pt"),
        style("Gap", "Standard", {"fo:font-size": "5pt"}),
        *(style(f"List {n}", "Body", margin_bottom="3pt") for n in (1, 2)),
        *(style(f"List {n} last", "Body") for n in (1, 2)),
        *(
            style(
                f"Marked {n}", "Body", tabs=tab(0.8), margin_left=f"{n * 1.27 + 0.2}cm", text_indent="-0.8cm"
            )
            for n in (1, 2)
        ),
    ]
    for level, size in enumerate(look["heading_sizes"], 1):
        spaces = {"margin_top": f"{size}pt", "margin_bottom": "6pt", "keep_with_next": "always"}
        hang = {"tabs": tab(look["indent"]), "margin_left": indent, "text_indent": f"-{indent}"}
        color = accent if level < 4 else "#000000"
        styles.append(style(f"Heading {level}", "Standard", _bold(size, color, heading_font), **spaces))
        styles.append(style(f"Heading {level} numbered", f"Heading {level}", **hang))
    return styles


def list_style(look: Mapping[str, Any]) -> str:
    """The bullets: private-use code points in the Symbol font, as Word writes them, or any other character."""
    levels = []
    for depth, code in enumerate(look["bullets"], 1):
        private = 0xE000 <= int(code, 16) <= 0xF8FF
        font = SYMBOL_FONTS.get(code, "Wingdings") if private else look["font"]
        left = 0.64 + 0.63 * depth
        levels.append(
            f'<text:list-level-style-bullet text:level="{depth}" text:style-name="Bullet{depth}" '
            f'text:bullet-char="&#x{code};"><style:list-level-properties '
            f'text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment '
            f'text:label-followed-by="listtab" text:list-tab-stop-position="{left}cm" fo:text-indent="-0.63cm" '
            f'fo:margin-left="{left}cm"/></style:list-level-properties>'
            f'<style:text-properties style:font-name="{font}"/></text:list-level-style-bullet>'
        )
    return f'<text:list-style style:name="Bullets">{"".join(levels)}</text:list-style>'


def _page_layout(name: str, look: Mapping[str, Any], *, landscape: bool, numbers: str = "1") -> str:
    wide, high = (29.7, 21.0) if landscape else (21.0, 29.7)
    space = '<style:header-style><style:header-footer-properties fo:min-height="0.9cm" fo:margin-bottom="0.45cm"/>'
    foot = (
        '<style:footer-style><style:header-footer-properties fo:min-height="0.9cm" fo:margin-top="0.45cm"/>'
    )
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="{wide}cm" '
        f'fo:page-height="{high}cm" style:print-orientation="{"landscape" if landscape else "portrait"}" '
        f'fo:margin-left="{look["margin"]}cm" fo:margin-right="{look["margin"]}cm" fo:margin-top="1.5cm" '
        f'fo:margin-bottom="1.3cm" style:num-format="{numbers}"/>'
        f"{space}</style:header-style>{foot}</style:footer-style></style:page-layout>"
    )


def page_layouts(look: Mapping[str, Any]) -> str:
    """Portrait, landscape and roman-numbered pages."""
    return (
        _page_layout("Portrait", look, landscape=False)
        + _page_layout("Roman", look, landscape=False, numbers="i")
        + _page_layout("Wide", look, landscape=True)
    )


def _furniture(line: str, style_name: str) -> str:
    style_name = style_name if "<br>" not in line else "HeadWide" if "Wide" in style_name else "Head"
    words = line.replace("&", "&amp;").replace("<br>", "<text:tab/>")
    words = words.replace("{pages}", "<text:page-count/>")
    words = words.replace("{page}", '<text:page-number text:select-page="current"/>')
    return f'<text:p text:style-name="{style_name}">{words}</text:p>'


def master_pages(look: Mapping[str, Any], head: str, foot: str) -> str:
    """First (bare when the look says so), Standard, Roman, Wide and Letter pages with their heads and feet."""
    banner = _furniture(look["banner"], "Banner") if look["banner"] else ""
    styles = {"left": "Head", "center": "HeadCentre", "right": "HeadRight"}

    def above_and_below(wide: str = "") -> tuple[str, str]:
        above = banner + (_furniture(head, styles[look["head_align"]] + wide) if head else "")
        return above, (_furniture(foot, styles[look["foot_align"]] + wide) if foot else "") + banner

    top, bottom = above_and_below()

    def page(name: str, layout: str, above: str, below: str, following: str = "") -> str:
        after = f' style:next-style-name="{following}"' if following else ""
        parts = (f"<style:header>{above}</style:header>" if above else "") + (
            f"<style:footer>{below}</style:footer>" if below else ""
        )
        return f'<style:master-page style:name="{name}" style:page-layout-name="{layout}"{after}>{parts}</style:master-page>'

    bare = look["bare_first_page"]
    return (
        page("Standard", "Portrait", top, bottom)
        + page("First", "Portrait", banner if bare else top, banner if bare else bottom, "Standard")
        + page("Roman", "Roman", top, bottom)
        + page("RomanFirst", "Roman", banner if bare else top, banner if bare else bottom, "Roman")
        + page("Wide", "Wide", *above_and_below("Wide"))
        + page("Letter", "Portrait", banner, banner)
    )


def word_styles(look: Mapping[str, Any]) -> str:
    """Styles of words, bullets and running heads."""
    words = {"Strong": 'fo:font-weight="bold"', "Emphasis": 'fo:font-style="italic"'}
    for depth, code in enumerate(look["bullets"], 1):
        words[f"Bullet{depth}"] = f'style:font-name="{SYMBOL_FONTS.get(code, "Wingdings")}"'
    return (
        style("HeadCentre", "Head", text_align="center")
        + style("HeadRight", "Head", text_align="end")
        + style("HeadWide", "Head", tabs=tab(width(look, landscape=True), right=True))
        + style("HeadCentreWide", "HeadCentre")
        + style("HeadRightWide", "HeadRight")
        + "".join(
            f'<style:style style:name="{name}" style:family="text"><style:text-properties {looks}/></style:style>'
            for name, looks in words.items()
        )
        + '<text:notes-configuration text:note-class="footnote" style:num-format="1" text:start-value="0" '
        'text:footnotes-position="page" text:start-numbering-at="document"/>'
    )


def cell_styles(look: Mapping[str, Any]) -> str:
    """Cells by their use, and the two-column section; Writer takes these only as automatic styles."""
    grid = 'fo:border="0.5pt solid #7f7f7f"'
    cells = {
        "Grid": f'{grid} fo:padding="0.12cm"',
        "GridHead": f'{grid} fo:padding="0.12cm" fo:background-color="{look["fill"]}"',
        "Shaded": f'{grid} fo:padding="0.18cm" fo:background-color="{look["shade"]}"',
        "Frame": f'{grid} fo:padding="0.3cm"',
        "Bare": 'fo:border="none" fo:padding="0.08cm"',
    }
    drawn = "".join(
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties {looks}/></style:style>'
        for name, looks in cells.items()
    )
    column = '<style:column style:rel-width="1*" fo:start-indent="{}cm" fo:end-indent="{}cm"/>'
    return drawn + (
        '<style:style style:name="TwoColumns" style:family="section"><style:section-properties>'
        '<style:columns fo:column-count="2" fo:column-gap="0.7cm">'
        f"{column.format(0, 0.35)}{column.format(0.35, 0)}</style:columns></style:section-properties></style:style>"
    )
