"""I1, I2: a process killed at any moment of an ingest loses nothing acknowledged and leaves nothing half there."""

import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import wsr
from tests.forked import Forked
from tests.pdfs import make_review
from wsr.domain.kinds import Outcome, Status
from wsr.repository import upkeep
from wsr.repository.repository import Repository
from wsr.samples import sample_reviews
from wsr.settings import Settings

pytestmark = pytest.mark.slow

DYING = Path(__file__).with_name("dying.py")
TAKEN = {Outcome.ACCEPTED, Outcome.COMPANION, Outcome.NEW_VERSION, Outcome.HELD, Outcome.UNCHANGED}


@pytest.fixture(scope="module")
def arrivals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three small reviews and a file that is none."""
    folder = tmp_path_factory.mktemp("arrivals")
    for number in (1, 2, 3):
        words = f"The school nurse rang the family {number} times and told the social worker each time."
        make_review(folder / f"CPR2019-W9{number}.pdf", subject=f"Re: Child {number}", analysis=(words,))
    (folder / "notes.pdf").write_text("<html>not a PDF</html>", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def dying() -> Iterator[Forked]:
    """`wsr` in processes that kill themselves."""
    program = Forked(DYING, _environment())
    yield program
    program.close()


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(wsr.__file__).parents[1])}


def _arguments(home: Path, folder: Path, kill_after_write: int) -> list[str]:
    return [str(kill_after_write), "--home", str(home), "ingest", "--json", str(folder)]


def _ingest(home: Path, folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, str(DYING), *_arguments(home, folder, 0)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=_environment()
    )


def _acknowledged(stdout: str) -> list[str]:
    lines = [json.loads(line) for line in stdout.splitlines() if line.endswith("}")]
    return [line["reference"] for line in lines if line["outcome"] in TAKEN]


def _start_once_and_look(home: Path) -> Counter[str]:
    """One ordinary start, then every difference there is; gives the documents held of each review."""
    with Repository.open(Settings.load(home)) as repository:
        upkeep.recover(repository)
        assert [] == upkeep.verify(repository)
        health = repository.health()
        assert (True, health.reviews) == (health.ready, health.indexed_reviews)
        held = Counter({s.reference: len(s.roles) for s in repository.summaries(None)})
        for summary in repository.summaries(Status.PUBLISHED):
            review = repository.review(summary.slug)
            assert all(repository.files.path_of(d.source.sha256).is_file() for d in review.documents)
            assert summary.passages == len(review.passages) > 0
    return held


def test_a_kill_after_each_write_loses_nothing_acknowledged(
    arrivals: Path, tmp_path: Path, dying: Forked
) -> None:
    """After the first write, the second, and so on until the ingest ends by itself: one start puts all right."""
    for kill_after in range(1, 1000):
        home = tmp_path / str(kill_after)
        process = dying.run(*_arguments(home, arrivals, kill_after), environment=_environment())

        held = _start_once_and_look(home)

        assert set(_acknowledged(process.stdout)) <= set(held), f"lost after write {kill_after}"
        assert set(held.values()) <= {1}, f"twice after write {kill_after}"
        if process.returncode != -signal.SIGKILL:
            assert kill_after > int(re.findall(r"writes: (\d+)", process.stderr)[0]) > 10
            assert {"CPR2019-W91", "CPR2019-W92", "CPR2019-W93"} == set(held)
            return
    pytest.fail("the ingest never came to its end")


def test_kills_at_random_moments_while_the_samples_are_taken_in(tmp_path: Path) -> None:
    """The same home is killed again and again, each time going on; then one run to the end has every sample once."""
    chance = random.Random(20260504)
    acknowledged: set[str] = set()
    for _ in range(12):
        process = _ingest(tmp_path, sample_reviews())
        time.sleep(chance.uniform(0.5, 8))
        process.kill()
        stdout, _ = process.communicate(timeout=60)
        acknowledged |= set(_acknowledged(stdout))
        assert acknowledged <= set(_start_once_and_look(tmp_path))

    stdout, _ = _ingest(tmp_path, sample_reviews()).communicate(timeout=300)
    outcomes = [json.loads(line) for line in stdout.splitlines()]
    held = _start_once_and_look(tmp_path)

    assert len(list(sample_reviews().glob("*.pdf"))) == len(outcomes) == sum(held.values())
