"""The DUIS response codes of refusals, where the law gives no code or is not asked."""

from rulebook.vocabulary import Check, Component, Refused, refusal

UNKNOWN_USER = "E1"
COMMAND_VARIANT = "E12"
WRONG_SERVICE = "E13"
NO_SUCH_DEVICE = "E19"
NOT_AUTHENTIC = "E100"
"""Failed authentication: what is signed wrongly, or with a certificate that is not to be believed."""

OWN_GROUND = "E1000"
"""Wherever the documents at hand fix no code: a code of the schema that they leave without a meaning."""

NO_CODE = refusal(Component.DSP, Check.UNATTESTED).code


def of(refused: Refused) -> str:
    """The code by which the DSP makes a refusal of its own known."""
    return OWN_GROUND if refused.code == NO_CODE else refused.code
