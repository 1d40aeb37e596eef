"""The look of the audit's page, in light and in dark."""

CSS = """
:root { color-scheme: light dark; --bar: #b3261e; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 75rem; padding: 1rem; }
h1, h2, p { overflow-wrap: anywhere; }
.skip { left: -100rem; position: absolute; }
.skip:focus { left: 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { border-bottom: 1px solid #8888; padding: .25rem .5rem; text-align: left; vertical-align: top; }
td { min-width: 3ch; overflow-wrap: break-word; max-width: 24rem; }
.words { min-width: 12rem; }
.number { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
tfoot td { border-top: 2px solid; font-weight: 600; }
.chart { display: grid; gap: .25rem .75rem; grid-template-columns: minmax(8rem, 18rem) 1fr max-content; }
.chart > span { min-width: 0; overflow-wrap: anywhere; }
.chart svg { align-self: center; height: 1rem; width: 100%; }
.chart rect { fill: var(--bar); }
@media (max-width: 40rem) {
  th, td { padding: .25rem; }
  .words { min-width: 8rem; }
  .chart { grid-template-columns: 1fr max-content; }
  .chart > .kind { grid-column: 1 / -1; margin-top: .35rem; }
}
@media (prefers-color-scheme: dark) { :root { --bar: #ff8a80; } }
"""
