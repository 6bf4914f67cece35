"""``{% kept %}`` in Jinja2: what a page says in the same words every time is made once per process.

Between the tags stands only what follows from the values given, the language and the settings; any
other name is an error when the template is read, so that nothing of a visitor can be kept. Header,
footer, legend and form of the directory took 1.2 of the 2.7 ms that its template took.
"""

from collections.abc import Callable
from itertools import count
from typing import Any

from django.utils.translation import get_language
from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.meta import find_undeclared_variables
from jinja2.parser import Parser
from markupsafe import Markup

MOST = 2_000
"""Of what varies more than any site of ours does nothing is kept any longer than that."""


class KeptTag(Extension):
    """``{% kept [name=value, ...] %}...{% endkept %}``; values are few, and texts or numbers."""

    tags = {"kept"}

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._numbers = count()
        self.made: dict[tuple[Any, ...], Markup] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        """Read the tag that the parser stands before; a template that is read anew is kept anew."""
        line = next(parser.stream).lineno
        values: dict[str, nodes.Expr] = {}
        while parser.stream.current.type != "block_end":
            name = parser.stream.expect("name").value
            parser.stream.expect("assign")
            values[name] = parser.parse_expression()
            parser.stream.skip_if("comma")
        body = parser.parse_statements(("name:endkept",), drop_needle=True)
        if others := self._others(body, values):
            parser.fail(f"A kept part knows nothing of {', '.join(sorted(others))}.", line)
        given = nodes.Tuple([*values.values()], "load")
        call = self.call_method("kept", [nodes.Const(next(self._numbers)), given])
        names = [nodes.Name(name, "param") for name in values]
        return nodes.CallBlock(call, names, [], body).set_lineno(line)

    def kept(self, number: int, values: tuple[Any, ...], caller: Callable[..., Markup]) -> Markup:
        """The part with this number for these values, as it was made or made now."""
        key = (number, get_language(), values)
        part = self.made.get(key)
        if part is None:
            if len(self.made) >= MOST:
                self.made.clear()
            part = self.made[key] = caller(*values)
        return part

    def _others(self, body: list[nodes.Node], values: dict[str, nodes.Expr]) -> set[str]:
        """What the part would look up beside its values, in the page around it."""
        part = nodes.Template(body, lineno=1)
        part.set_environment(self.environment)
        included = {"the page" for one in part.find_all(nodes.Include) if one.with_context}
        return find_undeclared_variables(part) - {*values, *self.environment.globals} | included
