"""Fills the templates of pictures; every value that isn't markup of our own is escaped."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from kg.view.render import data


def fill(template: str, **values: object) -> str:
    """A template of ``template/`` with its values."""
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("kg.view.pictures", "template"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["data"] = data
    return made
