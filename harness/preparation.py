"""What has to be in order before the first request: the evidence folder, the profile, the suite, the system."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.certifying import objections
from harness.checkout import checkout
from harness.evidence_folder import emptied
from harness.frozen_lists import freeze, refuse_others
from harness.guard import known_words, read_law, static_findings, step_definitions, step_findings
from harness.profile import read_profile
from harness.selection import for_system
from harness.session import Run
from harness.signing import signer
from harness.summary import summarise
from harness.verdicts import Verdict
from harness.waivers import read_waivers
from rulebook import law
from sut_adapters.catalogue import system_under_test
from sut_adapters.trouble import Misconfigured


def prepare(run: Run, config: pytest.Config) -> None:
    """Note every problem in the run; the system is built only where there is none."""
    _attempt(run, lambda: _empty_folder(run, config))
    _attempt(run, lambda: _read_profile(run))
    _attempt(run, lambda: _freeze_lists(run))
    _attempt(run, lambda: _refuse_not_to_ask(config))
    _attempt(run, lambda: _ready_for_a_pack(run, config))
    _attempt(run, lambda: _read_waivers(run))
    _attempt(run, lambda: _guard(run, config))
    _attempt(run, lambda: _choose(run))
    if not run.problems:
        _attempt(run, lambda: _build_system(run))


def _attempt(run: Run, step: Callable[[], None]) -> None:
    try:
        step()
    except Misconfigured as error:
        run.problem(Verdict.CONFIG_ERROR, str(error))
    except law.LawError as error:
        run.problem(Verdict.SUITE_ERROR, str(error))


def _empty_folder(run: Run, config: pytest.Config) -> None:
    run.folder = emptied(run.options.out)
    record = summarise(run, [(Verdict.SUITE_ERROR, "the run did not end")])
    config.hook.pytest_mp107_run_begins(record=record, folder=run.folder)


def _read_profile(run: Run) -> None:
    path = run.profile_path
    if path is None:
        return
    option = "--profile " if run.options.profile else f"--sut {run.options.sut_name}: "
    try:
        run.profile = read_profile(path)
    except Misconfigured as error:
        raise Misconfigured(f"{option}{error}") from error
    try:
        run.profile.refuse_unknown(run.corpus.scenarios)
        run.rulings = law.rulings({**run.profile.readings, **run.options.readings})
    except law.LawError as error:
        raise Misconfigured(f"{option}{path}: readings: {error}") from error
    except Misconfigured as error:
        raise Misconfigured(f"{option}{path}: {error}") from error


def _freeze_lists(run: Run) -> None:
    if run.folder is None:
        return
    run.lists = freeze(for_system(run.corpus.scenarios, run.options.sut_name), run.folder)
    refuse_others(run.lists, run.profile.agreed)


def _refuse_not_to_ask(config: pytest.Config) -> None:
    """pytest reports a test as passed whose fixtures alone were set up, or only planned, which sets the other too."""
    for option in ("--setup-plan", "--setup-only"):
        if config.getoption(option):
            raise Misconfigured(f"{option}: no scenario would be asked anything; leave it out")


def _ready_for_a_pack(run: Run, config: pytest.Config) -> None:
    """What can be known to be wrong with the pack is said before the run, not after it."""
    if run.options.evidence.pack:
        run.checkout = checkout(config.rootpath)
    for objection in objections(run, config):
        run.problem(Verdict.CONFIG_ERROR, objection)
    signer(run.options.evidence)


def _read_waivers(run: Run) -> None:
    """By option or else by the profile."""
    evidence, profile = run.options.evidence, run.profile
    board = evidence.board_certificate or profile.board_certificate
    if path := evidence.waivers or profile.waivers:
        run.waivers = read_waivers(path, board)
    elif board:
        raise Misconfigured(f"{board}: a Board's certificate, and no waivers; add --waivers FILE, or leave it out")


def _guard(run: Run, config: pytest.Config) -> None:
    """The whole features folder, whatever was selected."""
    words, findings = known_words(config.rootpath / "pytest.ini")
    definitions = step_definitions(_plugins_below(config.rootpath, config), config.rootpath)
    found = [
        *findings,
        *static_findings(run.corpus, read_law(), words),
        *step_findings(run.corpus, definitions),
    ]
    for finding in found:
        run.problem(Verdict.SUITE_ERROR, str(finding))


def _plugins_below(root: Path, config: pytest.Config) -> list[str]:
    """The project's own pytest plugins by module name: those that may define steps."""
    modules = [plugin for plugin in config.pluginmanager.get_plugins() if getattr(plugin, "__file__", None)]
    ours = [module for module in modules if Path(module.__file__).is_relative_to(root)]
    return [module.__name__ for module in ours if ".venv" not in Path(module.__file__).parts]


def _choose(run: Run) -> None:
    if not run.chosen:
        raise Misconfigured("no scenario is left by the options given")


def _build_system(run: Run) -> None:
    run.sut = system_under_test(run.options.sut, run.rulings, boundary=run.options.boundary)
