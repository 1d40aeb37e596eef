"""What a report consists of after its title page: what FIA 4.4, 5.1 and 6.1 ask for, in the order of reading."""

from collections.abc import Mapping
from types import MappingProxyType

from harness.record import RunRecord
from reports.pdf import criteria, defects, lists, matrix, people, results, scope
from reports.pdf.blocks import Section

NO_DIGESTS: Mapping[str, str] = MappingProxyType({})


def sections(record: RunRecord, digests: Mapping[str, str] = NO_DIGESTS) -> list[Section]:
    """`digests` are those of the attachments, by path in the pack."""
    return [
        scope.section(record),
        criteria.section(record),
        lists.section(record),
        results.section(record),
        defects.section(record),
        defects.regression(record),
        matrix.section(record),
        people.own_results(record),
        people.attachments(record, digests),
        people.witnesses(record),
        people.sign_off(record),
    ]
