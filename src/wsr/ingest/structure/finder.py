"""The finder: the order of work from the words of a file to its Flow."""

from collections import defaultdict

from wsr.ingest.flow import Flow
from wsr.ingest.pages import PdfFile
from wsr.ingest.structure.blocks import Block, blocks_of
from wsr.ingest.structure.contents import contents_of, pages_of_titles
from wsr.ingest.structure.counting import paragraph_series, reading_of
from wsr.ingest.structure.headings import find_headings, with_whole_heads
from wsr.ingest.structure.heads import HeadContext
from wsr.ingest.structure.hyphens import Vocabulary, vocabulary_of
from wsr.ingest.structure.joining import joined_blocks
from wsr.ingest.structure.letters import letter_starts
from wsr.ingest.structure.outline import Outline
from wsr.ingest.structure.paper import Paper, paper_of
from wsr.ingest.structure.passages import Drafts
from wsr.ingest.structure.redaction import with_redactions
from wsr.ingest.structure.tablerows import repeated_heads, rows_of_tables
from wsr.ingest.structure.tables import Table
from wsr.ingest.structure.writing import Writer
from wsr.language.detect import page_languages
from wsr.language.text import fixed


def find_flow(pdf: PdfFile, document: str) -> Flow:
    """
    The text of a file as sections and whole passages in reading order; without passages for blank pages.

    paper | contents | reading | blocks | heads | joined blocks | writer
    """
    paper = paper_of(pdf)
    vocabulary = _vocabulary(paper)
    writer = _written(paper, vocabulary, document, pdf)
    page_texts = _page_texts(paper, len(pdf.pages))
    passages = writer.drafts.passages(document, paper.turns)
    drafts = dict(zip((passage.id for passage in passages), writer.drafts.items, strict=True))
    return Flow(
        sections=tuple(writer.outline.sections),
        passages=passages,
        tables={name: draft.cells for name, draft in drafts.items() if draft.cells},
        emphasis={name: draft.emphasis for name, draft in drafts.items() if draft.emphasis},
        sizes={name: draft.size for name, draft in drafts.items()},
        bullets=frozenset(name for name, draft in drafts.items() if draft.bullet),
        furniture=(*paper.furniture, *repeated_heads(paper.tables, vocabulary)),
        page_texts=page_texts,
        page_languages=page_languages(page_texts),
        warnings=(),
    )


def _written(paper: Paper, vocabulary: Vocabulary, document: str, pdf: PdfFile) -> Writer:
    contents = contents_of(paper.lines, len(pdf.pages))
    machine_read = {page.number for page in pdf.pages if page.machine_read}
    reading, numbering = reading_of(paper, contents)
    context = HeadContext(
        paper.style,
        vocabulary,
        frozenset(contents.titles),
        frozenset(contents.heads),
        paper.underlined,
        pages_of_titles(paper.lines, machine_read),
    )
    blocks = with_whole_heads(
        [block for region in paper.regions for block in blocks_of(region, reading)], context
    )
    heads = find_headings(blocks, context)
    whole = joined_blocks(blocks, heads, paper.bottoms)
    tables = [block for _, block in whole if isinstance(block, Table)]
    rows = iter(rows_of_tables(tables, vocabulary))
    writer = Writer(
        Outline(document),
        Drafts(vocabulary),
        paper.notes,
        paragraph_series((block for _, block in whole), numbering),
    )
    letters = letter_starts(blocks, heads)
    for index, block in whole:
        if index in letters and isinstance(block, Block):
            writer.begin_letter(block.first.page)
        if index in heads:
            writer.write_head(heads[index], block)
        if isinstance(block, Table):
            writer.write_rows(block, next(rows))
        elif index not in heads:
            writer.write_block(with_redactions(block, paper.fills))
    writer.end()
    return writer


def _vocabulary(paper: Paper) -> Vocabulary:
    lines = [line.text for line in paper.lines]
    lines += [line.text for table in paper.tables for row in table.rows for line in row.lines]
    return vocabulary_of(lines)


def _page_texts(paper: Paper, page_count: int) -> tuple[str, ...]:
    """The text of each page, one line a printed line, notes last."""
    texts: dict[int, list[str]] = defaultdict(list)
    for region in paper.regions:
        for item in region.items:
            if isinstance(item, Table):
                texts[region.page] += [line.text for row in item.rows for line in row.lines]
            else:
                texts[region.page].append(item.text)
    for page, notes in paper.notes.items():
        texts[page] += [note.text for note in notes]
    return tuple(fixed("\n".join(texts[page])) for page in range(1, page_count + 1))
