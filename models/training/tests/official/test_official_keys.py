"""The reference's state dicts must be the authors': a renamed module or a wrong channel count would show here."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.official.configuration import OFFICIAL_VARIANTS
from training.official.pipeline import OfficialModel

REPOSITORY = Path(__file__).resolve().parents[4]
KEYS = REPOSITORY / "test" / "fixtures" / "official-keys"


def expected_entries(file: str) -> list[tuple[str, str]]:
    lines = (KEYS / file).read_text(encoding="utf-8").splitlines()
    return [(key, shape) for key, shape in (line.split("\t") for line in lines if line)]


@pytest.mark.parametrize("variant", sorted(OFFICIAL_VARIANTS))
def test_keys_order_and_shapes_equal_the_published_checkpoints(variant: str) -> None:
    model = OfficialModel(OFFICIAL_VARIANTS[variant])
    task = variant.removesuffix("-noise")
    for network, name in ((model.correspondence, "netCorr"), (model.generator, "netG")):
        found = [
            (key, "x".join(str(side) for side in value.shape) or "scalar")
            for key, value in network.state_dict().items()
        ]
        assert found == expected_entries(f"{task}.{name}.tsv")
