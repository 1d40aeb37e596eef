"""The port MessageEndpoint: one message as it goes out, good or spoilt in one named way."""

from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding

from rulebook.vocabulary import Check, Component, Outcome, Refused, ServiceRequest
from rulebook.vocabulary.tampering import Tampering
from sut_adapters.duis.client import Service
from sut_adapters.duis.exchange import Exchange
from sut_adapters.duis.exchanges import Exchanges
from sut_adapters.duis.identities import Party, signer_of
from sut_adapters.duis.profile_schema import PartyTable
from sut_adapters.duis.requests import RequestToSend
from sut_adapters.duis.routes import is_critical
from sut_adapters.duis.signer import Signer
from sut_adapters.duis.tampering import Material, spoil
from sut_adapters.duis.wire import Wire
from sut_adapters.smki import key_files
from sut_adapters.smki.faults import CertificateFault
from sut_adapters.trouble import NotApplicable, NotExercised

WRONG_SERVICE = {
    Service.SEND_COMMAND: Service.TRANSFORM,
    Service.TRANSFORM: Service.NON_DEVICE,
    Service.NON_DEVICE: Service.SEND_COMMAND,
}


class Endpoint:
    """A message that the DSP turned away below DUIS is Refused with the HTTP status for its code (`HTTP 400`)."""

    def __init__(self, wire: Wire, exchanges: Exchanges) -> None:
        self._wire, self._exchanges = wire, exchanges

    def post(self, request: ServiceRequest, tampering: Tampering | None = None) -> Outcome:
        """MessageEndpoint; NotExercised where the profile lacks what spoils it so."""
        exchange = self._begun(request, tampering)
        if exchange.turned_away is None:
            return self._exchanges.conclude(exchange)
        self._wire.correlation.forget(exchange.expectation)
        return Refused(Component.DSP, Check.UNATTESTED, f"HTTP {exchange.turned_away.status}")

    def _begun(self, request: ServiceRequest, tampering: Tampering | None) -> Exchange:
        if tampering is None:
            return self._exchanges.begin(request)
        if tampering is Tampering.SCHEMA_INVALID and self._wire.reception.schemas is None:
            raise NotApplicable("there are no DUIS schemas here: name their folder in MP107_DUIS_DIR")
        material = self._material(request)

        def spoilt(ready: RequestToSend) -> bytes:
            return spoil(ready, tampering, material)

        usual = self._exchanges.service_of(request)
        sent_to = WRONG_SERVICE[usual] if tampering is Tampering.WRONG_SERVICE else usual
        return self._exchanges.begin_spoilt(request, spoilt, sent_to)

    def _material(self, request: ServiceRequest) -> Material:
        profile = self._wire.profile
        sender = self._wire.identities.party(request.sender)
        owner = request.certificates[0].owner if request.certificates else sender.name
        table, owners = profile.party[sender.name], profile.party.get(owner, profile.party[sender.name])
        return Material(
            signer=sender.signer_for(critical=is_critical(request), issue=request.signing_issue),
            other=self._other(sender),
            last_counter=max(self._exchanges.last_counter(sender.name), 1),
            stranger=signer_of(profile.stranger.signer) if profile.stranger else None,
            stranger_id=profile.stranger.user_id if profile.stranger else "",
            spoilt_signers=_spoilt_signers(table),
            spoilt_replacements={fault: _der(file) for fault, file in owners.spoilt_replacement.items()},
        )

    def _other(self, sender: Party) -> Signer:
        for party in self._wire.identities.parties.values():
            if party.signer is not None and party.name != sender.name:
                return party.signer
        raise NotExercised(f"the profile has no signer but {sender.name}'s")


def _spoilt_signers(table: PartyTable) -> dict[CertificateFault, Signer]:
    return {fault: signer_of(signer) for fault, signer in table.spoilt_signer.items()}


def _der(file: Path) -> bytes:
    return key_files.certificate(file).public_bytes(Encoding.DER)
