"""Low-rank adapters of a BERT encoder while they are trained, and how they are kept.

LoRA (Hu et al. 2021, https://arxiv.org/abs/2106.09685): each linear layer's weight W becomes W + up @ down, two narrow
matrices that alone are trained, beside the layer norms. `tutor.embedder.adapter` merges what is kept.
"""

import math
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn.utils import parametrize
from transformers import BertModel

_RANK = 16


Adapter = dict[str, Tensor]


class _LowRank(nn.Module):
    """Adds the product of two narrow matrices to a weight of (outputs, inputs)."""

    def __init__(self, outputs: int, inputs: int) -> None:
        super().__init__()
        self.down = nn.Parameter(torch.randn(_RANK, inputs) / math.sqrt(inputs))
        self.up = nn.Parameter(torch.zeros(outputs, _RANK))

    def forward(self, weight: Tensor) -> Tensor:
        """Return the adapted weight."""
        return weight + 2 * self.up @ self.down


def adapt(model: BertModel) -> BertModel:
    """Freeze a model but for its layer norms, and give each linear layer of its encoder an adapter."""
    model.requires_grad_(requires_grad=False)
    for module in list(model.modules()):
        if isinstance(module, nn.LayerNorm):
            module.requires_grad_(requires_grad=True)
    for module in list(model.encoder.modules()):
        if isinstance(module, nn.Linear):
            parametrize.register_parametrization(
                module, "weight", _LowRank(*module.weight.shape).to(module.weight.device)
            )
    return model


def merge(model: BertModel) -> Adapter:
    """Merge the adapters into the model's weights; return them, and the layer norms, by the names of the weights."""
    kept = {}
    for name, module in list(model.named_modules()):
        if isinstance(module, nn.LayerNorm):
            kept |= {f"{name}.weight": module.weight, f"{name}.bias": module.bias}
        elif parametrize.is_parametrized(module, "weight"):
            low = module.parametrizations.weight[0]
            kept |= {f"{name}.weight.up": 2 * low.up, f"{name}.weight.down": low.down}
            parametrize.remove_parametrizations(module, "weight")
    return {name: value.detach().cpu().clone() for name, value in kept.items()}


def scaled(adapter: Adapter, base: Adapter, share: float) -> Adapter:
    """Return the adapter that goes a share of the way from the weights of `base` to where `adapter` goes."""
    up = {name: share * value for name, value in adapter.items() if name.endswith(".up")}
    whole = {name: torch.lerp(base[name], value, share) for name, value in adapter.items() if name in base}
    return {**adapter, **up, **whole}


def joined(first: Adapter, second: Adapter) -> Adapter:
    """Return one adapter that does what two do, merged one after the other."""
    both = {
        name: torch.cat([value, second[name]], dim=1 if name.endswith(".up") else 0)
        for name, value in first.items()
        if name.endswith((".up", ".down"))
    }
    return {**second, **both}


def write_adapter(adapter: Adapter, path: Path) -> None:
    """Write an adapter at half precision."""
    save_file({name: value.half().contiguous() for name, value in adapter.items()}, path)
