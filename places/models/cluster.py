"""Places on the map, gathered ahead in cells of every size: see ``places/sql/cluster.sql``."""

from django.contrib.gis.db import models
from django.utils.translation import gettext_lazy as _

from places.models.area import RD_NEW


class MapPoint(models.Model):
    """Where a published place stands on the map, as the newest edition left it.

    ``x`` and ``y`` are its smallest cell. It is all that is read of a place in a cell on the edge
    of a box: 60 bytes from an index, where the place itself is a page.
    """

    uuid = models.UUIDField(primary_key=True)
    place_id = models.BigIntegerField(_("plek"))
    location = models.PointField(_("punt op de kaart"), srid=RD_NEW, spatial_index=False)
    x = models.IntegerField("x")
    y = models.IntegerField("y")

    class Meta:
        verbose_name = _("plek")
        verbose_name_plural = _("plekken")
        indexes = [
            models.Index(fields=["x", "y"], include=["place_id", "location"], name="map_point"),
        ]

    def __str__(self) -> str:
        return str(self.uuid)


class MapCell(models.Model):
    """A square of the map with places in it, of the size that belongs to a zoom level.

    The cell at ``x`` and ``y`` of a level is that at half of both of the level before it. Sums are
    in millimetres: whole numbers add up to the same whatever their order. ``feature`` is the
    cluster as GeoJSON, empty for a single place, of which the map says more: ``first``.
    """

    pk = models.CompositePrimaryKey("level", "x", "y")
    level = models.SmallIntegerField("zoom")
    x = models.IntegerField("x")
    y = models.IntegerField("y")
    count = models.BigIntegerField(_("aantal"))
    east_sum = models.BigIntegerField()
    north_sum = models.BigIntegerField()
    west = models.FloatField()
    south = models.FloatField()
    east = models.FloatField()
    north = models.FloatField()
    first = models.BigIntegerField()
    feature = models.TextField(blank=True)

    class Meta:
        verbose_name = _("aantal")
        verbose_name_plural = _("aantallen")

    def __str__(self) -> str:
        return f"{self.level}/{self.x}/{self.y}: {self.count}"
