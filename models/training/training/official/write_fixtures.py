"""Write test/fixtures/official: samples of the reference's results, which the TypeScript parity tests compare with.

python -m training.official.write_fixtures (from models/training; a minute or two).
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch

from .checkpoint import save_checkpoint
from .configuration import OFFICIAL_VARIANTS, OfficialConfiguration
from .reference import QUERY, reference_translation
from .seeded_weights import seeded_model

SEED = 7
REDUCED_WIDTH = 8
FULL_SIZE_VARIANT = "celebahq"
CHECKPOINT_VARIANT = "deepfashion"
CHECKPOINT_WIDTH = 2
# Every third pixel from the second: all phases of the 4×4 cells occur, at a ninth of the size.
FIRST, STEP = 1, 3
# int16 over −1..1 rounds by at most 1.6e-5, well below every threshold.
SCALE = 32767


def write_case(folder: Path, configuration: OfficialConfiguration) -> dict[str, object]:
    """One file of int16: sampled warp [3,85,85], then sampled picture; returns its entry in cases.json."""
    result = reference_translation(seeded_model(configuration, SEED))
    planes = [plane[0, :, FIRST::STEP, FIRST::STEP].numpy() for plane in (result.warp, result.picture)]
    file = f"{configuration.name}-{configuration.width}.bin"
    np.concatenate([np.rint(plane * SCALE).astype("<i2").ravel() for plane in planes]).tofile(folder / file)
    row = result.matrix[0, QUERY]
    return {
        "variant": configuration.name,
        "width": configuration.width,
        "file": file,
        "bestMatch": int(row.argmax()),
        "bestWeight": float(row.max()),
    }


def main() -> None:
    """Write every case and the small checkpoint pair."""
    torch.set_num_threads(2)
    folder = Path(__file__).resolve().parents[4] / "test" / "fixtures" / "official"
    folder.mkdir(parents=True, exist_ok=True)
    configurations = [variant.with_width(REDUCED_WIDTH) for variant in OFFICIAL_VARIANTS.values()]
    cases = [write_case(folder, configuration) for configuration in configurations]
    cases.append(write_case(folder, OFFICIAL_VARIANTS[FULL_SIZE_VARIANT]))
    description = {"seed": SEED, "first": FIRST, "step": STEP, "scale": SCALE, "cases": cases}
    (folder / "cases.json").write_text(json.dumps(description, indent=2) + "\n", encoding="utf-8")
    small = seeded_model(OFFICIAL_VARIANTS[CHECKPOINT_VARIANT].with_width(CHECKPOINT_WIDTH), SEED)
    # bfloat16 halves the committed files; the importer widens it.
    save_checkpoint(small.to(torch.bfloat16), folder, legacy=False, epoch="small")


if __name__ == "__main__":
    main()
