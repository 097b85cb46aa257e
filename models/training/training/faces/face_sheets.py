"""Sample sheets of faces: each condition beside the picture it gives."""

import numpy as np
import torch
from PIL import Image

from training.data.batches import to_tensors
from training.faces.face_translator import FaceTranslator
from training.faces.outlines import Hand, drawn_lines, edge_channels, edges_of
from training.faces.portraits import FacePhotos
from training.sheets import Pair, class_colours

PHOTO = Hand(drawn_share=0.0)
HAND = Hand(broken_share=0.2, left_out_share=0.0)


@torch.no_grad()
def face_sheet(model: FaceTranslator, layouts: FacePhotos, library: FacePhotos, pairs: list[Pair]) -> Image.Image:
    """Rows of parts, the photo they are of, exemplar, soft and crisp warp, picture by parts, edges, picture by edges.

    Every other row has edges as of a photo; the rest as drawn by hand. A network that does not match shows neither
    warps nor edges.
    """
    rows = []
    colours = class_colours(model.config.classes)
    random = np.random.default_rng(3)
    for number, (index, other) in enumerate(pairs):
        photo, labels = to_tensors([(layouts.photos.photo(index), layouts.photos.label_map(index))])
        exemplar, exemplar_labels = to_tensors([(library.photos.photo(other), library.photos.label_map(other))])
        by_parts = model(labels, exemplar, exemplar_labels)
        painted = colours[labels[0]].permute(2, 0, 1)[None]
        if by_parts.match is None:
            rows.append(torch.cat([painted, photo, exemplar, by_parts.picture], 3))
            continue
        canny = layouts.canny[index]
        parts = layouts.photos.label_map(index)
        if number % 2:
            channels = edge_channels(drawn_lines(parts, HAND, random))
        else:
            channels = edges_of(parts, canny, PHOTO, random)
        edges = torch.from_numpy(channels)[None]
        by_edges = model.from_layout(model.read_edges(edges), exemplar, exemplar_labels)
        drawing = (1 - edges[:, :1] * 2).expand(-1, 3, -1, -1)
        shown = [painted, photo, exemplar, by_parts.match.base, by_parts.match.warp]
        rows.append(torch.cat([*shown, by_parts.picture, drawing, by_edges.picture], 3))
    pixels = torch.cat(rows, 2)[0].permute(1, 2, 0).float().clamp(-1, 1)
    return Image.fromarray(((pixels.numpy() + 1) * 127.5).round().astype(np.uint8))
