"""A law of three entries, as text, and what is read of it once and kept."""

from rulebook import law

STATEMENT = """
[[statement]]
id = "a-1"
citation = "A 1"
source = "A, section 1"
verbatim = true
components = ["DSP", "S1SP"]
text = "It is  so\\nas it is."
"""
LIMB = """
[[statement.limb]]
id = "a-1.so"
words = "so as"
"""
WITHOUT_LIMBS = STATEMENT.replace("a-1", "a-2") + 'not_tested_because = "Nobody can ask."\ninserted_by = "a change"\n'
QUESTION = """
[[question]]
id = "O1"
question = "Which?"
who_can_rule = "Somebody"

[[question.point]]
key = "O1.one"
asks = "This one?"
shown_by = "scenarios"
ruling = "no"

[[question.point.reading]]
id = "yes"
text = "This one."
supported_by = "A 1"

[[question.point.reading]]
id = "no"
text = "That one."
supported_by = "A 2"
against = ["a-1"]
finding = "It was that one."

[[question.point]]
key = "O1.two"
asks = "That one?"
shown_by = "nothing"

[[question.point.reading]]
id = "maybe"
text = "Neither."
supported_by = "A 3"
"""
CLOSURE = '[[closure]]\nstatements = ["a-1"]\nstages = ["sit"]\nreason = "It is\\n over."\n'
HEAD = "service_reference_variant,name,critical,non_device,eligible_user_roles,smets1\n"
READ_ONCE = (law.statements, law.limbs, law.questions, law.points, law.closures, law.eligibility)
