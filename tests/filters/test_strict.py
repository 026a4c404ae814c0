"""A filter that an address does not name holds what its field makes of nothing."""

import importlib
import pkgutil

import pytest

import rumours.filters
from rumours.filters.query import Asked
from rumours.filters.strict import StrictFilters

for module in pkgutil.iter_modules(rumours.filters.__path__, "rumours.filters."):
    importlib.import_module(module.name)
KINDS = StrictFilters.__subclasses__()


def test_all_lists_have_such_filters() -> None:
    assert "LinkFilters" in {kind.__name__ for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_nothing_asked_is_what_the_field_makes_of_nothing(kind: type[StrictFilters]) -> None:
    filters = kind.__new__(kind)
    StrictFilters.__init__(filters, Asked("/"), list)  # type: ignore[arg-type]  # rows are not asked for
    assert filters.chosen == {name: each.field.clean([]) for name, each in kind.base_filters.items()}
