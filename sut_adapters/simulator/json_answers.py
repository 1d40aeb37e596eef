"""Reading JSON from a stranger, and saying in one line why something cannot be done."""

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from aiohttp import web
from pydantic import BaseModel, ValidationError

from sut_adapters.simulator.exchange import Unreadable
from sut_adapters.simulator.unforeseen import told
from sut_adapters.trouble import NotExercised, Unreachable

Said = TypeVar("Said", bound=BaseModel)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
LOG = logging.getLogger(__name__)
BAD_REQUEST, NOT_FOUND, CONFLICT, FAILED, UNAVAILABLE = 400, 404, 409, 500, 503


class Unknown(Exception):
    """There is no such thing here."""


async def read(request: web.Request, model: type[Said]) -> Said:
    """The body as one of the values that test control takes; ValidationError for anything else."""
    return model.model_validate_json(await request.read())


def answered(handler: Handler) -> Handler:
    """The handler with a JSON object for whatever it cannot do."""

    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except ValidationError as error:
            return _reason(BAD_REQUEST, _first(error))
        except Unknown as unknown:
            return _reason(NOT_FOUND, str(unknown))
        except NotExercised as reason:
            return _reason(CONFLICT, str(reason))
        except Unreachable as trouble:
            return _reason(UNAVAILABLE, str(trouble))
        except web.HTTPException:
            raise
        except Exception as error:  # a mistake of ours is an answer, and no end of the simulator
            return _reason(FAILED, _failure(error))

    return handle


def told_in_text(handler: Handler) -> Handler:
    """The handler with a line of plain text for whatever it cannot do."""

    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except Unreadable as unreadable:
            return web.Response(status=unreadable.status, text=f"{unreadable.reason}\n")
        except Unreachable as trouble:
            return web.Response(status=UNAVAILABLE, text=f"{trouble}\n")
        except web.HTTPException:
            raise
        except Exception as error:  # a mistake of ours is an answer, and no end of the simulator
            return web.Response(status=FAILED, text=f"{_failure(error)}\n")

    return handle


def _failure(error: Exception) -> str:
    LOG.error("test control has failed (%s)", told(error))
    return "the simulator has failed on this"


def _reason(status: int, reason: str) -> web.Response:
    return web.json_response({"reason": reason}, status=status)


def _first(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(map(str, first["loc"]))
    return f"{place}: {first['msg']}" if place else first["msg"]
