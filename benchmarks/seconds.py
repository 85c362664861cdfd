"""Time spent, by the clock on the wall and by the processor's: on a busy machine only the second can be compared."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(slots=True)
class Seconds:
    """Seconds by the clock, and seconds that this process had of the processor."""

    wall: float = 0.0
    processor: float = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Add the time that passes while this is open; where an error ends it too."""
        wall, processor = time.perf_counter(), time.process_time()
        try:
            yield
        finally:
            self.wall += time.perf_counter() - wall
            self.processor += time.process_time() - processor

    def add(self, other: "Seconds") -> None:
        """Add other time to this."""
        self.wall += other.wall
        self.processor += other.processor
