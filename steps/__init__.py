"""Sentences to questions: one module per domain noun. Blind to the right answer: that stands in the features."""

MODULES = (
    "steps.scene",
    "steps.releases",
    "steps.restarts",
    "steps.devices",
    "steps.registrations",
    "steps.anchor_slots",
    "steps.enrolment",
    "steps.users",
    "steps.credential_updates",
    "steps.service_requests",
    "steps.requests_in_flight",
    "steps.messages",
    "steps.answers",
    "steps.alerts",
    "steps.audit_trail",
    "steps.open_questions",
    "steps.update_notebook",
    "steps.one_off_updates",
    "steps.update_results",
    "steps.update_beside_users",
    "steps.update_reports",
    "steps.update_accounts",
    "steps.update_inputs",
)
"""The step modules, in the order of a story; each is a pytest plugin."""
