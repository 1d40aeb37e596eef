"""What may happen in a sequence, drawn at random: the sentences of the features with somebody in them."""

from collections.abc import Callable, Mapping, Sequence

from hypothesis import strategies as some

from proof.explore.event import Event, Installed, Placing, Sentence, What
from proof.explore.parties import around, operators, suppliers
from rulebook.vocabulary import NETWORK_OPERATOR_ROLE, S1SPS, VARIANT_BY_NAME, DeviceType

Home = Sequence[Installed]
Events = some.SearchStrategy[Event]

OPERATORS_SLOTS, SUPPLIERS_SLOTS = "Network Operator slots", "Supplier slots"
OTHER_REQUESTS = tuple(
    name for name in VARIANT_BY_NAME if not name.startswith(("Join", "Update Security Credentials (KRP)", "Request H"))
)
HANDOVER = "'Request Handover Of DCC Controlled Device' Service Request"
DSP_SWITCHES = (("switches", "has switched", "off"), ("switches", "has switched", "on"))


@some.composite
def _placings(draw: some.DrawFn, home: Home) -> tuple[str, Placing]:
    """Who sends, and what is to be placed: mostly an operator's own business."""
    at = draw(some.sampled_from(home))
    slots = draw(some.sampled_from([OPERATORS_SLOTS, OPERATORS_SLOTS, OPERATORS_SLOTS, SUPPLIERS_SLOTS]))
    owners = [*[at.registered] * 3, *operators(at.device)] if slots == OPERATORS_SLOTS else suppliers(at.device)
    sender = draw(some.sampled_from([at.holder, at.registered]) | some.sampled_from(around(at.device)))
    return sender, Placing(at.device, slots, draw(some.sampled_from(owners)))


def _devices(home: Home) -> some.SearchStrategy[DeviceType]:
    return some.sampled_from([one.device for one in home])


def _what_is_placed(placing: Placing) -> str:
    return f"{placing.owner}'s certificates in the {placing.device}'s {placing.slots}"


def requests(home: Home) -> Events:
    """6.15.1 through the DSP, and every other request."""

    def update(drawn: tuple[str, Placing]) -> Event:
        sender, placing = drawn
        placed = _what_is_placed(placing)
        return Event(
            What.REQUEST,
            (("when", f"{sender} places {placed}"),),
            if_accepted=f"{sender} has placed {placed}",
            if_refused=f"{sender} has tried to place {placed}",
            sender=sender,
            target=placing.device,
            placing=placing,
        )

    def other(device: DeviceType, sender: str, name: str) -> Event:
        said = f"{sender} sends a '{name}' Service Request to the {device}"
        return Event(What.REQUEST, (("when", said),), sender=sender, target=device)

    others = _devices(home).flatmap(
        lambda device: some.builds(
            other, some.just(device), some.sampled_from(around(device)), some.sampled_from(OTHER_REQUESTS)
        )
    )
    updates = _placings(home).map(update)
    return some.one_of(updates, updates, others, _joins(home) if len(home) > 1 else others)


def _joins(home: Home) -> Events:
    """A Join Service of one device to another; needs two."""

    def join(pair: Sequence[DeviceType], sender: str, kind: str) -> Event:
        joined, target = pair
        said = f"{sender} sends a 'Join Service ({kind})' Service Request to join the {joined} to the {target}"
        return Event(What.REQUEST, (("when", said),), sender=sender, target=target)

    devices = [one.device for one in home]
    senders = some.sampled_from([*suppliers(devices[0]), *suppliers(devices[-1]), *around(devices[0])])
    kinds = some.sampled_from(["Critical", "Non-Critical"])
    return some.builds(join, some.permutations(devices).map(lambda several: several[:2]), senders, kinds)


def handovers(home: Home) -> Events:
    """6.21 by whoever."""

    def handover(device: DeviceType, sender: str, owner: str) -> Event:
        placed = f"{owner}'s certificates on the {device} by a {HANDOVER}"
        return Event(
            What.HANDOVER,
            (("when", f"{sender} puts {placed}"),),
            if_accepted=f"{sender} has put {placed}",
            sender=sender,
            target=device,
            placing=Placing(device, OPERATORS_SLOTS, owner),
        )

    return _devices(home).flatmap(
        lambda device: some.builds(
            handover,
            some.just(device),
            some.sampled_from([*suppliers(device), *around(device)]),
            some.sampled_from(operators(device)),
        )
    )


