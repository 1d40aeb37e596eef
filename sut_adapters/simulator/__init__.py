"""The reference model as a DSP with three S1SPs: a pure endpoint, stores beside it, sockets at its edge."""
