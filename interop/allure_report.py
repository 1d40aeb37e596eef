"""`allure.html`: the evidence of a run as one Allure 3 report, which loads nothing and tells nobody anything.

Allure's reports load an analytics script. It is cut out, and a content security policy keeps a browser from loading
anything else from anywhere.
"""

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

from interop.packages import WITHIN_S, Unavailable

PINNED = Path(__file__).parent / "allure"
"""The package and every package below it, with the digests that npm publishes."""

OLDEST_NODE = 20
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' data: blob:; style-src 'unsafe-inline' data:; "
    "img-src data: blob:; font-src data:; media-src data: blob:; connect-src data: blob:; frame-src data: blob:; "
    "worker-src data: blob:; form-action 'none'; base-uri 'self'"
)

_ANALYTICS = re.compile(
    r"\s*<script[^>]*\bsrc=\"https://www\.googletagmanager\.com/[^\"]*\"[^>]*></script>\s*<script>[^<]*gtag\([^<]*</script>"
)
_HEAD = re.compile(r"<head[^>]*>")


def report(results: Path, installed: Path) -> str:
    """The page, from a folder of Allure results. Raises Unavailable for what is missing."""
    if not any(results.glob("*-result.json")):
        raise Unavailable(f"{results}: holds no results; run mp107 run first, or name its --out")
    command = _command(installed)
    with TemporaryDirectory() as scratch:
        config = Path(scratch, "allurerc.mjs")
        config.write_text("export default {};\n", encoding="utf-8")
        arguments = ["awesome", "--single-file", "-c", str(config), "-o", f"{scratch}/report", "--cwd", scratch]
        _done([*command, *arguments, str(results.absolute())], Path(scratch), "Allure could not make a report")
        return sealed(Path(scratch, "report", "index.html").read_text(encoding="utf-8"))


def sealed(page: str) -> str:
    """The page without its analytics, under a policy. Raises Unavailable where it still names an outside address."""
    page = _ANALYTICS.sub("", page)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    page = _HEAD.sub(lambda head: head[0] + policy, page, count=1)
    if outside := loaded_by(page):
        raise Unavailable(f"this Allure loads {outside[0]}, which was not cut out; keep to the version that is pinned")
    if policy not in page:
        raise Unavailable("this Allure writes no <head> to put a policy into; keep to the version that is pinned")
    return page


def loaded_by(page: str) -> list[str]:
    """The addresses outside the page that a browser would load by itself."""
    found = _Loads()
    found.feed(page)
    return found.outside


class _Loads(HTMLParser):
    ATTRIBUTES = frozenset({"src", "srcset", "data", "poster", "background", "action", "formaction"})
    INSIDE = ("data:", "#", "blob:")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            loads = name in self.ATTRIBUTES or (name == "href" and tag in ("link", "base", "use", "image"))
            if loads and value and not value.strip().lower().startswith(self.INSIDE):
                self.outside.append(value)

    def handle_data(self, data: str) -> None:
        self.outside += re.findall(r"https?://[\w.-]*googletagmanager[^\"'\s]*", data)


def _command(installed: Path) -> list[str]:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise Unavailable(f"node or npm is missing; install Node.js {OLDEST_NODE} or later")
    lock = PINNED / "package-lock.json"
    kept = installed / "package-lock.json"
    program = installed / "node_modules" / "allure" / "cli.js"
    if not program.is_file() or not kept.is_file() or kept.read_bytes() != lock.read_bytes():
        shutil.copytree(PINNED, installed, dirs_exist_ok=True)
        arguments = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        _done(arguments, installed, "npm cannot bring Allure; try again where it can reach its registry")
    return [node, str(program)]


def _done(command: list[str], folder: Path, otherwise: str) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=WITHIN_S, check=False, cwd=folder)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Unavailable(f"{otherwise}: {error}") from error
    if done.returncode:
        raise Unavailable(f"{otherwise}: {' '.join((done.stderr or done.stdout).split())[-300:]}")
