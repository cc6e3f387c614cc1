"""A codebook file (.qdc) as other tools will read it."""

from typing import IO

from wsr.domain.qda import Finding
from wsr.errors import ProjectUnreadable
from wsr.exchange.check.findings import Findings
from wsr.exchange.check.grammar import codebook_grammar
from wsr.exchange.check.references import References
from wsr.exchange.check.shape import Shape
from wsr.exchange.read.events import watch

NAMESPACE = "urn:QDA-XML:codebook:1.0"


def check_qdc(file: IO[bytes]) -> list[Finding]:
    """What is wrong with a codebook file, in the order of the file; empty when nothing is."""
    findings, grammar = Findings(), codebook_grammar()
    references = References(grammar, findings)
    try:
        namespace = watch(file, (Shape(grammar, "CodeBook", findings), references))
    except ProjectUnreadable as error:
        findings.add(error.reason, error.sentence, line=error.line)
        return findings.all()
    if namespace != NAMESPACE:
        findings.add(
            "namespace", f"The namespace is “{namespace}”; it must be {NAMESPACE}.", element="CodeBook"
        )
    references.finish()
    return findings.all()
