"""The wheel is whole: it serves its own samples from an empty environment outside the source tree."""

import re
import subprocess
import sys
import urllib.request
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty environment with nothing but the wheel and what it needs; gives its `wsr`."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    venv.create(folder / "env")
    python = str(folder / "env" / "bin" / "python")
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-compile"]
    subprocess.run([*pip, "--require-hashes", "-r", str(ROOT / "requirements.lock")], check=True)
    subprocess.run([*pip, "--no-deps", *map(str, folder.glob("*.whl"))], check=True)
    return folder / "env" / "bin" / "wsr"


def test_the_demo_runs_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    """`wsr demo` takes the samples in, says where it is, and its home page names what is held."""
    command = [str(installed), "--home", str(tmp_path / "home"), "demo", "--port", "0"]
    with subprocess.Popen(
        command, cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as demo:
        try:
            assert demo.stderr is not None
            address = next(filter(None, (re.search(r"http://[\d.:]+", line) for line in demo.stderr)))[0]
            reviews, home = (_fetched(address + path) for path in ("/api/v1/reviews", "/en/"))
        finally:
            demo.terminate()

    assert "CPR2017-W91" in reviews
    assert "Wales Safeguarding Repository" in home


def _fetched(url: str) -> str:
    with urllib.request.urlopen(url, timeout=60) as answer:
        text: str = answer.read().decode()
        return text
