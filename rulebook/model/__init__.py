"""The reference model: a world, a request, and what the law makes of the two."""

from rulebook.model.build import Build
from rulebook.model.effects import device_alert
from rulebook.model.findings import Acknowledgement, Finding, Message, Transition
from rulebook.model.path import acknowledge, conclude, counted, hand_over, receive
from rulebook.model.right import RIGHT
from rulebook.world import Device, MeterPoints, Registration, User, World

__all__ = [
    "RIGHT",
    "Acknowledgement",
    "Build",
    "Device",
    "Finding",
    "Message",
    "MeterPoints",
    "Registration",
    "Transition",
    "User",
    "World",
    "acknowledge",
    "conclude",
    "counted",
    "device_alert",
    "hand_over",
    "receive",
]
