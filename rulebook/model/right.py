"""The build that does in everything as the law has it. Nothing else belongs here."""

from rulebook.model import dsp, effects, s1sp
from rulebook.model.build import Build
from rulebook.model.registration import in_force
from rulebook.readings.certificate_ownership import business_originator_owns_the_stored_certificate
from rulebook.readings.registration_check import CLAUSE_6_2, CLAUSE_6_2_AS_MODIFIED, sender_is_the_registered_party
from rulebook.vocabulary import refusal

RIGHT = Build(
    in_force=in_force,
    clause_6_2=CLAUSE_6_2,
    clause_6_2_as_modified=CLAUSE_6_2_AS_MODIFIED,
    registered=sender_is_the_registered_party,
    owns=business_originator_owns_the_stored_certificate,
    dsp_order=dsp.ORDER,
    s1sp_order=s1sp.S1SP_ORDER,
    device_order=s1sp.DEVICE_ORDER,
    refusal=refusal,
    carried_out=effects.carried_out,
    turned_away=effects.turned_away,
    notifications=effects.notifications,
    refusal_alert=effects.refusal_alert,
    device_alert=effects.device_alert,
)
