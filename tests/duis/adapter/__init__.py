"""The adapter on a real socket, against servers that misbehave in one way each."""
