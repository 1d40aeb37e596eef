"""The look of the audit's page, in light and in dark."""

CSS = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 75rem; padding: 1rem; }
.skip { left: -100rem; position: absolute; }
.skip:focus { left: 1rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { border-bottom: 1px solid #8888; padding: .25rem .5rem; text-align: left; vertical-align: top; }
.chart { max-width: 45rem; width: 100%; }
.chart text { fill: currentColor; font-size: 13px; }
.chart rect { fill: #b3261e; }
@media (prefers-color-scheme: dark) { .chart rect { fill: #ff8a80; } }
"""
