"""What a run of `wsr` imports, and the rules that most runs read, before it begins: see tests/forked.py."""

import typer.rich_utils  # noqa: F401 - typer imports it when it first has something to say

from wsr.cli import main as main
from wsr.coding.coder import Coder
from wsr.vocabulary.codebooks import standard_codebook
from wsr.vocabulary.term_lists import standard_list

Coder(standard_list(), standard_codebook()).explain("It was good practice.", None, None)
