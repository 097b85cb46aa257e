"""Write the fixtures of the condition preprocessors.

Run from models/training: `python -m training.conditions_reference.generate_fixtures`.
"""

from pathlib import Path

from training.conditions_reference.fixture_cases import FIXTURES
from training.conditions_reference.fixture_file import write

FIXTURE_FOLDER = Path(__file__).resolve().parents[4] / "test" / "fixtures" / "conditions"


def main() -> None:
    """Write every fixture into test/fixtures/conditions."""
    for name, make_cases in FIXTURES.items():
        write(FIXTURE_FOLDER, name, make_cases())
        size = (FIXTURE_FOLDER / f"{name}.bin.gz").stat().st_size
        print(f"{name}: {size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
