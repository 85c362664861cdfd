"""Fixtures shared by all rooms: the parser, loaded once."""

import pytest


@pytest.fixture(scope="session")
def nlp():
    """The parser of the default config."""
    from variorum.annotations.parse import load_parser
    from variorum.config import Config

    return load_parser(Config())
