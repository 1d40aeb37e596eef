"""The style sheet of the page: for a screen, light or dark, for 200 % of it, and for paper."""

from pathlib import Path

FILES = ("page.css", "parts.css", "print.css")
SHEET = "".join(Path(__file__).with_name(name).read_text(encoding="utf-8") for name in FILES)
