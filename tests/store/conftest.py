"""A published record to test against."""

import pytest
from store.factory import run_row, whole_record

from variorum.store import publish


@pytest.fixture
def record(tmp_path):
    path = tmp_path / "small.variorum"
    publish(path, whole_record(), run=run_row())
    return path
