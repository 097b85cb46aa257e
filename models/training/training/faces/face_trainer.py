"""The trainer of the face network: one condition per batch, and judges that see eyes and mouth enlarged."""

from typing import cast

from torch import Tensor

from training.close_ups import CloseUpTrainer
from training.data.batches import Batch, BatchSource
from training.distributed import average_gradients
from training.faces.close_ups import looked_at_parts
from training.faces.face_batches import FaceBatch
from training.faces.face_losses import guessing_loss
from training.faces.face_settings import FaceRunSettings
from training.faces.face_translator import FaceTranslator
from training.faces.outlines import CHANNELS
from training.networks.painted_layout import PaintedLayout
from training.networks.translator import Translation
from training.precision import fast_precision
from training.settings import Phase


class FaceTrainer(CloseUpTrainer):
    """Trains a FaceTranslator on FaceBatches."""

    read: PaintedLayout | None = None
    """how the batch's condition was read"""

    def step(self, batches: BatchSource, phase: Phase) -> dict[str, float]:
        """As the landscapes', but for the first samples, which only teach to read edges."""
        settings = self.settings
        if isinstance(settings, FaceRunSettings) and self.samples < settings.reading_samples:
            return self.reading_step(batches, phase)
        return super().step(batches, phase)

    def reading_step(self, batches: BatchSource, phase: Phase) -> dict[str, float]:
        """Trains only the step from edges to parts: until that is learned, painting by edges teaches little."""
        model = cast("FaceTranslator", self.model)
        batch = batches.draw(phase.batch, phase.size, 1.0).to(self.device)
        log: dict[str, float] = {}
        if isinstance(batch, FaceBatch) and batch.edges is not None:
            self.set_rates(phase.learning_rate)
            with fast_precision(self.device):
                guess = model.edge_reader(batch.edges[:, :CHANNELS])
            loss = guessing_loss(guess, self.model.one_hot(batch.labels))
            self.optimiser.zero_grad(set_to_none=True)
            loss.backward()
            average_gradients(self.model.parameters())
            self.optimiser.step()
            log["part_guess"] = float(loss.detach())
            self.count(phase.batch)
        return log

    def looked_at(self, batch: Batch) -> Tensor:
        """An eye or the mouth of every face."""
        return looked_at_parts(batch.labels.cpu(), self.objective.generator)

    def translate(self, batch: Batch) -> Translation:
        """By edges where the batch has them, else by parts; the SPADE baseline paints by parts alone."""
        model = cast("FaceTranslator", self.model)
        if model.config.guidance == "style":
            return super().translate(batch)
        edges = batch.edges if isinstance(batch, FaceBatch) else None
        self.read = model.read_parts(batch.labels) if edges is None else model.read_edges(edges)
        return model.from_layout(self.read, batch.exemplar, batch.exemplar_labels)

    def more_parts(self, batch: Batch, result: Translation, warm: float) -> dict[str, Tensor]:
        """Guessed parts besides what close-ups say."""
        parts: dict[str, Tensor] = {}
        if self.read is not None and self.read.guess is not None:
            parts["part_guess"] = guessing_loss(self.read.guess, self.model.one_hot(batch.labels))
        return parts | super().more_parts(batch, result, warm)
