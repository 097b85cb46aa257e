"""Batches drawn ahead by extra processes, because one GPU uses more of them than one core can draw."""

from collections.abc import Callable, Iterator

import torch
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from training.data.batches import Batch, BatchSource

MakeSource = Callable[[int], BatchSource]
"""A source of batches from a seed."""
SEED_STEP = 104_729
"""Between the seeds of two drawing processes."""
AHEAD = 4
"""batches that each process keeps ready"""


class Drawing(IterableDataset[Batch]):
    """What one drawing process does: draws batches of one kind for ever."""

    def __init__(self, make: MakeSource, seed: int, wanted: tuple[float, ...]) -> None:
        self.make = make
        self.seed = seed
        self.wanted = wanted

    def __iter__(self) -> Iterator[Batch]:
        """Draws for ever."""
        torch.set_num_threads(1)
        worker = get_worker_info()
        source = self.make(self.seed + SEED_STEP * (1 + (worker.id if worker else 0)))
        count, size, *shares = self.wanted
        while True:
            yield source.draw(int(count), int(size), *shares)


class DrawnAhead:
    """A BatchSource whose batches come from `workers` processes, started anew when other batches are wanted."""

    def __init__(self, make: MakeSource, seed: int, workers: int) -> None:
        self.make = make
        self.seed = seed
        self.workers = workers
        self.wanted: tuple[float, ...] | None = None
        self.batches: Iterator[Batch] = iter(())

    def draw(
        self,
        count: int,
        size: int,
        pseudo_share: float,
        stranger_share: float = 0.0,
        hidden_share: float = 0.0,
        lit_share: float = 0.0,
    ) -> Batch:
        """The next batch of whichever process has one."""
        wanted = (count, size, pseudo_share, stranger_share, hidden_share, lit_share)
        if wanted != self.wanted:
            self.wanted = wanted
            drawing = Drawing(self.make, self.seed, wanted)
            loader = DataLoader(
                drawing,
                batch_size=None,
                num_workers=self.workers,
                prefetch_factor=AHEAD,
                multiprocessing_context="fork",
            )
            self.batches = iter(loader)
        return next(self.batches)


def batch_source(make: MakeSource, seed: int, workers: int) -> BatchSource:
    """Draws in this process without workers, else ahead in that many processes."""
    return make(seed) if workers == 0 else DrawnAhead(make, seed, workers)
