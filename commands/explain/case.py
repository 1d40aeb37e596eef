"""From the two files and the options of `mp107 explain` to the explanation."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from commands.explain import facts
from commands.explain.content import Explanation, open_question, trail, verdict
from commands.explain.fault import BadInput, octets, shown
from commands.explain.judge import Bench, Judgement, judge
from commands.explain.options import parse_readings, parse_release
from commands.explain.signature import Signature, judged
from commands.explain.trust import Known
from commands.explain.world import LoadedWorld, load_world
from rulebook import law
from rulebook.vocabulary import BASELINE, SECMP0107, Release, ServiceRequest
from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.request import DuisRequest, as_service_request, read_request

SET_ASIDE = (
    "The request carries Command Variant {}. Which one a Critical request to a SMETS1 device carries is open question "
    "O9: set aside here, judged with --reading O9=READING."
)


def explanation(
    file: Path, world_file: Path, release: str | None, readings: list[str], known: Known | None = None
) -> Explanation:
    """Of the request in one file in the world of the other; raises BadInput. `known` is who may have signed it."""
    try:
        return _explanation(file, world_file, release, readings, known or Known())
    except law.LawError as error:
        raise BadInput("legal", "", str(error), "restore the suite's own files") from error


def _explanation(file: Path, world_file: Path, release: str | None, readings: list[str], known: Known) -> Explanation:
    document = octets(file)
    try:
        message = read_request(document, law.eligibility())
    except MessageFault as wrong:
        raise BadInput(shown(file), wrong.place, wrong.fault, wrong.mend) from wrong
    loaded = load_world(world_file, datetime.now(UTC))
    if message.header.originator not in loaded.world.users:
        fault = f"{message.header.originator}, the sender of {shown(file)}, is no Entity Identifier there"
        raise BadInput(shown(world_file), "key user", fault, "add a [[user]] with it")
    state, notes = _release(release, loaded)
    rulings = parse_readings(readings)
    counted = _about_to_send(message, loaded)
    judgement = judge(Bench(counted.world, state, rulings), _request(message, counted))
    signature = judged(document, message, known, loaded.world.now, loaded.names)
    return _assembled(message, loaded, signature, state, judgement, [*facts.notes(message, loaded), *notes])


def _release(option: str | None, loaded: LoadedWorld) -> tuple[Release, list[str]]:
    if option is not None:
        return parse_release(option, loaded.release or BASELINE), []
    if loaded.release is not None:
        return loaded.release, []
    return SECMP0107, ["Neither --release nor [release] says where SECMP0107 is in force: taken as everywhere."]


def _about_to_send(message: DuisRequest, loaded: LoadedWorld) -> LoadedWorld:
    """The world in which the request's own originator counter is the sender's next."""
    counters = {message.header.originator: message.header.counter - 1}
    return replace(loaded, world=replace(loaded.world, originator_counters=counters))


def _request(message: DuisRequest, loaded: LoadedWorld) -> ServiceRequest:
    request = as_service_request(message, loaded.world.now)
    placed = tuple(replace(placed, issue=loaded.issues.get(placed.owner, 1)) for placed in request.certificates)
    return replace(request, certificates=placed, signing_issue=loaded.issues[request.sender])


def _assembled(
    message: DuisRequest,
    loaded: LoadedWorld,
    signature: Signature,
    release: Release,
    judgement: Judgement,
    notes: list[str],
) -> Explanation:
    target, transition = message.header.target, judgement.transition
    before = facts.slots(loaded.world, target, loaded.names)
    after = facts.slots(transition.world, target, loaded.names)
    if judgement.set_aside is not None:
        notes = [*notes, SET_ASIDE.format(judgement.set_aside)]
    return Explanation(
        verdict=verdict(transition.outcome),
        signature=signature,
        release=str(release),
        request=facts.of_request(message, loaded.names),
        world=facts.of_world(loaded, message),
        trail=trail(judgement),
        open_questions=tuple(open_question(bearing) for bearing in judgement.bearings),
        messages=tuple(
            {"kind": sent.kind, "to": facts.party(sent.recipient, loaded.names), "code": sent.code or None}
            for sent in transition.messages
        ),
        slots_afterwards=tuple(after) if after != before else (),
        notes=tuple(notes),
    )
