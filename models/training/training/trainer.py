"""One training step, the averaged weights and everything a checkpoint must hold."""

import copy
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor, nn

from training.data.batches import Batch, BatchSource
from training.distributed import average_gradients, process_count, process_number
from training.losses.adversarial import discriminator_hinge
from training.networks.discriminator import FeatureDiscriminator
from training.networks.layout_reader import READ_CHANNELS, LayoutReader
from training.networks.translator import Translation, Translator
from training.objectives import FEATURE_LAYERS, JUDGED_CHANNELS, Objective, judged
from training.perceptual import DistilledVgg
from training.precision import fast_precision
from training.settings import Phase, RunSettings
from training.starting_weights import StartingWeights, load_fitted, load_what_fits
from training.view import View, random_view

Net = TypeVar("Net", bound=nn.Module)


def channels_last(module: Net) -> Net:
    """The memory layout in which CPU convolutions are fastest."""
    for weight in module.parameters():
        if weight.dim() == 4:
            weight.data = weight.data.contiguous(memory_format=torch.channels_last)
    return module


class Trainer:
    """Owns networks and optimisers of one run. `step` trains on one batch; `save` and `restore` are exact."""

    def __init__(
        self, settings: RunSettings, vgg_weights: Path, kind: type[Translator] = Translator, device: str = "cpu"
    ) -> None:
        torch.manual_seed(settings.seed)
        self.settings = settings
        self.device = device
        self.model = channels_last(kind(settings.model)).to(device)
        for part in settings.frozen:
            self.model.get_submodule(part).requires_grad_(False)
        self.averaged = copy.deepcopy(self.model).requires_grad_(False).eval()
        self.vgg = channels_last(DistilledVgg(vgg_weights)).to(device)
        self.discriminator = FeatureDiscriminator(JUDGED_CHANNELS, settings.model.classes).to(device)
        self.reader = channels_last(LayoutReader(READ_CHANNELS, settings.model.classes)).to(device)
        self.more_judges = self.build_more_judges().to(device)
        judges = [weight for judge in self.judges() for weight in judge.parameters()]
        rate = settings.phases[0].learning_rate
        learning = [weight for weight in self.model.parameters() if weight.requires_grad]
        self.optimiser = torch.optim.Adam(learning, lr=rate, betas=(0.0, 0.99), fused=True)
        self.judge_optimiser = torch.optim.Adam(judges, lr=rate, betas=(0.0, 0.99), fused=True)
        self.samples = 0
        self.history: list[dict[str, float]] = []
        generator = torch.Generator().manual_seed(settings.seed + 1)
        self.objective = Objective(settings.losses, self.vgg, self.discriminator, self.reader, generator)

    def phase(self) -> Phase | None:
        """The phase the next sample belongs to; None when the run is complete."""
        before = 0
        for phase in self.settings.phases:
            before += phase.samples
            if self.samples < before:
                return phase
        return None

    def step(self, batches: BatchSource, phase: Phase) -> dict[str, float]:
        """One batch: generator and correspondence first, then the discriminator; returns the parts of the loss."""
        shares = (phase.pseudo_share, phase.stranger_share, phase.hidden_share, phase.lit_share)
        batch = batches.draw(phase.batch, phase.size, *shares).to(self.device)
        self.set_rates(phase.learning_rate)
        warm = min(1.0, self.samples / self.settings.warm_samples)
        with fast_precision(self.device):
            result = self.translate(batch)
            one_hot = self.model.one_hot(batch.labels)
            seen = random_view(result.picture, batch.photo, one_hot, self.objective.generator)
            with torch.no_grad():
                photo_features = self.vgg(seen.photo.contiguous(memory_format=torch.channels_last), FEATURE_LAYERS)
            self.let_judges_learn(False)
            parts, features = self.objective.generator_parts(self.model, batch, result, seen, photo_features, warm)
            parts |= self.more_parts(batch, result, warm)
            loss = self.objective.total(parts)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        average_gradients(self.model.parameters())
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 20.0)
        self.optimiser.step()
        log = {name: float(value.detach()) for name, value in parts.items()}
        log |= self.judge_step(seen, features, photo_features)
        log["kept"] = float(result.kept.detach().mean())
        self.count(phase.batch)
        return log

    def count(self, batch: int) -> None:
        """After a step: moves the averaged weights and counts the samples of all processes."""
        self.average(batch * process_count())
        self.samples += batch * process_count()

    def judges(self) -> list[nn.Module]:
        """Everything that learns to judge pictures."""
        return [self.discriminator, self.reader, self.more_judges]

    def judge_step(
        self, seen: View, features: dict[str, Tensor], photo_features: dict[str, Tensor]
    ) -> dict[str, float]:
        """Trains the discriminator to tell real from made, and the layout reader on the real photo alone."""
        weights = self.settings.losses
        losses: dict[str, Tensor] = {}
        self.let_judges_learn(True)
        with fast_precision(self.device):
            if weights.adversarial:
                made = [feature.detach() for feature in judged(features)]
                fake = self.discriminator(seen.picture.detach(), made, seen.one_hot)
                real = self.discriminator(seen.photo, judged(photo_features), seen.one_hot)
                losses["discriminator"] = discriminator_hinge([r.float() for r in real], [f.float() for f in fake])
            if weights.layout_agreement:
                losses["reader"] = self.objective.reading_loss(photo_features, seen.one_hot)
            losses |= self.more_judging()
        if losses:
            self.judge_optimiser.zero_grad(set_to_none=True)
            torch.stack(list(losses.values())).sum().backward()
            average_gradients(weight for judge in self.judges() for weight in judge.parameters())
            self.judge_optimiser.step()
        return {name: float(value.detach()) for name, value in losses.items()}

    def let_judges_learn(self, learn: bool) -> None:
        """Freezes or thaws the judges."""
        for judge in self.judges():
            judge.requires_grad_(learn)

    def translate(self, batch: Batch) -> Translation:
        """The model's answer to a batch; a run with several conditions asks for the one of the batch."""
        result: Translation = self.model(batch.labels, batch.exemplar, batch.exemplar_labels)
        return result

    def build_more_judges(self) -> nn.ModuleDict:
        """Judges beyond the discriminator and the layout reader; they learn and are saved with them."""
        return nn.ModuleDict()

    def more_parts(self, batch: Batch, result: Translation, warm: float) -> dict[str, Tensor]:  # noqa: ARG002
        """Parts of the generator's loss beyond the objective's, by setting name."""
        return {}

    def more_judging(self) -> dict[str, Tensor]:
        """Losses of the further judges, on what `more_parts` showed them."""
        return {}

    def averaged_copy(self) -> Translator:
        """The averaged network on the CPU, where sheets are painted."""
        return self.averaged if self.device == "cpu" else copy.deepcopy(self.averaged).cpu()

    def begin_with(self, start: StartingWeights) -> None:
        """Starts from earlier weights instead of random ones; raises RuntimeError when they are of other networks."""
        load_fitted(self.model, start.model)
        load_fitted(self.averaged, start.model)
        load_what_fits(self.discriminator, start.discriminator)
        load_what_fits(self.reader, start.reader)

    def set_rates(self, rate: float) -> None:
        """Learning rates of both optimisers."""
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        for group in self.judge_optimiser.param_groups:
            group["lr"] = rate * self.settings.discriminator_rate

    @torch.no_grad()
    def average(self, batch: int) -> None:
        """Moves the averaged weights; the time constant grows with the run so that early noise is forgotten."""
        constant = min(self.settings.average_samples, 0.2 * self.samples + batch)
        share = 1.0 - np.exp(-batch / constant)
        for mean, weight in zip(self.averaged.parameters(), self.model.parameters(), strict=True):
            mean.lerp_(weight, float(share))

    def save(self, path: Path) -> None:
        """Atomic: a run killed while saving keeps its previous checkpoint."""
        state = {
            "model": self.model.state_dict(),
            "averaged": self.averaged.state_dict(),
            "discriminator": self.discriminator.state_dict(),
            "reader": self.reader.state_dict(),
            "more_judges": self.more_judges.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "judge_optimiser": self.judge_optimiser.state_dict(),
            "generator": self.objective.generator.get_state(),
            "samples": self.samples,
            "history": self.history,
        }
        temporary = path.with_suffix(".partial")
        torch.save(state, temporary)
        temporary.replace(path)

    def starting_state(self) -> dict[str, dict[str, Tensor]]:
        """What another run may begin with."""
        judges = {"discriminator": self.discriminator, "reader": self.reader, "more_judges": self.more_judges}
        return {"averaged": self.averaged.state_dict(), **{name: one.state_dict() for name, one in judges.items()}}

    def restore(self, path: Path) -> None:
        """Continues from a file of `save`."""
        state = torch.load(path, weights_only=True, map_location=self.device)
        self.model.load_state_dict(state["model"])
        self.averaged.load_state_dict(state["averaged"])
        self.discriminator.load_state_dict(state["discriminator"])
        self.reader.load_state_dict(state["reader"])
        self.more_judges.load_state_dict(state.get("more_judges", {}))
        self.optimiser.load_state_dict(state["optimiser"])
        self.judge_optimiser.load_state_dict(state["judge_optimiser"])
        if "generator" in state:
            self.objective.generator.set_state(state["generator"].cpu())
        self.samples = state["samples"]
        self.history = state["history"]

    def batch_seed(self) -> int:
        """Differs after a resumption, and in every process of a run."""
        return self.settings.seed * 1_000_003 + self.samples + 7_919 * process_number()
