"""What to mend where a connection fails for its own security, and not for want of a server."""

HUNG_UP = ("disconnected", "closed", "TLSV13_ALERT", "CERTIFICATE_REQUIRED")
"""Words for a server that ended the connection; over TLS 1.3 this is also how it turns a client certificate away."""


def mend_of(url: str, error: Exception, otherwise: str) -> str:
    """For people, with the key of the profile; `otherwise` where it is nothing of the kind."""
    said = str(error)
    if "CERTIFICATE_VERIFY_FAILED" in said:
        return "give in tls.authority of the profile who issued the server's certificate, or mend the address"
    if url.startswith("https:") and any(word in said for word in HUNG_UP):
        return "see whether the server believes tls.certificate of the profile, and its log"
    return otherwise
