"""Correspondence accuracy: warp a photo by a known transformation and see how often matches land where they must."""

import torch
from torch import Tensor

from training.data.distortion import distort_labels, distort_pictures, distortion_grid
from training.networks.coherent_copy import best_coarse_match
from training.networks.translator import Translator

CELL = 8


@torch.no_grad()
def matched_cells(model: Translator, labels: Tensor, photo: Tensor, seed: int) -> dict[str, float]:
    """PCK at 2 and 4 coarse cells and the label agreement of matches, for one photo (1×3×H×W, labels 1×H×W).

    The exemplar is the photo moved by a seeded distortion g, exemplar(p) = photo(g(p)); the match v of layout cell u
    is right when g(v) is near u. Layout cells whose place the exemplar does not show are left out.
    """
    height, width = labels.shape[1:]
    grid = distortion_grid(1, height, width, torch.Generator().manual_seed(seed))
    exemplar, exemplar_labels = distort_pictures(photo, grid), distort_labels(labels, grid)
    encoding, _ = model.encode_exemplar(exemplar, exemplar_labels)
    layout, _ = model.encode_layout(labels)
    match = best_coarse_match(layout.coarse, encoding.coarse)[0].long()
    origin = torch.nn.functional.avg_pool2d(grid.permute(0, 3, 1, 2), CELL)[0]
    cells = torch.stack([(origin[1] + 1) * height / 2 / CELL - 0.5, (origin[0] + 1) * width / 2 / CELL - 0.5])
    rows = torch.arange(height // CELL)[:, None].expand(-1, width // CELL).float()
    columns = torch.arange(width // CELL)[None, :].expand(height // CELL, -1).float()
    apart = ((cells[0][:, :, None, None] - rows) ** 2 + (cells[1][:, :, None, None] - columns) ** 2).sqrt()
    shown = apart.flatten(0, 1).amin(0) < 1.0
    landed = cells[:, match[0], match[1]]
    error = torch.sqrt((landed[0] - rows) ** 2 + (landed[1] - columns) ** 2)[shown]
    coarse_labels = labels[0, CELL // 2 :: CELL, CELL // 2 :: CELL]
    exemplar_coarse = exemplar_labels[0, CELL // 2 :: CELL, CELL // 2 :: CELL]
    agree = (exemplar_coarse[match[0], match[1]] == coarse_labels)[shown]
    return {
        "pck2": float((error <= 2).float().mean()),
        "pck4": float((error <= 4).float().mean()),
        "label_agreement": float(agree.float().mean()),
    }
