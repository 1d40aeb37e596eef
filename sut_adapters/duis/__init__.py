"""DUIS XML and the certificates in it, read and judged as untrusted input; no sockets, no keys, no clock."""
