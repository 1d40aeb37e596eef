"""A Faker provider for what a scenario does not mention: MPANs, MPRNs, EUI-64s, party names, certificate serials."""

from faker.generator import Generator
from faker.providers import BaseProvider
from faker.providers.person.en_GB import Provider as PersonProvider

MPAN_PRIMES = (3, 5, 7, 13, 17, 19, 23, 29, 31, 37, 41, 43)
"""The weights of the MPAN core's check digit, as the industry publishes them for the 12 digits before it."""

MPRN_WEIGHTS = (10, 9, 8, 7, 6, 5, 4, 3)
"""The weights of a ten-digit MPRN's two check digits, for the eight digits before them."""


def mpan_check_digit(core: str) -> str:
    """The thirteenth digit of an MPAN core: the weighted sum of the first twelve, modulo 11, modulo 10."""
    return str(sum(int(digit) * prime for digit, prime in zip(core, MPAN_PRIMES, strict=True)) % 11 % 10)


def mprn_check_digits(reference: str) -> str:
    """The last two digits of a ten-digit MPRN: the weighted sum of the first eight, modulo 11."""
    return f"{sum(int(digit) * weight for digit, weight in zip(reference, MPRN_WEIGHTS, strict=True)) % 11:02}"


class MeteringProvider(BaseProvider):
    """Identifiers of British metering that are well formed and belong to nobody in particular."""

    def mpan(self) -> str:
        """A 13-digit MPAN core; distributor ids 10 to 26, the range of the distribution licence areas."""
        core = f"{self.random_int(10, 26)}{self.numerify('##########')}"
        return core + mpan_check_digit(core)

    def mprn(self) -> str:
        """A ten-digit MPRN."""
        reference = self.numerify("%#######")
        return reference + mprn_check_digits(reference)

    def eui64(self) -> str:
        """Eight octets in capital hexadecimal, hyphenated as DUIS prints them."""
        octets: bytes = self.generator.random.randbytes(8)
        return octets.hex("-").upper()

    def certificate_serial(self) -> int:
        """A positive serial number of at most 16 octets, as SMKI certificates carry."""
        return self.random_int(1, 2**127 - 1)

    def party_name(self) -> str:
        """An invented company."""
        surname = PersonProvider(self.generator).last_name()
        return f"{surname} {self.random_element(('Networks', 'Energy', 'Metering'))}"


class Metering(Generator):
    """A Faker generator with nothing in it: cheap enough for every scenario."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self.metering = MeteringProvider(self)
        self.seed_instance(seed)


def seeded(seed: int) -> MeteringProvider:
    """The provider, with every value following from `seed` alone."""
    return Metering(seed).metering
