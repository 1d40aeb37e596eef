"""`make browser`: axe-core, the keyboard, 200 % and paper on the pages of a whole run and of one with everything in it.

Exit 0 where nothing is wrong and where a tool is missing, which is named; 10 where something is wrong.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TypedDict

from rich.console import Console

from interop.packages import Unavailable, unpacked
from reports import html
from tests.browser.packages import AXE, PLAYWRIGHT
from tests.reports.pages import run

ROOT = Path(__file__).absolute().parents[2]
PACKAGES = ROOT / ".interop"
LATEST = ROOT / "reports" / "latest" / "index.html"
KILL_MATRIX = LATEST.with_name("kill-matrix.json")
WAYS = ("light", "dark", "200 %", "400 %")
"""As looks.mjs has them."""
LOOKS = Path(__file__).with_name("looks.mjs")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LEFT_OUT = ["update-kill-matrix.json: it is stale: features/ has changed since it was made"]
WITHIN_S = 3600.0
WRONG = 10


class Findings(TypedDict):
    """What the browser found: sentences, and how many rules held."""

    wrong: list[str]
    passed: int


def main() -> int:
    """A run made up for it, in every way of looking; a whole run, judged in one; the last one, which axe is spared."""
    console = Console(highlight=False, markup=False, soft_wrap=True)
    try:
        tools = _tools()
    except Unavailable as missing:
        console.print(f"make browser: nothing was looked at: {missing}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "index.html")
        page.write_bytes(html.document(run(certified=True, nonce="107"), _kill_matrix(), left_out=LEFT_OUT))
        pages = [_page(page, *WAYS), _page(_whole(Path(folder, "whole")), WAYS[0])]
        pages += [_page(path) for path in (LATEST,) if path.is_file()]
        looked = _looked({**tools, "pages": pages})
    for sentence in looked["wrong"]:
        console.print(sentence)
    console.print(f"{len(pages)} pages, {looked['passed']} rules of axe-core passed, {len(looked['wrong'])} wrong")
    return WRONG if looked["wrong"] else 0


def _page(file: Path, *judged: str) -> dict[str, object]:
    """`judged` are the ways of looking in which it is put to axe-core."""
    return {"file": str(file), "judged": judged}


def _whole(folder: Path) -> Path:
    """The page of every scenario on the reference, with a kill matrix where there is one of this suite."""
    folder.mkdir()
    if KILL_MATRIX.is_file():
        shutil.copy(KILL_MATRIX, folder)
    command = [sys.executable, "-m", "commands", "run", "--quiet", "--pack", "--seed=107", f"--out={folder}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=WITHIN_S, check=False)
    if done.returncode:
        raise SystemExit(f"make browser: the whole run did not conform: {done.stdout.strip()[-500:]}")
    return folder / "index.html"


def _tools() -> dict[str, str]:
    if shutil.which("node") is None:
        raise Unavailable("node is missing; install Node.js 20 or later")
    named = os.environ.get("CHROMIUM")
    browser = named or next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None or not Path(browser).is_file():
        raise Unavailable("no Chromium is here; install it, or name one: CHROMIUM=/usr/bin/chromium")
    return {
        "playwright": str(unpacked(PLAYWRIGHT, PACKAGES) / "index.mjs"),
        "axe": str(unpacked(AXE, PACKAGES) / "axe.min.js"),
        "chromium": browser,
    }


def _looked(wanted: dict[str, object]) -> Findings:
    done = subprocess.run(
        ["node", str(LOOKS)], input=json.dumps(wanted), capture_output=True, text=True, timeout=WITHIN_S, check=False
    )
    if done.returncode:
        raise SystemExit(f"make browser: the browser could not be driven: {done.stderr.strip()[-500:]}")
    found: Findings = json.loads(done.stdout)
    return found


def _kill_matrix() -> bytes:
    """Of three builds: one caught often, one once, one not at all."""
    builds = {"often": 5, "once": 1, "never": 0}
    clause = {"id": "srpd-6.2.d", "citation": "SRPD 6.2(d)", "strength": "weakly forced", "caught_by": builds}
    faults = [{"name": name, "mistake": f"It is caught {name}."} for name in builds]
    content = {"partial": False, "survivors": ["never"], "clauses": [clause], "faults": faults}
    return json.dumps(content).encode()


if __name__ == "__main__":
    sys.exit(main())
