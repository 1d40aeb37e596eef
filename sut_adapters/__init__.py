"""How a system under test is asked: the ports, the catalogue, and one module or folder per kind of system."""
