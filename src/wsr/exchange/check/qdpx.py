"""
A project file (.qdpx) as other tools will read it: everything that speaks against it.

    archive: what makes it unsafe to unpack -> no more
    project.qde, element by element: its shape | its references | its texts and selections
"""

import codecs
from typing import IO

from wsr.domain.qda import Finding
from wsr.errors import ProjectUnreadable
from wsr.exchange.archive import Archive
from wsr.exchange.check.findings import Findings
from wsr.exchange.check.grammar import project_grammar
from wsr.exchange.check.references import References
from wsr.exchange.check.shape import Shape
from wsr.exchange.check.texts import Texts
from wsr.exchange.read.events import watch

NAMESPACE = "urn:QDA-XML:project:1.0"
_PROJECT = "project.qde"


def check_qdpx(file: IO[bytes]) -> list[Finding]:
    """
    What is wrong with a project file, in the order of the file; empty when nothing is.

    Its memory is that of its longest text and of its guids. Raises no ProjectUnreadable: that is a finding too.
    """
    findings = Findings()
    try:
        with Archive(file) as archive:
            _check_archive(archive, findings)
    except ProjectUnreadable as error:
        findings.add(error.reason, error.sentence, line=error.line)
    return findings.all()


def _check_archive(archive: Archive, findings: Findings) -> None:
    dangers = list(archive.dangers())
    for danger in dangers:
        findings.keep(danger)
    if dangers:
        return
    projects = archive.projects()
    if not projects:
        findings.add("no_project", f"The archive has no {_PROJECT}.")
        return
    if len(projects) > 1:
        findings.add("several_projects", f"The archive has several projects: {', '.join(projects)}.")
        return
    if projects != [_PROJECT]:
        findings.add("project_name", f"The project is called {projects[0]}; some tools look for {_PROJECT}.")
    _check_names(archive, findings)
    _check_project(archive, projects[0], findings)


def _check_names(archive: Archive, findings: Findings) -> None:
    for name in archive.names():
        folder, slash, _ = name.partition("/")
        if slash and folder != "sources" and folder.lower() == "sources":
            findings.add(
                "folder_case", f"{name} stands in {folder}/; some tools look in sources/ alone.", member=name
            )


def _check_project(archive: Archive, name: str, findings: Findings) -> None:
    grammar = project_grammar()
    references, texts = References(grammar, findings), Texts(archive, findings)
    with archive.open(name) as project:
        if project.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8:
            findings.add("bom", f"{name} begins with a byte order mark.", member=name)
    with archive.open(name) as project:
        namespace = watch(project, (Shape(grammar, "Project", findings), references, texts))
    if namespace != NAMESPACE:
        findings.add(
            "namespace", f"The namespace is “{namespace}”; it must be {NAMESPACE}.", element="Project"
        )
    references.finish()
    for member in archive.names():
        if member != name and member not in texts.named:
            findings.add("stray_member", f"Nothing names {member}.", member=member)
