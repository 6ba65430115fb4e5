"""The house stands as drawn: imports point downwards, and one public door opens."""

import ast
from pathlib import Path

import pytest

import crossread

PACKAGE = Path(crossread.__file__).parent
# From the bottom up; parts on one level never import one another.
LEVELS = (
    {"records", "errors", "_version", "units", "calendar", "gazetteer"},
    {"neural"},
    {"ingest", "reading", "link", "weigh"},
    {"present", "store"},
    {"pipeline"},
    {"room"},
    {"cli"},
)
LEVEL = {name: level for level, names in enumerate(LEVELS) for name in names}


def part_of(module: str) -> str:
    """The part of the house a dotted module name lies in."""
    return module.split(".")[1] if "." in module else ""


def imports() -> list[tuple[str, str, str]]:
    """Every import of ours inside the package: (file, part that imports, part that is imported)."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        relative = path.relative_to(PACKAGE)
        part = relative.parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = []
            if isinstance(node, ast.ImportFrom) and node.module:
                modules = [f"{node.module}.{a.name}" if node.module == "crossread" else node.module for a in node.names]
            elif isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            found += [(str(relative), part, part_of(m)) for m in modules if m.startswith("crossread.")]
    return found


@pytest.mark.parametrize(("file", "part", "imported"), sorted(set(imports())))
def test_imports_point_downwards(file: str, part: str, imported: str) -> None:
    """A part imports itself and what lies below it, never sideways or upwards."""
    if part == "__init__":
        return
    assert part == imported or LEVEL[imported] < LEVEL[part], f"{file} imports crossread.{imported}"


def test_every_part_has_its_level() -> None:
    """Nothing joins the package without a place in the drawing."""
    parts = {p.name.removesuffix(".py") for p in PACKAGE.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()}
    assert parts - {"__init__"} <= set(LEVEL)


def test_one_public_door() -> None:
    """What the package offers is what it lists."""
    assert all(hasattr(crossread, name) for name in crossread.__all__)
    assert {"read", "Dossier", "CrossreadError"} <= set(crossread.__all__)
