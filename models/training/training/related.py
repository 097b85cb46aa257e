"""Starting weights of a run for new conditions: those that fit of another translator, such as the landscape pack's."""

from pathlib import Path

from training.starting_weights import load_what_fits, read_starting_weights
from training.trainer import Trainer


def begin_with_related(trainer: Trainer, source: Path) -> None:
    """Takes over painting and modulation, which every pack learns; what reads the condition has to be learned anew."""
    start = read_starting_weights(source)
    load_what_fits(trainer.model, start.model)
    load_what_fits(trainer.averaged, start.model)
    load_what_fits(trainer.discriminator, start.discriminator)
    load_what_fits(trainer.reader, start.reader)
    load_what_fits(trainer.more_judges, start.more_judges)


def take_up_run(trainer: Trainer, folder: Path, start: Path | None) -> None:
    """Resumes the run of a folder; a new run begins with what fits of another translator, if one is named."""
    checkpoint = folder / "latest.pt"
    if checkpoint.exists():
        trainer.restore(checkpoint)
        print(f"resumed at {trainer.samples} samples", flush=True)
    elif start is not None:
        begin_with_related(trainer, start)
        print(f"began with what fits of {start}", flush=True)
