"""``{% translate %}`` and ``{% blocktranslate %}`` in Jinja2, written as in Django's own templates.

So a text is marked in one way whatever the template, `makemessages` finds it, and contexts and
plurals work. As there, our own text may hold HTML; the values put into it are escaped.
"""

from functools import cache
from typing import Any

from django.utils.translation import (
    get_language,
    gettext,
    ngettext,
    npgettext,
    pgettext,
    trim_whitespace,
)
from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from markupsafe import Markup


class TranslationTags(Extension):
    """``{% translate "text" [context "where"] [as name] %}``, and with names and plurals:

    ``{% blocktranslate [trimmed] [with name=value ...] [count number=value] %}one {{ name }}
    {% plural %}{{ number }} of {{ name }}{% endblocktranslate %}``
    """

    tags = {"translate", "blocktranslate"}

    def parse(self, parser: Parser) -> nodes.Node:
        """Read the tag that the parser stands before."""
        tag = next(parser.stream)
        made = self._inline(parser) if tag.value == "translate" else self._block(parser)
        return made.set_lineno(tag.lineno)

    def _inline(self, parser: Parser) -> nodes.Node:
        text = parser.parse_primary()
        context = _context(parser)
        words = self.call_method("said", [text, context] if context else [text])
        if parser.stream.skip_if("name:as"):
            return nodes.Assign(parser.parse_assign_target(name_only=True), words)
        return nodes.Output([words])

    def _block(self, parser: Parser) -> nodes.Node:
        values, options = _values(parser)
        counted, context = options.get("count"), options.get("context")
        singular, plural = _forms(parser, trimmed="trimmed" in options)
        number = values[counted] if counted else None
        texts = [nodes.Const(singular[0]), context or nodes.Const("")]
        if number:
            texts += [nodes.Const(plural[0]), number]
        named = dict.fromkeys([*singular[1], *plural[1]])
        pairs = [
            nodes.Pair(nodes.Const(name), values.get(name) or nodes.Name(name, "load"))
            for name in named
        ]
        words = self.call_method("counted" if number else "said", texts)
        return nodes.Output([nodes.Mod(words, nodes.Dict(pairs))])

    def said(self, text: str, context: str = "") -> Markup:
        """A text of ours in the active language."""
        return _said(text, context, get_language())

    def counted(self, one: str, context: str, more: str, number: int) -> Markup:
        """The form of a text of ours that goes with a number."""
        if context:
            return Markup(npgettext(context, one, more, number))  # noqa: S704
        return Markup(ngettext(one, more, number))  # noqa: S704


@cache
def _said(text: str, context: str, language: str | None) -> Markup:
    """Looked up once: a page of the directory has ninety of them."""
    return Markup(pgettext(context, text) if context else gettext(text))  # noqa: S704


def _context(parser: Parser) -> nodes.Expr | None:
    return parser.parse_primary() if parser.stream.skip_if("name:context") else None


def _values(parser: Parser) -> tuple[dict[str, nodes.Expr], dict[str, Any]]:
    """What is given by name, and the options around it; up to the end of the tag."""
    values: dict[str, nodes.Expr] = {}
    options: dict[str, Any] = {}
    while parser.stream.current.type != "block_end":
        word = parser.stream.expect("name").value
        if word == "context":
            options["context"] = parser.parse_primary()
        elif word == "count":
            options["count"] = parser.stream.current.value
        elif word == "trimmed":
            options["trimmed"] = True
        elif word != "with":
            parser.stream.expect("assign")
            values[word] = parser.parse_expression()
    next(parser.stream)
    return values, options


def _forms(parser: Parser, *, trimmed: bool) -> tuple[tuple[str, list[str]], tuple[str, list[str]]]:
    """The text of the one and of the more, each with the names in it."""
    singular, plural = _text(parser, trimmed), ("", list[str]())
    if parser.stream.skip_if("name:plural"):
        parser.stream.expect("block_end")
        plural = _text(parser, trimmed)
    parser.stream.expect("name:endblocktranslate")
    return singular, plural


def _text(parser: Parser, trimmed: bool) -> tuple[str, list[str]]:
    """As the catalogue has it, up to and with the beginning of the next tag."""
    parts: list[str] = []
    names: list[str] = []
    for token in parser.stream:
        if token.type == "data":
            parts.append(token.value.replace("%", "%%"))
        elif token.type == "variable_begin":
            names.append(parser.stream.expect("name").value)
            parser.stream.expect("variable_end")
            parts.append(f"%({names[-1]})s")
        else:
            break
    text = "".join(parts)
    return (trim_whitespace(text) if trimmed else text), names
