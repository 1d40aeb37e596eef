"""Spellings of the DUIS and MMC schemas that both directions share."""

import re

from rulebook.vocabulary import CertificateUse, RemotePartyRole, Variant
from sut_adapters.duis.fault import MessageFault, quoted
from sut_adapters.duis.markup import Markup, leaf

FUTURE_DATED_SUCCESS = "8F66"
FUTURE_DATED_FAILURE = "8F67"
"""The device alerts that tell how a future-dated command ended (MMC schema, FutureDatedCommandOutcomeDeviceAlert)."""

REFERENCE = re.compile(r"-?[0-9]{1,20}")
HASH = re.compile(r"([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")

CERTIFICATE_TYPE = {
    CertificateUse.DIGITAL_SIGNING: "DigitalSigning",
    CertificateUse.KEY_AGREEMENT: "KeyAgreement",
}
USE_BY_CERTIFICATE_TYPE = {spelling: use for use, spelling in CERTIFICATE_TYPE.items()}

REPLACEMENT_MODE = {
    RemotePartyRole.NETWORK_OPERATOR: "NetworkOperatorByNetworkOperator",
    RemotePartyRole.SUPPLIER: "SupplierBySupplier",
    RemotePartyRole.LOAD_CONTROLLER: "LoadControllerBySupplier",
}

RESPONSE_BY_VARIANT = {
    Variant.READ_INSTANTANEOUS_IMPORT_REGISTERS: "ReadInstantaneousImportRegistersRsp",
    Variant.READ_NETWORK_DATA: "ReadNetworkDataRsp",
    Variant.UPDATE_SECURITY_CREDENTIALS_KRP: "UpdateSecurityCredentialsKRPRsp",
    Variant.UPDATE_SECURITY_CREDENTIALS_DEVICE: "UpdateSecurityCredentialsDeviceRsp",
    Variant.REQUEST_HANDOVER: "RequestHandoverOfDCCControlledDeviceRsp",
    Variant.RETRIEVE_DEVICE_SECURITY_CREDENTIALS: "RetrieveDeviceSecurityCredentialsKRPRsp",
    Variant.JOIN_SERVICE_CRITICAL: "JoinServiceCriticalRsp",
    Variant.JOIN_SERVICE_NON_CRITICAL: "JoinServiceNonCriticalRsp",
    Variant.RESTORE_GPF_DEVICE_LOG: "RestoreGPFDeviceLogRsp",
}
VARIANT_BY_RESPONSE = {spelling: variant for variant, spelling in RESPONSE_BY_VARIANT.items()}

READS = (Variant.READ_INSTANTANEOUS_IMPORT_REGISTERS, Variant.READ_NETWORK_DATA)
REPLACING = (Variant.UPDATE_SECURITY_CREDENTIALS_KRP, Variant.REQUEST_HANDOVER)

STATUS = {
    "success": 0,
    "badCertificate": 5,
    "noTrustAnchor": 10,
    "insufficientMemory": 17,
    "trustAnchorNotFound": 25,
    "resourcesBusy": 30,
    "other": 127,
}
"""ASN1Status and its ResponseCode, for credentials."""


def hash_element(name: str, text: str) -> Markup:
    """An element that holds a SHA-1 in base64."""
    if not HASH.fullmatch(text):
        raise MessageFault(f"element {name}", f"{quoted(text)} is not base64", "give a certificate's hash in base64")
    return leaf(name, text)
