"""Measures runs: python -m training.evaluate --data ../../../shared/data --run ours=CONFIG.toml:CHECKPOINT.pt.

One table over the fixed validation split (every twentieth photo): FID, SWD, LPIPS diversity, semantic consistency,
style relevance, grids and detail at periods of 2, 4 and 8 pixels as a ratio to the exemplars' own (`spectrum.py`)
and, for models that match, correspondence accuracy. Writes metrics.json and metrics.md.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from training.data.photos import cached_photos
from training.evaluation.keypoints import matched_cells
from training.evaluation.measure import Instruments, build_cases, measure_row, pooled_features, real_pictures
from training.evaluation.rows import (
    Case,
    Row,
    exemplar_row,
    load_run,
    model_row,
    photo_row,
    reinhard_row,
    soft_warp_row,
    warp_row,
)
from training.evaluation.spectrum import PERIODS
from training.evaluation.table import PEAK_HEADINGS
from training.networks.translator import Translator

REFERENCE_ROWS: dict[str, Row] = {
    "own photo": photo_row,
    "exemplar": exemplar_row,
    "Reinhard (oracle)": reinhard_row,
}
HEADINGS = {
    "fid": "FID ↓",
    "swd": "SWD ↓",
    "lpips_diversity": "LPIPS div. ↑",
    "pixel_accuracy": "pixel acc. ↑",
    "mean_iou": "mIoU ↑",
    "style_colour": "colour ↑",
    "style_texture": "texture ↑",
    "pck2": "PCK@2 ↑",
    "pck4": "PCK@4 ↑",
    "label_agreement": "match labels ↑",
    **PEAK_HEADINGS,
    **{f"energy{period}": f"detail {period} px → 1" for period in PERIODS},
}
DIGITS = {"fid": 1, "swd": 1, **{f"{name}{period}": 2 for name in ("peak", "energy") for period in PERIODS}}
"""after the point, where it is not three"""


def correspondence_accuracy(model: Translator, groups: list[list[Case]]) -> dict[str, float]:
    """Mean of `matched_cells` over the first case of every group."""
    found = [matched_cells(model, group[0].labels, group[0].photo, seed) for seed, group in enumerate(groups)]
    return {name: float(np.mean([entry[name] for entry in found])) for name in found[0]}


def markdown_table(table: dict[str, dict[str, float]]) -> str:
    """The table as the model card shows it."""
    lines = ["| | " + " | ".join(HEADINGS.values()) + " |", "|---" * (len(HEADINGS) + 1) + "|"]
    for name, values in table.items():
        cells = []
        for key in HEADINGS:
            value = values.get(key)
            cells.append("" if value is None else f"{value:.{DIGITS.get(key, 3)}f}")
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def model_rows(name: str, model: Translator) -> dict[str, Row]:
    """A run that matches also shows what its warp alone is worth."""
    rows = {name: model_row(model)}
    if model.config.guidance == "correspondence":
        rows = {f"{name}: soft warp only": soft_warp_row(model), f"{name}: warp only": warp_row(model), **rows}
    return rows


def main() -> None:
    """Parses the options, measures every row and prints the table as it grows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--runs", type=Path, default=Path("runs"), help="folder of the photo cache")
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument(
        "--run", action="append", default=[], help="name=config.toml:checkpoint.pt or :pack folder; may be repeated"
    )
    parser.add_argument("--out", type=Path, default=Path("runs/evaluation"))
    parser.add_argument("--every", type=int, default=1, help="use every n-th validation photo")
    parser.add_argument("--bare", action="store_true", help="the models themselves only")
    parser.add_argument("--append", action="store_true", help="keep the table of --out and its reference rows")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    validation = cached_photos(options.data, options.runs / "cache", "validation", options.size)
    library = cached_photos(options.data, options.runs / "cache", "training", options.size)
    tools = Instruments.load(options.data.parent / "weights", options.threads)
    models: dict[str, Translator] = {}
    for entry in options.run:
        name, _, files = entry.partition("=")
        config, _, checkpoint = files.partition(":")
        models[name] = load_run(Path(config), Path(checkpoint))
    classes = next(iter(models.values())).config.classes
    groups = build_cases(validation, library, classes, options.size)[:: options.every]
    real = real_pictures(library, options.size)
    real_features = pooled_features(tools.googlenet, real)
    options.out.mkdir(parents=True, exist_ok=True)
    earlier = options.out / "metrics.json"
    table: dict[str, dict[str, float]] = json.loads(earlier.read_text()) if options.append else {}
    # They depend on the photos alone, so those that exist need not be measured again.
    rows = {} if options.bare else {name: row for name, row in REFERENCE_ROWS.items() if name not in table}
    for name, model in models.items():
        rows |= {name: model_row(model)} if options.bare else model_rows(name, model)
    for name, row in rows.items():
        table[name] = measure_row(row, groups, real, real_features, tools, classes)
        matching = models.get(name)
        if matching is not None and matching.config.guidance == "correspondence":
            table[name] |= correspondence_accuracy(matching, groups)
        print(name, {key: round(value, 3) for key, value in table[name].items()}, flush=True)
        (options.out / "metrics.json").write_text(json.dumps(table, indent=2) + "\n")
        (options.out / "metrics.md").write_text(markdown_table(table))


if __name__ == "__main__":
    main()
