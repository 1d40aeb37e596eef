"""What a run costs, as ratios: `make benchmark`. Never part of the gate, where times would only be noise."""
