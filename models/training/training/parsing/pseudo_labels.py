"""Lets a parser label the sets without labels: python -m training.parsing.pseudo_labels --parser FILE --out DIR.

Each photo is parsed as it is and mirrored; pixels of which the mean is not sure stay UNKNOWN and teach nothing.
"""

import argparse
from pathlib import Path

import torch
from PIL import Image

from training.parsing.classes import UNKNOWN
from training.parsing.evaluate import any_parser
from training.parsing.faces import photo_files, read_photo
from training.parsing.measure import parsed

SURE = 0.7
SETS = ("portraits", "faces_synthetic", "faces_cc0")


@torch.no_grad()
def main() -> None:
    """Parses the options and writes one PNG per training photo of every set."""
    options_parser = argparse.ArgumentParser(description=__doc__)
    options_parser.add_argument("--parser", type=Path, required=True, help="folder of an annotator, or latest.pt")
    options_parser.add_argument("--data", type=Path, required=True)
    options_parser.add_argument("--out", type=Path, required=True, help="folder that gets a folder per set")
    options_parser.add_argument("--sets", nargs="+", default=list(SETS))
    options_parser.add_argument("--threads", type=int, default=1)
    options = options_parser.parse_args()
    torch.set_num_threads(options.threads)
    parser = any_parser(options.parser)
    for name in options.sets:
        folder = options.out / name
        folder.mkdir(parents=True, exist_ok=True)
        sure_pixels, pixels = 0, 0
        files = photo_files(options.data / name / "images", "training")
        for start in range(0, len(files), 8):
            batch = files[start : start + 8]
            chances = parsed(parser, torch.stack([read_photo(path) for path in batch]), mirrored=True).softmax(1)
            best, labels = chances.max(1)
            labels[best < SURE] = UNKNOWN
            sure_pixels += int((labels != UNKNOWN).sum())
            pixels += labels.numel()
            for path, label in zip(batch, labels, strict=True):
                Image.fromarray(label.to(torch.uint8).numpy()).save(folder / f"{path.stem}.png")
        print(f"{name}: {len(files)} photos, sure of {sure_pixels / pixels:.1%} of the pixels", flush=True)


if __name__ == "__main__":
    main()