def to_an_s1sp(home: Home) -> Events:
    """What the DSP would hand on, without the DSP's own checks."""

    def handed(drawn: tuple[str, Placing]) -> Event:
        sender, placing = drawn
        said = f"the S1SP receives from the DSP {sender}'s request to place {_what_is_placed(placing)}"
        return Event(What.S1SP_REQUEST, (("when", said),), sender=sender, target=placing.device, placing=placing)

    return _placings(home).map(handed)


def rivals(home: Home) -> Events:
    """Two requests of one holder for the same slots, both under way at once."""

    def two(at: Installed, owner: str) -> Event:
        placing = Placing(at.device, OPERATORS_SLOTS, owner)
        given = f"{at.holder} has submitted two requests to place {_what_is_placed(placing)}"
        said: tuple[Sentence, ...] = (("given", given), ("when", "both requests come to their end"))
        return Event(What.RIVALS, said, sender=at.holder, target=at.device, placing=placing)

    return some.sampled_from(home).flatmap(
        lambda at: some.builds(two, some.just(at), some.sampled_from([at.registered, *operators(at.device)]))
    )


def in_flight(home: Home) -> Events:
    """A request between its acknowledgement and its end, with a change of registration in between or none."""

    def one(drawn: tuple[str, Placing], change: Event | None) -> Event:
        sender, placing = drawn
        given = f"{sender} has submitted a request to place {_what_is_placed(placing)}"
        between = change.said if change else ()
        said: tuple[Sentence, ...] = (("given", given), *between, ("when", "the request comes to its end"))
        return Event(What.IN_FLIGHT, said, sender=sender, target=placing.device, placing=placing)

    return some.builds(one, _placings(home), some.none() | registrations(home))


def registrations(home: Home) -> Events:
    """A new registered operator or supplier."""

    def change(device: DeviceType, party: str) -> Event:
        role = NETWORK_OPERATOR_ROLE[device]
        return Event(What.REGISTRATION, (("when", f"the registered {role} of the {device} becomes {party}"),))

    return _devices(home).flatmap(
        lambda device: some.builds(change, some.just(device), some.sampled_from(operators(device)))
    )


def switches(_: Home) -> Events:
    """The DSP's switch, and what each S1SP has deployed."""
    dsp = [
        (f"the DSP switches SECMP0107 {state}", f"the DSP has switched SECMP0107 {state}") for state in ("off", "on")
    ]
    s1sps = [
        (f"{s1sp} {event} SECMP0107", f"{s1sp} {history} deployed SECMP0107")
        for s1sp in S1SPS
        for event, history in (("withdraws", "has not"), ("deploys", "has"))
    ]
    return some.sampled_from([Event(What.SWITCH, (("when", event),), always=told) for event, told in (*dsp, *s1sps)])


def restarts(_: Home) -> Events:
    """One of the components is stopped and started again, mostly the one with the switch."""
    components = ["the DSP", "the DSP", "the DSP", *S1SPS]
    told = [(f"{component} restarts", f"{component} has restarted") for component in components]
    return some.sampled_from([Event(What.RESTART, (("when", event),), always=history) for event, history in told])


def alerts(home: Home) -> Events:
    """One of the devices raises an alert."""

    def alert(device: DeviceType) -> Event:
        return Event(What.ALERT, (("when", f"the {device} raises an alert"),), target=device)

    return _devices(home).map(alert)


BY_KIND: Mapping[What, Callable[[Home], Events]] = {
    What.REQUEST: requests,
    What.HANDOVER: handovers,
    What.S1SP_REQUEST: to_an_s1sp,
    What.IN_FLIGHT: in_flight,
    What.RIVALS: rivals,
    What.REGISTRATION: registrations,
    What.SWITCH: switches,
    What.RESTART: restarts,
    What.ALERT: alerts,
}
