"""Test control over HTTP, as docs/test-control.openapi.yaml describes it: the state of the world, put and seen."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from aiohttp import web

from rulebook.vocabulary import S1SPS, Component
from sut_adapters.duis.eui import normalised
from sut_adapters.duis.responses import decode
from sut_adapters.simulator import control_values as values
from sut_adapters.simulator import estate
from sut_adapters.simulator.conclusion import conclude
from sut_adapters.simulator.countersigned_requests import countersigned
from sut_adapters.simulator.exchange import Unreadable
from sut_adapters.simulator.json_answers import Unknown, answered, read, told_in_text
from sut_adapters.simulator.notices import device_alerts
from sut_adapters.simulator.simulation import Simulation
from sut_adapters.simulator.state import Scenario

BASE = "/test-control/v1"
CREATED, ACCEPTED, NO_CONTENT = 201, 202, 204

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Control:
    """`wake` says that there may be something to do; `until_settled` waits for so many seconds at most."""

    def __init__(
        self, simulation: Simulation, wake: Callable[[], None], until_settled: Callable[[float], Awaitable[bool]]
    ) -> None:
        self._simulation, self._wake, self._until_settled = simulation, wake, until_settled

    def routes(self) -> list[web.RouteDef]:
        """One for each operation of the description."""
        json: list[tuple[str, str, Handler]] = [
            ("PUT", "/inboxes/{user_id}", self.register_inbox),
            ("POST", "/scenario", self.begin_scenario),
            ("DELETE", "/scenario", self.end_scenario),
            ("POST", "/devices", self.place_device),
            ("POST", "/devices/{device}/registrations", self.register),
            ("GET", "/devices/{device}/slots", self.read_slots),
            ("POST", "/devices/{device}/alerts", self.raise_alert),
            ("POST", "/circumstances", self.arrange),
            ("GET", "/release", self.read_release),
            ("PUT", "/release", self.switch_release),
            ("POST", "/components/{component}/restarts", self.restart),
            ("PUT", "/hold", self.hold),
            ("GET", "/settled", self.settled),
            ("GET", "/audit", self.audit),
            ("PUT", "/s1sp/{s1sp}", self.play_elsewhere),
        ]
        hand_over = web.route("POST", f"{BASE}/s1sp/{{s1sp}}/countersigned", told_in_text(self.hand_over))
        return [*(web.route(method, BASE + path, answered(handler)) for method, path, handler in json), hand_over]

    async def register_inbox(self, request: web.Request) -> web.Response:
        said = await read(request, values.Address)
        user_id = self._user_id(request.match_info["user_id"])
        inboxes = {**self._simulation.state.inboxes, user_id: said.url}
        self._simulation.adopt(replace(self._simulation.state, inboxes=inboxes))
        return self._done()

    async def begin_scenario(self, request: web.Request) -> web.Response:
        said = await read(request, values.Beginning)
        now = self._simulation.clock()
        scenario = Scenario(said.scenario, said.seed, now)
        self._simulation.empty(estate.emptied(self._simulation.state, scenario, now))
        return self._done()

    async def end_scenario(self, _: web.Request) -> web.Response:
        self._simulation.empty(estate.emptied(self._simulation.state, None, self._simulation.clock()))
        return self._done()

    async def place_device(self, request: web.Request) -> web.Response:
        spec = (await read(request, values.SaidDevice)).specification(self._name)
        after, device = estate.placed(self._simulation.state, spec, self._simulation.clock())
        self._simulation.adopt(after)
        return web.json_response({"device": device}, status=CREATED)

    async def register(self, request: web.Request) -> web.Response:
        said = await read(request, values.NewRegistration)
        state, now = self._simulation.state, self._simulation.clock()
        after = estate.registered(state, self._device(request), said.role, self._name(said.party), now)
        self._simulation.adopt(after)
        return self._done()

    async def read_slots(self, request: web.Request) -> web.Response:
        state, device = self._simulation.state, self._device(request)
        served_by = state.world.devices[device].s1sp or Component.DEVICE
        return web.json_response({"slots": values.slots(state, device), "served_by": served_by})

    async def raise_alert(self, request: web.Request) -> web.Response:
        state = self._simulation.state
        self._simulation.adopt(state, device_alerts(state, self._device(request), self._simulation.clock()))
        return self._done(ACCEPTED)

    async def arrange(self, request: web.Request) -> web.Response:
        said = await read(request, values.Arrangement)
        device = self._known(said.device) if said.device else ""
        state, now = self._simulation.state, self._simulation.clock()
        after = estate.brought_about(state, said.circumstance, self._name(said.party), device, now, said.issue)
        self._simulation.adopt(after)
        return self._done()

    async def read_release(self, _: web.Request) -> web.Response:
        return web.json_response(values.switches(self._simulation.state.release))

    async def switch_release(self, request: web.Request) -> web.Response:
        said = await read(request, values.Switches)
        state = self._simulation.state
        release = state.settings.conduct.switched(state.release, said.put(state.release))
        self._simulation.adopt(replace(state, release=release))
        return self._done()

    async def restart(self, request: web.Request) -> web.Response:
        component = request.match_info["component"]
        if component not in (Component.DSP, *S1SPS):
            raise Unknown("there is no such component here")
        self._simulation.restart(Component(component))
        return self._done()

    async def hold(self, request: web.Request) -> web.Response:
        self._simulation.held = (await read(request, values.Hold)).on
        return self._done()

    async def settled(self, request: web.Request) -> web.Response:
        said = values.Wait.model_validate(dict(request.query))
        return web.json_response({"settled": await self._until_settled(said.wait_s)})

    async def audit(self, request: web.Request) -> web.Response:
        state = self._simulation.state
        request_id = normalised(request.query.get("request_id", state.last_to_end))
        return web.json_response({"decisions": values.entries(state.trails.get(request_id, ()))})

    async def play_elsewhere(self, request: web.Request) -> web.Response:
        said, s1sp = await read(request, values.Elsewhere), request.match_info["s1sp"]
        if s1sp not in S1SPS:
            raise Unknown("there is no such S1SP here")
        self._simulation.elsewhere.pop(Component(s1sp), None)
        if said.url is not None:
            self._simulation.elsewhere[Component(s1sp)] = said.url
        return self._done()

    async def hand_over(self, request: web.Request) -> web.Response:
        s1sp = request.match_info["s1sp"]
        if s1sp not in S1SPS:
            raise Unreadable(404, "there is no such S1SP here")
        now = self._simulation.clock()
        state, work = countersigned(Component(s1sp), await request.read(), self._simulation.state, now)
        self._simulation.adopt(state)
        after, pushes = conclude(state, work, now)
        self._simulation.adopt(after, pushes)
        self._wake()
        if not pushes:
            return web.Response(status=NO_CONTENT)
        return web.Response(body=decode(pushes[0].document).inner, content_type="application/xml")

    def _done(self, status: int = NO_CONTENT) -> web.Response:
        self._wake()
        return web.Response(status=status)

    def _device(self, request: web.Request) -> str:
        return self._known(request.match_info["device"])

    def _known(self, device: str) -> str:
        if normalised(device) not in self._simulation.state.world.devices:
            raise Unknown(f"the inventory holds no device {device[:40]!a}")
        return normalised(device)

    def _user_id(self, party: str) -> str:
        return self._simulation.state.settings.user_ids[self._name(party)]

    def _name(self, party: str) -> str:
        settings = self._simulation.state.settings
        name = settings.names.get(normalised(party), party)
        if name not in settings.user_ids:
            raise Unknown(f"{party[:40]!a} is neither a User ID of this DSP nor a name of the cast")
        return name
