"""Packs what a burst of training elsewhere needs: python -m training.pack --run people --data DATA --out burst.

The folder looks as the shared data does (`data/…`, `weights/perceptual/…`), so that the training commands read it as
it is, with the starting weights in float16 beside it. Photos are written as JPEG until the limit is reached; all files
that describe them (labels, poses, points) come along.
"""

import argparse
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import torch
from PIL import Image

from training.starting_weights import save_halved

SETS = {
    "landscape": ("landscapes",),
    "faces": ("portraits", "celebamask", "faces_synthetic", "faces_cc0"),
    "people": ("people",),
}
PERCEPTUAL = "vgg19_distilled16x_to_relu5_1.pt"
QUALITY = 85
LIMIT_MEGABYTES = 55.0
SHORT_SIDE = 256
"""Larger photos are scaled down to it; smaller ones stay as they are."""
UNTOUCHED = ("faces_cc0",)
"""Sets whose photos have points in pixels of their own size."""


def photo_paths(data: Path, run: str) -> list[Path]:
    """Photos of the sets, drawn from them in turn, so that a limit leaves some of each."""
    sets = [sorted((data / name / "images").iterdir()) for name in SETS[run] if (data / name / "images").exists()]
    ranked = [(number / len(paths), path) for paths in sets for number, path in enumerate(paths)]
    return [path for _, path in sorted(ranked)]


def packed_photo(path: Path) -> bytes:
    """The photo as JPEG, or its own file where that is smaller."""
    own = path.read_bytes()
    photo: Image.Image = Image.open(path).convert("RGB")
    scale = SHORT_SIDE / min(photo.size)
    if scale < 1 and path.parent.parent.name not in UNTOUCHED:
        photo = photo.resize((round(photo.width * scale), round(photo.height * scale)), Image.Resampling.BOX)
    buffer = io.BytesIO()
    photo.save(buffer, "JPEG", quality=QUALITY)
    made = buffer.getvalue()
    return own if path.suffix.lower() == ".jpg" and len(own) <= len(made) else made


def descriptions(data: Path, run: str) -> Iterator[Path]:
    """Everything of the sets but photos: labels, poses, points."""
    for name in SETS[run]:
        for path in sorted((data / name).rglob("*")):
            if path.is_file() and "images" not in path.parts and "full1024" not in path.parts:
                yield path


def copied(source: Path, target: Path) -> int:
    """Copies a file into a folder made for it; returns its bytes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    return target.stat().st_size


def write_burst(data: Path, run: str, out: Path, checkpoint: Path | None, limit: float) -> tuple[int, int]:
    """Writes the folder; returns the number of photos and the bytes of everything. `limit` in bytes."""
    used = copied(data.parent / "weights" / "perceptual" / PERCEPTUAL, out / "weights" / "perceptual" / PERCEPTUAL)
    if checkpoint is not None:
        state = torch.load(checkpoint, weights_only=True, map_location="cpu")
        names = ("averaged", "discriminator", "reader", "more_judges")
        save_halved({name: state[name] for name in names if name in state}, out / "start.pt")
        used += (out / "start.pt").stat().st_size
    for path in descriptions(data, run):
        used += copied(path, out / "data" / path.relative_to(data))
    count = 0
    for path in photo_paths(data, run):
        made = packed_photo(path)
        if used + len(made) > limit:
            break
        target = (out / "data" / path.relative_to(data)).with_suffix(".jpg")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(made)
        used += len(made)
        count += 1
    return count, used


def main() -> None:
    """Parses the options and packs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", choices=sorted(SETS), required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, help="whose averaged weights and judges the burst begins with")
    parser.add_argument("--out", type=Path, required=True, help="a folder that does not exist yet")
    parser.add_argument("--megabytes", type=float, default=LIMIT_MEGABYTES)
    options = parser.parse_args()
    count, used = write_burst(options.data, options.run, options.out, options.checkpoint, options.megabytes * 1e6)
    print(f"{options.out}: {count} photos, {used / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
