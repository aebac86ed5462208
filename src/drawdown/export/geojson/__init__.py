"""GeoJSON (RFC 7946): sites, exits, communities, legs and vicinities for a map."""

from drawdown.export.geojson.collection import geojson

__all__ = ["geojson"]
