"""One run in several processes: each draws its own batches, all take the mean of their gradients.

`torchrun --nproc-per-node N -m training.people.train …` starts them; without torchrun nothing here does anything. The
mean is taken by hand where torch's DistributedDataParallel would hook into `forward`: our trainers call other methods
of their networks too, and a batch of one condition leaves the encoder of the other without gradients.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import torch
from torch import Tensor, distributed, nn

PATIENCE = timedelta(minutes=60)
"""How long processes wait for the first one, which alone decodes photos and paints sample sheets."""


def process_count() -> int:
    """Processes of this run; 1 without torchrun."""
    return distributed.get_world_size() if distributed.is_initialized() else 1


def process_number() -> int:
    """0 is the process that writes checkpoints, logs and sheets."""
    return distributed.get_rank() if distributed.is_initialized() else 0


@contextmanager
def joined_run(device: str = "cpu") -> Iterator[None]:
    """Joins the processes that torchrun started."""
    if int(os.environ.get("WORLD_SIZE", "1")) == 1:
        yield
        return
    distributed.init_process_group("nccl" if device.startswith("cuda") else "gloo", timeout=PATIENCE)
    try:
        yield
    finally:
        distributed.destroy_process_group()


@contextmanager
def first_process_first() -> Iterator[None]:
    """Lets the first process write a cache; the others go on when it is done."""
    if distributed.is_initialized() and process_number() > 0:
        distributed.barrier()
    yield
    if distributed.is_initialized() and process_number() == 0:
        distributed.barrier()


def agreed(*, answer: bool) -> bool:
    """The first process's answer: clocks differ, and a process that stops alone would leave the others waiting."""
    if not distributed.is_initialized():
        return answer
    told = torch.tensor([float(answer)])
    distributed.broadcast(told, 0)
    return bool(told.item())


@torch.no_grad()
def share_weights(modules: Iterable[nn.Module]) -> None:
    """Gives all processes the weights and statistics of the first."""
    if not distributed.is_initialized():
        return
    for module in modules:
        for value in module.state_dict().values():
            distributed.broadcast(value, 0)


@torch.no_grad()
def average_gradients(parameters: Iterable[Tensor]) -> None:
    """Replaces every gradient by the mean over processes; one that no process has stays None."""
    if not distributed.is_initialized():
        return
    learning = [parameter for parameter in parameters if parameter.requires_grad]
    present = torch.tensor([float(parameter.grad is not None) for parameter in learning])
    distributed.all_reduce(present)
    used = [parameter for parameter, count in zip(learning, present.tolist(), strict=True) if count > 0]
    if not used:
        return
    gradients = [torch.zeros_like(one) if one.grad is None else one.grad for one in used]
    flat = torch.cat([gradient.reshape(-1) for gradient in gradients])
    distributed.all_reduce(flat)
    flat /= process_count()
    for parameter, part in zip(used, flat.split([one.numel() for one in used]), strict=True):
        parameter.grad = part.reshape(parameter.shape).contiguous(
            memory_format=torch.channels_last if parameter.dim() == 4 else torch.contiguous_format
        )
