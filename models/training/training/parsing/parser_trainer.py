"""One run of a parser of faces or of something else: sampling, steps, averaged weights, checkpoints."""

import copy
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from training.parsing.augmentation import WORN, Augmentation
from training.parsing.classes import FACE_PARTS
from training.parsing.encoder import begin_with_annotator
from training.parsing.faces import FaceSet
from training.parsing.losses import class_weights, parsing_loss
from training.parsing.measure import confusion, intersection_over_union, parsed
from training.parsing.network import FaceParser
from training.parsing.settings import ParserSettings
from training.precision import fast_precision

WARM_UP = 800
"""samples over which the learning rate rises"""

PRESENT = 30
"""pixels from which a photo counts as having a part"""


@dataclass(frozen=True)
class ParserTask:
    """What is parsed."""

    parts: tuple[str, ...]
    """names in the order of the logits"""
    lent: tuple[int, ...]
    """rare parts that one photo may lend another"""
    augmentation: Callable[[torch.Generator], Augmentation]


FACES = ParserTask(FACE_PARTS, WORN, Augmentation)


class ParserTrainer:
    """Holds the network, its average and the optimiser; the first `people` photos carry labels drawn by people."""

    def __init__(self, settings: ParserSettings, faces: FaceSet, people: int, task: ParserTask = FACES) -> None:
        torch.manual_seed(settings.seed)
        self.settings = settings
        self.task = task
        self.classes = len(task.parts)
        self.faces = faces
        self.parser = FaceParser(self.classes).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.averaged = copy.deepcopy(self.parser).requires_grad_(requires_grad=False).eval()
        encoder = list(self.parser.encoder.parameters())
        known = {id(parameter) for parameter in encoder}
        rest = [parameter for parameter in self.parser.parameters() if id(parameter) not in known]
        self.optimiser = torch.optim.AdamW(
            [{"params": rest, "relative": 1.0}, {"params": encoder, "relative": settings.encoder_rate}],
            weight_decay=0.01,
        )
        self.generator = torch.Generator().manual_seed(settings.seed)
        self.augmentation = task.augmentation(self.generator)
        self.samples = 0
        self.class_weights = class_weights(faces.labels[:people], settings.rare_lift, self.classes)
        self.draw_weights, self.wearers = self.sampling(people)

    def sampling(self, people: int) -> tuple[Tensor, dict[int, list[int]]]:
        """How often each face is drawn, and who wears what can be lent."""
        count = len(self.faces)
        flat = self.faces.labels.reshape(count, -1)
        present = torch.stack([(flat == part).sum(1) > PRESENT for part in range(self.classes)], 1)
        weights = torch.ones(count, dtype=torch.float64)
        for name, factor in self.settings.favour.items():
            has = present[:, self.task.parts.index(name)]
            weights[has] = weights[has].clamp_min(factor)
        weights[:people] /= weights[:people].sum()
        if people < count:
            share = self.settings.pseudo_share
            weights[:people] *= 1 - share
            weights[people:] *= share / weights[people:].sum()
        # Only drawn labels lend, and CelebAMask photos are aligned with each other.
        lenders = {part: present[:people, part].nonzero().flatten().tolist() for part in self.task.lent}
        return weights, lenders

    def learning_rate(self) -> float:
        """Warm-up, then a cosine to a hundredth."""
        base, total = self.settings.learning_rate, self.settings.samples
        if self.samples < WARM_UP:
            return base * (self.samples + 1) / WARM_UP
        done = (self.samples - WARM_UP) / max(total - WARM_UP, 1)
        return base * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(done, 1.0))))

    def step(self) -> float:
        """One batch; returns its loss."""
        chosen = torch.multinomial(self.draw_weights, self.settings.batch, generator=self.generator).tolist()
        phase = self.settings.phase(self.samples)
        photos, truth = self.augmentation.batch(self.faces, chosen, self.wearers, phase)
        rate = self.learning_rate()
        for group in self.optimiser.param_groups:
            group["lr"] = rate * group["relative"]
        self.parser.train()
        with fast_precision():
            logits = self.parser(photos.contiguous(memory_format=torch.channels_last))
        loss = parsing_loss(logits, truth, self.class_weights)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.parser.parameters(), 5.0)
        self.optimiser.step()
        self.samples += len(chosen)
        self.average(len(chosen))
        return float(loss.detach())

    @torch.no_grad()
    def average(self, seen: int) -> None:
        """Moves the averaged weights and statistics a little towards the newest."""
        # Early on a long memory would keep the random start: it grows with the run.
        memory = min(self.settings.average_samples, self.samples / 2)
        keep = math.exp(-seen / max(memory, seen))
        for kept, new in zip(self.averaged.state_dict().values(), self.parser.state_dict().values(), strict=True):
            if kept.is_floating_point():
                kept.lerp_(new, 1 - keep)
            else:
                kept.copy_(new)

    @torch.no_grad()
    def validate(self, faces: FaceSet) -> Tensor:
        """IoU per class of the averaged network."""
        counts = torch.zeros(self.classes, self.classes, dtype=torch.int64)
        with fast_precision():
            for start in range(0, len(faces), 8):
                logits = parsed(self.averaged, faces.photos[start : start + 8])
                counts += confusion(logits.argmax(1), faces.labels[start : start + 8], self.classes)
        return intersection_over_union(counts)

    def begin_with_annotator(self, graph: Path) -> None:
        """The encoder's first weights."""
        photos = self.faces.photos[:: max(len(self.faces) // 24, 1)].float() / 127.5 - 1
        begin_with_annotator(self.parser.encoder, graph, photos)
        self.averaged.load_state_dict(self.parser.state_dict())

    def begin_with(self, checkpoint: Path) -> None:
        """The averaged weights of another run."""
        state = torch.load(checkpoint, weights_only=True)["averaged"]
        self.parser.load_state_dict(state)
        self.averaged.load_state_dict(state)

    def save(self, path: Path) -> None:
        """Writes beside the target and renames, so that a kill leaves the old file or the new one."""
        state = {
            "parser": self.parser.state_dict(),
            "averaged": self.averaged.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "generator": self.generator.get_state(),
            "samples": self.samples,
        }
        part = path.with_suffix(".part")
        torch.save(state, part)
        part.replace(path)

    def restore(self, path: Path) -> None:
        """Goes on where `save` was called."""
        state = torch.load(path, weights_only=True)
        self.parser.load_state_dict(state["parser"])
        self.averaged.load_state_dict(state["averaged"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.generator.set_state(state["generator"])
        self.samples = state["samples"]
