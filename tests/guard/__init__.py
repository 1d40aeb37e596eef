"""The guard, tested: each thing that it refuses is planted once in a sample and must be found there."""
