"""Giving entities and events their identity."""
