"""No password of a database is told, whatever an update prints: CHECK.toml has it, for its owner alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from rulebook.vocabulary import Component
from tests.simulator.stores import Postgres

ROOT = Path(__file__).parents[2]
ADDRESS = (
    "requirement_2/fia_5_1_2_database_script.feature::a-database-is-all-that-the-update-needs"
    "::with-no-gateway-no-dsp-and-no-other-s1sp-within-reach-the-script-of-s1sp-corrects-what-is-wrong::s1sp1"
)
PASSWORD, WRITTEN = "canary/of-nobody", "canary%2Fof-nobody"
START = "import os, sys, urllib.parse\nurl = os.environ['MP107_DATABASE_URL']\n"
SAYS = {"the URL": "url", "the password": "'no luck with ' + urllib.parse.unquote(url.split(':')[2].split('@')[0])"}


@pytest.mark.parametrize("says", SAYS)
def test_an_update_that_says_it_tells_nobody(says: str, postgresql: Postgres, tmp_path: Path) -> None:
    url = make_url(postgresql.urls()[Component.DSP]).set(password=PASSWORD).render_as_string(hide_password=False)
    assert WRITTEN in url
    update = tmp_path / "update.py"
    update.write_text(f"{START}sys.exit({SAYS[says]})\n", encoding="utf-8")
    out, check = tmp_path / "evidence", tmp_path / "CHECK.toml"
    command = f"{sys.executable} {update}"
    words = ["update-check", ADDRESS, "--database", url, "--command", command, "--check", str(check), "--out", str(out)]
    done = subprocess.run(
        [sys.executable, "-m", "commands", *words],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "400"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 10, done.stdout + done.stderr
    assert "[left out]" in done.stdout
    told = [done.stdout, done.stderr, *(file.read_text("utf-8") for file in out.rglob("*") if file.is_file())]
    assert not [text for text in told if PASSWORD in text or WRITTEN in text]
