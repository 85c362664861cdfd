"""Published figures that ours are shown beside."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def read_anchors() -> Mapping[str, str]:
    """Words of what others have published, by metric as `task.metric`; see `anchors.toml`."""
    read = tomllib.loads(files("variorum.evaluate").joinpath("anchors.toml").read_text(encoding="utf-8"))
    return {f"{task}.{metric}": words for task, metrics in read.items() for metric, words in metrics.items()}
