"""Distance on the earth."""

from math import asin, cos, radians, sin, sqrt

_EARTH_KM = 6371.0088
"""Mean radius of the earth, IUGG."""


def distance_km(north: float, east: float, other_north: float, other_east: float) -> float:
    """Great-circle distance of two points in degrees (haversine)."""
    half = sin(radians(other_north - north) / 2) ** 2
    half += cos(radians(north)) * cos(radians(other_north)) * sin(radians(other_east - east) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))
