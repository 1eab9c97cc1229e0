"""Holds the JSON Schemas of definition files against the files and against the program.

usage: definition_schemas.py FUNDREPORT PIPELINES DATA

Every definition file below PIPELINES must be valid by its schema in PIPELINES/schemas. Then a key that
no kind of definition has is put into every mapping of a copy of PIPELINES/annual-report: the program
complains of each and lists the keys it knows there, which must be those of the schema. Prints one line
per difference; the exit code is 1 when there is any.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator

program, pipelines, data = sys.argv[1], Path(sys.argv[2]), sys.argv[3]


class Loader(yaml.CSafeLoader):
    """YAML 1.2, as editors read it: yes and no are texts, and so are dates."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":int", ":float", ":null"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

schemas = {
    path.name.split(".")[0]: json.loads(path.read_text()) for path in pipelines.glob("schemas/*.json")
}


def kind(path, content):
    """The name of the schema of a definition file."""
    stage = path.relative_to(pipelines).parts[1]
    if stage == "1-sources":
        return "register" if "registers" in path.parts else "source"
    if stage == "3-checks":
        return "check"
    if stage == "4-indicators":
        return "dimensions" if path.stem == "dimensions" else "indicator"
    marks = {"protects": "disclosure"}
    for key in ["edition", "protects", "template", "return", "document", "hashtags", "sentences"]:
        if key in content:
            return marks.get(key, key)
    return "workbook"


def branch(schema, content, root):
    """The part of a schema that is about a list or mapping."""
    while "$ref" in schema:
        schema = root["$defs"][schema["$ref"].split("/")[-1]]
    wanted = {dict: "object", list: "array"}.get(type(content))
    for part in schema.get("anyOf", []):
        found = branch(part, content, root)
        if found.get("type") == wanted:
            return found
    return schema


places = {}  # number of a planted key: the schema of its mapping


def plant(content, schema, root):
    schema = branch(schema, content, root)
    if isinstance(content, list):
        for item in content:
            plant(item, schema.get("items", {}), root)
    elif isinstance(content, dict):
        further = schema.get("additionalProperties", {})
        for key, value in content.items():
            plant(value, schema.get("properties", {}).get(key, further or {}), root)
        if further is False:
            places[len(places)] = schema
            content[f"planted_{len(places) - 1}"] = "x"


differences = []
with tempfile.TemporaryDirectory() as folder:
    copy = Path(folder) / "pipeline"
    shutil.copytree(pipelines / "annual-report", copy)
    for path in sorted(pipelines.glob("*/*-*/**/*.yml")):
        content = yaml.load(path.read_text(), Loader)
        schema = schemas[kind(path, content)]
        for mistake in Draft202012Validator(schema).iter_errors(content):
            where = "/".join(map(str, mistake.absolute_path))
            differences.append(f"{path.relative_to(pipelines)}: {where}: {mistake.message}")
        if path.is_relative_to(pipelines / "annual-report"):
            plant(content, schema, schema)
            place = copy / path.relative_to(pipelines / "annual-report")
            place.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False))
    words = [program, "validate", "--pipeline", str(copy), "--data", data]
    run = subprocess.run(words, capture_output=True, text=True)

# Kinds share some mappings; a key is known where any of them has it.
known = {}
pattern = r"unknown key `planted_(\d+)`; known here: (.*)"
for number, keys in re.findall(pattern, run.stdout + run.stderr):
    known.setdefault(json.dumps(places[int(number)]), set()).update(keys.split(", "))
for text in {json.dumps(schema): None for schema in places.values()}:
    keys = set(json.loads(text)["properties"])
    for key in sorted(keys ^ known.get(text, set())):
        who = "the schema" if key in keys else "the program"
        differences.append(f"only {who} knows `{key}` beside {', '.join(sorted(keys))}")

print("\n".join(differences), end="\n" if differences else "")
sys.exit(1 if differences else 0)
