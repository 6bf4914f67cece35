"""The addresses of the floor."""

from django.urls import path

from benchmarks.floor import views

urlpatterns = [
    path("nothing", views.nothing),
    path("constant/<int:size>", views.constant),
    path("lean/<slug:name>", views.lean),
]
