"""Lets a parser label the sets without labels: python -m training.parsing.pseudo_labels --parser FILE --out DIR.

Each photo is parsed as it is and mirrored; pixels of which the mean is not sure stay UNKNOWN and teach nothing.
With a teacher (training.parsing.teacher), the logarithms of both parsers' probabilities are mixed.
"""

import argparse
from pathlib import Path

import torch
from PIL import Image
from torch import Tensor

from training.parsing.classes import UNKNOWN
from training.parsing.evaluate import any_parser
from training.parsing.faces import photo_files, read_photo
from training.parsing.measure import Parser, parsed
from training.parsing.teacher import load_teacher

SURE = 0.7
SETS = ("portraits", "faces_synthetic", "faces_cc0")


def mixed_chances(parsers: list[tuple[Parser, float]], photos: Tensor) -> Tensor:
    """(B, 19, H, W) of uint8 photos: the weighted geometric mean of what the parsers say, 1 in sum."""
    logits = [parsed(parser, photos, mirrored=True).log_softmax(1) * share for parser, share in parsers]
    return torch.stack(logits).sum(0).softmax(1)


@torch.no_grad()
def main() -> None:
    """Parses the options and writes one PNG per training photo of every set."""
    options_parser = argparse.ArgumentParser(description=__doc__)
    options_parser.add_argument("--parser", type=Path, required=True, help="folder of an annotator, or latest.pt")
    options_parser.add_argument("--data", type=Path, required=True)
    options_parser.add_argument("--out", type=Path, required=True, help="folder that gets a folder per set")
    options_parser.add_argument("--sets", nargs="+", default=list(SETS))
    options_parser.add_argument("--teacher", type=Path, help="faceparse_unet467k_simonenkel.pth")
    options_parser.add_argument("--teacher-share", type=float, default=0.2)
    options_parser.add_argument("--sure", type=float, default=SURE)
    options_parser.add_argument("--threads", type=int, default=1)
    options = options_parser.parse_args()
    torch.set_num_threads(options.threads)
    parsers = [(any_parser(options.parser), 1.0)]
    if options.teacher is not None:
        share = options.teacher_share
        parsers = [(parsers[0][0], 1 - share), (load_teacher(options.teacher), share)]
    for name in options.sets:
        folder = options.out / name
        folder.mkdir(parents=True, exist_ok=True)
        sure_pixels, pixels = 0, 0
        files = photo_files(options.data / name / "images", "training")
        for start in range(0, len(files), 8):
            batch = files[start : start + 8]
            best, labels = mixed_chances(parsers, torch.stack([read_photo(path) for path in batch])).max(1)
            labels[best < options.sure] = UNKNOWN
            sure_pixels += int((labels != UNKNOWN).sum())
            pixels += labels.numel()
            for path, label in zip(batch, labels, strict=True):
                Image.fromarray(label.to(torch.uint8).numpy()).save(folder / f"{path.stem}.png")
        print(f"{name}: {len(files)} photos, sure of {sure_pixels / pixels:.1%} of the pixels", flush=True)


if __name__ == "__main__":
    main()
