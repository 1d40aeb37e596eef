"""The style sheet of the kill matrix, on top of that of the traceability page."""

from reports.traceability_css import CSS as SHARED

CSS = (
    SHARED
    + """
body { max-width: none; }
p, section > table { max-width: 75rem; }
.matrix { max-height: 80vh; overflow: auto; }
.matrix table { table-layout: fixed; width: auto; }
.matrix th, .matrix td { padding: 0 0.2rem; width: 1.8rem; }
.matrix thead th:first-child, .matrix tbody th { background: canvas; left: 0; position: sticky; width: 28rem; }
.matrix thead th { z-index: 1; }
.matrix thead th:first-child { z-index: 2; }
.matrix td { text-align: center; }
.matrix .clause th { font-weight: bold; }
.c { font-weight: bold; outline: 0.1rem solid; outline-offset: -0.15rem; }
.survives { font-weight: bold; outline: 0.2rem solid #b00020; outline-offset: -0.2rem; }
"""
)
