import pytest

from training.conditions_reference.fixture_cases import FIXTURES
from training.conditions_reference.fixture_file import encode, read
from training.conditions_reference.generate_fixtures import FIXTURE_FOLDER


@pytest.mark.parametrize("name", FIXTURES)
def test_committed_fixture_is_what_the_reference_gives_today(name: str) -> None:
    # Would catch: a changed reference, or an OpenCV that draws otherwise, with TypeScript still held to the old arrays.
    text, content = encode(FIXTURES[name]())
    assert read(FIXTURE_FOLDER, name) == (text, content), (
        "the fixtures are out of date; run `python -m training.conditions_reference.generate_fixtures`"
    )


def test_fixtures_stay_small() -> None:
    # Would catch: a case at a size that bloats every clone.
    assert sum(path.stat().st_size for path in FIXTURE_FOLDER.iterdir()) < 1_500_000
