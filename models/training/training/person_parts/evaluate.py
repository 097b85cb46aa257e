"""Measures the parser of people: python -m training.person_parts.evaluate --parser FOLDER --data DATA.

Prints IoU per class on the labelled validation photos, and that of the whole person against the background; `--out`
writes the same as Markdown and JSON.
"""

import argparse
import json
from pathlib import Path

import torch
from torch import Tensor

from training.parsing.evaluate import annotator_parser
from training.parsing.faces import FaceSet
from training.parsing.measure import Parser, confusion, intersection_over_union, parsed
from training.parsing.network import load_parser
from training.person_parts.labelled_people import PERSON_PARTS, labelled_people


@torch.no_grad()
def part_confusion(parser: Parser, people: FaceSet) -> Tensor:
    """Pixel counts, rows by truth, over all photos."""
    count = len(PERSON_PARTS)
    counts = torch.zeros(count, count, dtype=torch.int64)
    for start in range(0, len(people), 8):
        logits = parsed(parser, people.photos[start : start + 8])
        counts += confusion(logits.argmax(1), people.labels[start : start + 8], count)
    return counts


def person_overlap(counts: Tensor) -> float:
    """IoU of everything that is not background."""
    hit = counts[1:, 1:].sum()
    return float(hit / (counts.sum() - counts[0, 0]))


def part_table(counts: Tensor, people: FaceSet) -> str:
    """Markdown: IoU of each class and in how many photos it is."""
    overlaps = intersection_over_union(counts)
    rows = ["| part | IoU | photos |", "|---|---|---|"]
    for label, name in enumerate(PERSON_PARTS):
        present = int((people.labels == label).flatten(1).any(1).sum())
        rows.append(f"| {name} | {float(overlaps[label]):.3f} | {present} |")
    rows.append(f"| **mean** | {float(overlaps.nanmean()):.3f} | {len(people)} |")
    rows.append(f"| **person against background** | {person_overlap(counts):.3f} | {len(people)} |")
    return "\n".join(rows)


def main() -> None:
    """Parses the options, measures, prints."""
    options_parser = argparse.ArgumentParser(description=__doc__)
    options_parser.add_argument("--parser", type=Path, required=True, help="folder of an annotator, or latest.pt")
    options_parser.add_argument("--data", type=Path, required=True)
    options_parser.add_argument("--cache", type=Path, default=Path("runs/cache"))
    options_parser.add_argument("--threads", type=int, default=1)
    options_parser.add_argument("--out", type=Path, help="folder for metrics.md and metrics.json")
    options = options_parser.parse_args()
    torch.set_num_threads(options.threads)
    source = options.parser
    network = annotator_parser(source) if source.is_dir() else load_parser(source, len(PERSON_PARTS))
    people = labelled_people(options.data, options.cache, "validation")
    counts = part_confusion(network, people)
    text = part_table(counts, people)
    print(text)
    if options.out is not None:
        options.out.mkdir(parents=True, exist_ok=True)
        overlaps = dict(zip(PERSON_PARTS, intersection_over_union(counts).tolist(), strict=True))
        numbers = overlaps | {"person": person_overlap(counts)}
        (options.out / "metrics.md").write_text(text + "\n")
        (options.out / "metrics.json").write_text(json.dumps(numbers, indent=2) + "\n")


if __name__ == "__main__":
    main()
