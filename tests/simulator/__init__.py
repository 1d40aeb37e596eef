"""The simulator: its endpoint in process, its databases, its sockets."""
