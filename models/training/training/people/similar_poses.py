"""Retrieval by pose: people who stand alike, among photos and their mirror images."""

import numpy as np
from numpy.typing import NDArray

from training.people.body import Joints, mirror_joints
from training.people.photographs import HEIGHT, WIDTH

MISSING = 0.06
"""distance, in picture heights, that a joint adds which only one of two people shows"""


def pose_distance(query: Joints, library: Joints) -> NDArray[np.float64]:
    """Mean distance of joints in picture heights from one pose (18×2) to each of a library (N×18×2)."""
    apart = np.linalg.norm((library - query).astype(np.float64), axis=2) / HEIGHT
    ours, theirs = ~np.isnan(query).any(1), ~np.isnan(library).any(2)
    both, one = ours & theirs, ours ^ theirs
    total = np.where(both, apart, 0.0).sum(1) + MISSING * one.sum(1)
    return np.asarray(total / np.maximum((both | one).sum(1), 1))


def similar_poses(queries: Joints, library: Joints, count: int, *, skip_self: bool) -> NDArray[np.int64]:
    """For each query the `count` nearest of the library, nearest first.

    Numbers from len(library) on are mirror images.
    """
    both = np.concatenate([library, mirror_joints(library, WIDTH)])
    found = []
    for index, query in enumerate(queries):
        distance = pose_distance(query, both)
        if skip_self:
            distance[[index, index + len(library)]] = np.inf
        found.append(np.argsort(distance, kind="stable")[:count])
    return np.stack(found)
