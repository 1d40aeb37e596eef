"""With --pseudonymise nothing that may name a household gets out, whichever column it has got into."""

from pathlib import Path

import pytest
from sqlalchemy import create_engine

from data_update.audit.tokens import Tokens
from tests.audit.conftest import (
    AT,
    CRITICAL,
    PARTIES,
    SOUTHFELL,
    Rows,
    audit_command,
    published,
    registration,
    slots,
    written,
)

DEVICE, OTHER = "02-4D-50-44-00-00-00-AA", "02-4D-50-44-00-00-00-BB"
SECOND = "02-4D-50-50-00-00-00-0F"
MPXN, FREE = "1000000000777", "Mrs Jones"
SECRETS = ("02-4D-50-44", MPXN, FREE, slots()[0]["mpxn"])
INPUTS = ("slots", "registrations", "certificates", "parties")


def good() -> dict[str, Rows]:
    parties = [{**row, "effective_from": "", "effective_to": ""} for row in PARTIES]
    return {"slots": slots(), "registrations": [registration()], "certificates": published(), "parties": parties}


def outputs(folder: Path, inputs: dict[str, Rows], *words: str) -> str:
    """Everything that the audit says or writes."""
    words = (*words, "--pseudonymise", "--out", str(folder / "out"), "--at", AT)
    for name, rows in inputs.items():
        words += (f"--{name}", str(written(folder / f"{name}.csv", rows)))
    done = audit_command(*words)
    assert done.exit_code in (10, 11), done.output
    return done.output + "".join(file.read_text(encoding="utf-8") for file in sorted((folder / "out").iterdir()))


def leaks(text: str) -> set[str]:
    return {one for one in SECRETS if one.lower() in text.lower()}


@pytest.mark.parametrize("name", INPUTS)
def test_whatever_stands_in_whichever_column(tmp_path: Path, name: str) -> None:
    inputs = good()
    first = inputs[name][0]
    for place, column in enumerate(first):
        for number, secret in enumerate((OTHER, MPXN, FREE)):
            own = {"device_id": f"02-4D-50-44-00-00-{place:02X}-{number:02X}"} if name == "slots" else {}
            inputs[name].append({**first, **own, column: secret})
    inputs["slots"] += slots(device_id=OTHER, mpxn=MPXN)
    inputs["registrations"].append(registration(mpxn=MPXN))
    assert leaks(outputs(tmp_path, inputs)) == set()


@pytest.mark.parametrize("name", INPUTS)
def test_a_row_whose_columns_are_shifted(tmp_path: Path, name: str) -> None:
    inputs = good()
    columns = list(inputs[name][0])
    values = [DEVICE, MPXN, FREE, OTHER, *[FREE] * len(columns)]
    for shift in range(4):
        inputs[name].append(dict(zip(columns, values[shift:], strict=False)))
    assert leaks(outputs(tmp_path, inputs)) == set()


def test_a_row_whose_columns_are_shifted_where_the_certificates_say_whose_they_are(tmp_path: Path) -> None:
    both = [
        {**row, **party} for row, party in zip([*published(), *published(SOUTHFELL)], PARTIES[::2] * 2, strict=True)
    ]
    both.append({**both[0], "eui": DEVICE, "use": MPXN})
    both.append({**both[0], "market_participant": MPXN, "sec_party": FREE, "eui": ""})
    text = outputs(tmp_path, {"slots": slots(), "registrations": [registration()], "certificates": both})
    assert leaks(text) == set()


def test_a_party_that_is_a_device_or_named_like_one_is_hidden(tmp_path: Path) -> None:
    inputs = good()
    more = {"effective_from": "", "effective_to": ""}
    inputs["parties"].append({"eui": DEVICE.lower(), "market_participant": "ABCD", "sec_party": "Abcd", **more})
    inputs["parties"].append({"eui": SECOND, "market_participant": "EFGH", "sec_party": "1000 0000 00777", **more})
    inputs["slots"] += [*slots(device_id=DEVICE, owner=SECOND), *slots(device_id=OTHER, owner=DEVICE)]
    text = outputs(tmp_path, inputs)
    assert leaks(text) == set()
    assert "1000 0000 00777" not in text
    assert SECOND in text


def test_names_of_operators_and_the_audits_own_words_stay(tmp_path: Path) -> None:
    inputs = good()
    inputs["slots"] += slots(device_id=DEVICE, cohort="NOC")
    inputs["registrations"].append(registration(effective_to="soon"))
    text = outputs(tmp_path, inputs)
    for word in (SOUTHFELL, "Northmoor", "Southfell", "S1SP1", "IOC", "ESME", CRITICAL, "NMOR", "2020-01-01"):
        assert word in text
    assert "meter-point-1 NMOR 2020-01-01 hidden-" in text


def test_one_text_has_one_token_and_none_without_the_option() -> None:
    tokens = Tokens(hide=True)
    assert [tokens.of("device_id", one) for one in (DEVICE, OTHER, DEVICE)] == ["device-1", "device-2", "device-1"]
    assert [tokens.of(column, FREE) for column in ("slot", "owner", "slot")] == ["hidden-1"] * 3
    assert Tokens(hide=False).of("slot", FREE) == FREE


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (f"cannot make a number of '{FREE}'", "cannot make a number of (hidden)"),
        (f'for type bigint: "{FREE}"', "for type bigint: (hidden)"),
        (f"at {DEVICE} and {MPXN} of it", "at (hidden) and (hidden) of it"),
        ("--slots: extract-20261122.csv: line 1234567: odd", "--slots: extract-20261122.csv: line 1234567: odd"),
    ],
)
def test_what_an_engine_says_is_shown_without_what_it_quotes(said: str, shown: str) -> None:
    assert Tokens(hide=True).said(said, "extract-20261122.csv") == shown
    assert Tokens(hide=False).said(said) == said


def test_a_message_of_the_command_names_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    engine = create_engine("sqlite:///some.sqlite")
    with engine.begin() as connection:
        connection.exec_driver_sql('create view estate as select * from "1000000000777"')
    engine.dispose()
    for name, rows in good().items():
        written(Path(f"{name}.csv"), rows)
    words = [word for name in INPUTS for word in (f"--{name}", f"{name}.csv")]
    words += ["--slots", "sqlite:///some.sqlite#estate"]
    assert leaks(audit_command(*words).stderr) == {MPXN}
    hidden = audit_command(*words, "--pseudonymise")
    assert leaks(hidden.output) == set()
    assert "--slots: the table estate: no such table: main.(hidden); name a table" in hidden.stderr
