"""The one app of the textbook project."""

from django.apps import AppConfig


class TextbookConfig(AppConfig):
    name = "benchmarks.peer"
    label = "textbook"
