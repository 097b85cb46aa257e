"""Measure the reference as its authors run it: time per picture and peak memory, on the fixed inputs.

python -m training.official.measure --variant celebahq --folder DIR [--strokes 3]

``--folder`` holds the checkpoint pair. Prints one JSON object (scripts/official/official-measurement.ts); it has to be
a process of its own, because the peak of resident memory is the process's. ``npm run bench:official`` compares.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from itertools import pairwise
from pathlib import Path

import torch

from .checkpoint import load_checkpoint
from .configuration import OFFICIAL_VARIANTS
from .reference import reference_inputs

THREADS = 2


def processor_milliseconds() -> float:
    """Time that this process's threads have computed, whatever else ran beside them."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return (usage.ru_utime + usage.ru_stime) * 1000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--variant", choices=sorted(OFFICIAL_VARIANTS), required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--strokes", type=int, default=3)
    arguments = parser.parse_args()
    torch.set_num_threads(THREADS)
    configuration = OFFICIAL_VARIANTS[arguments.variant]
    inputs = reference_inputs(configuration)
    started = time.perf_counter()
    model = load_checkpoint(configuration, arguments.folder)
    moments, processors = [time.perf_counter()], []
    with torch.inference_mode():
        # Nothing is kept from one picture to the next, so the first and the others differ only in warm caches.
        for _ in range(arguments.strokes + 1):
            processor = processor_milliseconds()
            model(inputs.exemplar, inputs.condition, inputs.exemplar_condition)
            processors.append(processor_milliseconds() - processor)
            moments.append(time.perf_counter())
    walls = [(end - start) * 1000 for start, end in pairwise(moments)]
    report = {
        "engine": "pytorch",
        "loadMilliseconds": (moments[0] - started) * 1000,
        "firstPictureMilliseconds": walls[0],
        "strokeMilliseconds": walls[1:],
        "strokeProcessorMilliseconds": processors[1:],
        "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }
    print(json.dumps(report))


if __name__ == "__main__":
    main()
