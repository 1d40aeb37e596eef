"""What the fake DSP can be told to do with every message that it gets; by itself it acknowledges them."""

from aiohttp import web
from lxml import etree

from tests.duis.adapter.fakes import Arrived, FakeDsp, reply


async def carry_out(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
    """Acknowledged at once, carried out later, by S1SP1."""
    dsp.push_later(arrived.duis.header.originator, dsp.success(arrived))
    return reply(dsp.acknowledgement(arrived))


async def turn_down(dsp: FakeDsp, arrived: Arrived) -> web.StreamResponse:
    """Acknowledged at once, refused by S1SP1 later, because the stored certificate is another's."""
    dsp.push_later(arrived.duis.header.originator, dsp.alert(arrived, "S1VE64"))
    return reply(dsp.acknowledgement(arrived))


async def hang(dsp: FakeDsp, _: Arrived) -> web.StreamResponse:
    """Until the test is over."""
    await dsp.released.wait()
    return web.Response(status=503)


def unsigned(document: bytes) -> bytes:
    """Without the DSP's signature, and otherwise as it is."""
    root = etree.fromstring(document)
    root.remove(root[-1])
    return etree.tostring(root)
