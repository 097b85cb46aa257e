"""Write a seeded checkpoint pair of a variant, for the parity run and the bench.

python -m training.official.write_checkpoints --variant celebahq --out DIR [--width 64] [--legacy]
"""

from __future__ import annotations

import argparse
from pathlib import Path

from .checkpoint import save_checkpoint
from .configuration import OFFICIAL_VARIANTS
from .seeded_weights import seeded_model
from .write_fixtures import SEED


def main() -> None:
    """Write ``latest_net_Corr.pth`` and ``latest_net_G.pth``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--variant", choices=sorted(OFFICIAL_VARIANTS), required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--width", type=int, default=64)
    parser.add_argument("--legacy", action="store_true", help="the stream format of torch before 1.6")
    arguments = parser.parse_args()
    configuration = OFFICIAL_VARIANTS[arguments.variant].with_width(arguments.width)
    save_checkpoint(seeded_model(configuration, SEED), arguments.out, legacy=arguments.legacy)


if __name__ == "__main__":
    main()
