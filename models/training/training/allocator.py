"""The allocator a training process must be started with."""

import os
import sys

ALLOCATOR = {
    "MALLOC_MMAP_THRESHOLD_": "2147483647",
    "MALLOC_TRIM_THRESHOLD_": "4294967296",
    "MALLOC_TOP_PAD_": "268435456",
}
"""glibc hands every large tensor back to the kernel; keeping them makes a step twice as fast."""


def restart_with_allocator(module: str) -> None:
    """Starts `python -m module` again with the allocator set, unless it is; call before torch is imported."""
    if "MALLOC_MMAP_THRESHOLD_" not in os.environ:
        os.execve(sys.executable, [sys.executable, "-m", module, *sys.argv[1:]], {**os.environ, **ALLOCATOR})  # noqa: S606
