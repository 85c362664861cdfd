"""The invented case as a record file, and opened."""

import pytest
from views.factory import write_record

from variorum.views.shelf import open_record


@pytest.fixture(scope="session")
def path(tmp_path_factory):
    return write_record(tmp_path_factory.mktemp("views") / "case.variorum")


@pytest.fixture(scope="session")
def record(path):
    return open_record(path)
