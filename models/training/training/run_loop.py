"""The loop of every training run: steps, log, checkpoints, sample sheets; resumable at any kill."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from training.data.batches import BatchSource
from training.distributed import agreed, first_process_first, process_number, share_weights
from training.settings import RunSettings
from training.sheets import loss_curves
from training.starting_weights import save_halved
from training.trainer import Trainer

LOG_EVERY = 20
CHECKPOINT_SECONDS = 300.0
SHEET_SECONDS = 420.0


@dataclass(frozen=True)
class Scale:
    """What a run needs at one picture scale."""

    batches: BatchSource
    sheet: Callable[[], Image.Image]
    """a sample sheet of the averaged weights"""


def progress_line(trainer: Trainer, log: dict[str, float], rate: float, settings: RunSettings) -> str:
    """Samples, speed, time left and the mean of every logged value."""
    left = (settings.total_samples - trainer.samples) / max(rate, 1e-6)
    parts = " ".join(f"{name} {value:.3f}" for name, value in log.items())
    return f"{trainer.samples}/{settings.total_samples} {rate:.1f} samples/s ETA {left / 60:.0f} min | {parts}"


@dataclass(frozen=True)
class Pace:
    """When a run stops and saves."""

    minutes: float = 0.0
    """0 = no limit"""
    checkpoint_seconds: float = CHECKPOINT_SECONDS


def run(trainer: Trainer, prepare_scale: Callable[[int], Scale], folder: Path, pace: Pace) -> None:
    """Trains until the phases or the minutes are used up; writes into `folder`."""
    settings, checkpoint = trainer.settings, folder / "latest.pt"
    started = saved = sheeted = marked = time.monotonic()
    marked_samples, current, scale = trainer.samples, 0, None
    sums: dict[str, float] = {}
    counts: dict[str, int] = {}
    steps = 0
    first = process_number() == 0
    share_weights([trainer.model, trainer.averaged, *trainer.judges()])
    while (phase := trainer.phase()) is not None:
        if phase.scale != current or scale is None:
            current = phase.scale
            with first_process_first():
                scale = prepare_scale(current)
        for name, value in trainer.step(scale.batches, phase).items():
            sums[name] = sums.get(name, 0.0) + value
            counts[name] = counts.get(name, 0) + 1
        steps += 1
        now = time.monotonic()
        if steps == LOG_EVERY and first:
            log = {name: value / counts[name] for name, value in sums.items()}
            rate = (trainer.samples - marked_samples) / (now - marked)
            print(progress_line(trainer, log, rate, settings), flush=True)
            trainer.history.append({"samples": float(trainer.samples), **log})
            marked, marked_samples, sums, counts, steps = now, trainer.samples, {}, {}, 0
        out_of_time = agreed(answer=pace.minutes > 0 and now - started > 60 * pace.minutes)
        last = out_of_time or trainer.phase() is None
        if first and (now - saved > pace.checkpoint_seconds or last):
            trainer.save(checkpoint)
            save_halved(trainer.starting_state(), folder / "weights.pt")
            saved = time.monotonic()
        if first and (now - sheeted > SHEET_SECONDS or last):
            scale.sheet().save(folder / f"sheet-{trainer.samples:07d}.png")
            if trainer.history:
                loss_curves(trainer.history, folder / "curves.png")
            sheeted = time.monotonic()
        if out_of_time:
            if first:
                print("time is up; run again to resume", flush=True)
            return
