"""The ports by which the request path is asked: a DSP, an S1SP, or both."""

from sut_adapters import port

REQUEST_PATH: tuple[type, ...] = (
    port.UserGateway,
    port.RequestsInFlight,
    port.S1spGateway,
    port.MessageEndpoint,
    port.Estate,
    port.Circumstances,
    port.SlotInspection,
    port.ReleaseControl,
    port.AlertInbox,
    port.Restartable,
    port.AlertTrigger,
    port.AuditTrail,
)
