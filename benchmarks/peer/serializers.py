"""Documents of the textbook API: a place with its lists, and a point for the map."""

from rest_framework import serializers
from rest_framework_gis.serializers import GeoFeatureModelSerializer, GeometryField

from benchmarks.peer.models import Kind, Offer, OpeningHours, Organisation, Place, Trait, Value


class KindSerializer(serializers.ModelSerializer):
    class Meta:
        model = Kind
        fields = ["slug", "name"]


class OrganisationSerializer(serializers.ModelSerializer):
    class Meta:
        model = Organisation
        fields = ["slug", "name"]


class ValueSerializer(serializers.ModelSerializer):
    class Meta:
        model = Value
        fields = ["slug", "name"]


class TraitSerializer(serializers.ModelSerializer):
    class Meta:
        model = Trait
        fields = ["slug", "name"]


class OfferSerializer(serializers.ModelSerializer):
    class Meta:
        model = Offer
        fields = ["slug", "name"]


class HoursSerializer(serializers.ModelSerializer):
    class Meta:
        model = OpeningHours
        fields = ["weekday", "opens", "closes", "mode", "note"]


class PlaceSerializer(serializers.ModelSerializer):
    location = GeometryField()
    kind = KindSerializer()
    organisation = OrganisationSerializer()
    values = ValueSerializer(many=True)
    traits = TraitSerializer(many=True)
    offers = OfferSerializer(many=True)
    hours = HoursSerializer(many=True)

    class Meta:
        model = Place
        exclude = ["published"]


class PlaceFeatureSerializer(GeoFeatureModelSerializer):
    kind = serializers.SlugRelatedField("slug", read_only=True)

    class Meta:
        model = Place
        geo_field = "location"
        fields = ["slug", "name", "kind"]
