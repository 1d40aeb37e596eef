"""`make allure`: the page is cut off from the network, or there is none."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from interop import allure_report
from interop.__main__ import app
from interop.allure_report import PINNED, POLICY, loaded_by, sealed
from interop.packages import Unavailable

ANALYTICS = """
    <script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>
    <script>
        window.dataLayer = window.dataLayer || [];
        function gtag(){dataLayer.push(arguments);}
        gtag('config', 'G-1', {"report": "awesome"});
    </script>"""
PAGE = (
    '<!DOCTYPE html><html><head><title>t</title><link rel="icon" href="data:,"></head>'
    f"<body>{ANALYTICS}<script>1</script></body></html>"
)


def test_the_analytics_are_cut_out_and_a_policy_put_in() -> None:
    page = sealed(PAGE)
    assert "googletagmanager" not in page
    assert "gtag" not in page
    assert page.startswith('<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy"')
    assert "<script>1</script>" in page
    assert loaded_by(page) == []


def test_the_policy_names_no_address() -> None:
    assert "default-src 'none'" in POLICY
    assert "http" not in POLICY
    assert "*" not in POLICY


@pytest.mark.parametrize(
    "outside",
    [
        '<script src="https://example.com/a.js"></script>',
        "<script src=//example.com/a.js></script>",
        '<link rel="stylesheet" href="https://example.com/a.css">',
        '<img src="http://example.com/a.png">',
        '<form action="https://example.com">',
        '<iframe src="https://example.com">',
        "<script>load('https://www.googletagmanager.com/x')</script>",
    ],
)
def test_a_page_that_still_loads_anything_is_refused(outside: str) -> None:
    with pytest.raises(Unavailable, match="which was not cut out"):
        sealed(PAGE.replace("<body>", f"<body>{outside}"))


def test_what_is_missing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = CliRunner().invoke(app, ["allure", "--out", str(tmp_path)])
    assert ended.exit_code == 12
    assert "holds no results; run mp107 run first" in ended.output
    (tmp_path / "allure-results").mkdir()
    (tmp_path / "allure-results" / "1-result.json").write_text("{}")
    monkeypatch.setattr(allure_report.shutil, "which", lambda _: None)
    ended = CliRunner().invoke(app, ["allure", "--out", str(tmp_path)])
    assert ended.exit_code == 12
    assert "node or npm is missing; install Node.js 20 or later" in ended.output
    assert not (tmp_path / "allure.html").exists()


def test_every_package_is_pinned_by_its_digest_and_by_no_address() -> None:
    wanted = json.loads((PINNED / "package.json").read_text())["dependencies"]
    lock = json.loads((PINNED / "package-lock.json").read_text())["packages"]
    assert lock[""]["dependencies"] == wanted
    assert all(one["integrity"].startswith("sha512-") for name, one in lock.items() if name)
    assert "://" not in (PINNED / "package-lock.json").read_text()
