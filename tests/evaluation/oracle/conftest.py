"""The planted oracle is imported from the project's root."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))


@pytest.fixture(scope="session")
def worlds():
    """Some worlds of seeds that are there for building."""
    from evaluation.oracle.truth import plant

    return [plant(seed) for seed in range(1, 9)]
