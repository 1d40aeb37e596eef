"""An update that corrects what it should, and adds a row that is no slot of the device's."""

import sys
from pathlib import Path

from sut_adapters.s1sp_database.command import Command
from tests.update_check.conftest import Opened, Played

ROOT = Path(__file__).parents[2]
ADDS = """
import os, sqlite3
from data_update.command import main
try:
    main()
finally:
    with sqlite3.connect(os.environ["MP107_DATABASE_URL"].removeprefix("sqlite:///")) as here:
        here.execute("insert into anchor_slots (device_id, slot, version)"
                     " select max(device_id), 'spare', 1 from devices where s1sp = ?", [os.environ["MP107_S1SP"]])
"""


def test_an_update_that_adds_a_slot_of_another_name_fails(opened: Opened, play: Played) -> None:
    system = opened(Command((sys.executable, "-c", ADDS), 120, ROOT))
    (verdict,) = play(system, "when-all-three-have-been-carried-out").values()
    assert verdict.startswith("FAIL: "), verdict
    assert "anchor_slots" in verdict
    assert "spare" in verdict
