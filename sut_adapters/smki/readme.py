"""What stands in the README of a test PKI's folder."""

TEXT = """\
# A test PKI for the cast

Made by `mp107 pki`. Every key here is a test key and trusted by nothing but a simulator or a test environment. The
identifiers are locally administered EUI-64s (`02-4D-50-...`) that belong to nobody. Keep the folder out of version
control: the `.key` files are private keys (PEM, PKCS #8, no password). Minted with `--seed` they are no secret at all:
whoever knows the seed can make every one of them again.

Every place below is a pair: `PLACE.pem`, the certificate, and `PLACE.key`, its key.

| Place | What it is |
|---|---|
| `smki/root` | the root (OU=00), to be trusted |
| `smki/issuing` | the Issuing Authority (OU=07), which issued the certificates under `parties` |
| `smki/revoked.crl` | its revocation list (PEM; no key) |
| `parties/NAME/xml-signing` | signs NAME's DUIS messages (OU=87; the DSP's OU=89) |
| `parties/NAME/digital-signing-1`, `-2` | goes into a device's critical slot: first issued, renewed |
| `parties/NAME/key-agreement-1`, `-2` | goes into a device's non-critical slot: first issued, renewed |
| `parties/NAME/tls-client` | opens connections; its Common Name is the User ID |
| `parties/NAME/spoilt/signer-FAULT` | an XML signing certificate with one fault |
| `parties/NAME/spoilt/replacement-FAULT` | a digital signing certificate with one fault |
| `tls/authority` | issued the TLS certificates, and nothing else |
| `tls/server` | a server on `localhost`, `127.0.0.1` or `::1` |

NAME is a member of the cast in small letters with hyphens, `nobody` (certified, and no User), `dsp`, `s1sp1`, `s1sp2`
or `s1sp3`; the last four have `xml-signing` and `tls-client` only. FAULT is `expired`, `not-yet-valid`, `revoked`,
`wrong-usage` or, for a replacement, `untrusted`. `pki.toml` lists every place and every User ID.

Organisation Certificates follow the SMKI profile as genuine test certificates show it: P-256, ecdsa-with-SHA256,
serial numbers of 16 octets, the subject's OU the Remote Party Role (02 Supplier, 03 Network Operator, 7F other), its
x500UniqueIdentifier the Entity Identifier, key usage either digitalSignature or keyAgreement. They are valid for ten
years from the day before they were minted.
"""
