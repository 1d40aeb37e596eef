"""The style sheet of the traceability page."""

CSS = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 75rem; padding: 1rem; }
.skip { left: -100rem; position: absolute; }
.skip:focus { left: 1rem; }
article { border-top: 1px solid; margin-top: 1.5rem; }
blockquote { border-left: 0.25rem solid; margin: 0.5rem 0; padding-left: 1rem; }
table { border-collapse: collapse; margin: 1rem 0; width: 100%; }
caption { font-weight: bold; text-align: left; }
th, td { border: 1px solid; overflow-wrap: break-word; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
tbody th { font-weight: normal; min-width: 9rem; }
tbody td:last-child { min-width: 5rem; }
thead th { background: canvas; position: sticky; top: 0; }
@media print { thead th { position: static; } article { break-inside: avoid-page; } }
.fail, .suite-error, .config-error { font-weight: bold; outline: 0.2rem solid #b00020; outline-offset: -0.2rem; }
.inconclusive, .not-exercised { font-style: italic; outline: 0.2rem dashed #8a6100; outline-offset: -0.2rem; }
"""
