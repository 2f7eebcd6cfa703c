"""Puts things that exist into the requests that are made up, so that they get past "not found".

The ids come from a file that the walk writes: what each kind of caller has seen. Which one takes
the place of a made-up id follows from that id alone, so that a run can be repeated by its seed.
"""

import json
import os
import re
import zlib

import schemathesis

with open(os.environ["MADANG_FUZZ_KNOWN"], encoding="utf-8") as file:
    KNOWN = json.load(file)

TYPE_ID = re.compile(r"^([a-z]+)_[0-9a-z]{26}$")
UUID = re.compile(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")


def known(text):
    """An existing id of the same kind, three times out of four."""
    match = TYPE_ID.match(text)
    kind = match[1] if match else "uuid" if UUID.match(text) else None
    ids = KNOWN["ids"].get(kind, [])
    place = zlib.crc32(text.encode())
    return ids[place % len(ids)] if ids and place % 4 else text


def with_known(value):
    if isinstance(value, str):
        return known(value)
    if isinstance(value, list):
        return [with_known(item) for item in value]
    if isinstance(value, dict):
        return {name: with_known(item) for name, item in value.items()}
    return value


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    if not path_parameters:
        return path_parameters
    path_parameters = with_known(path_parameters)
    shop = path_parameters.get("shop")
    if isinstance(shop, str) and zlib.crc32(shop.encode()) % 4:
        path_parameters["shop"] = KNOWN["shop"]
    return path_parameters


@schemathesis.hook
def map_query(context, query):
    return with_known(query) if query else query


@schemathesis.hook
def map_body(context, body):
    return with_known(body)
