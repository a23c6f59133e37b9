#!/usr/bin/env python3
"""Writes the vectors of this folder from PROTOCOL.md, without any code of the adapter. Deterministic.
Run it when the protocol changes; see README.md for the form of the files."""

import codecs
import copy
import json
import pathlib
import shutil

HERE = pathlib.Path(__file__).parent
MAX_LENGTH = 1_048_576
MAX_SHORT_LENGTH = 65_536
TRANSFER = "6f1c3a52-7f6f-4c83-9c0e-0d1f2a3b4c5d"
TICKET = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA="
OTHER_TICKET = "ISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0A="
SHORT_TICKET = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw=="
LONG_TICKET = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyAh"
SUCCESSION = {"id": "5f0c9d5e-2b0a-4c53-8a55-3f1f1d1c7a10", "formerKey": "MAEE",
              "signingKey": "MAEF", "wrappingKey": "MAECAw==", "signature": "AAECAwQFBgc="}
FILE = {"path": "album/one.jpg", "modified": "2026-01-31T12:34:56.789Z", "size": 2500000,
        "permissions": 420}
FOLDER = {"path": "album", "modified": "2026-01-31T12:34:58Z", "kind": "folder", "permissions": 493}
LINK = {"path": "album/best.jpg", "modified": "2026-01-31T12:34:57Z", "kind": "link",
        "target": "one.jpg"}
SPEED = {"bytes": 1073741824, "nanos": 400000000}
DEVICE = {"sealing": SPEED, "opening": SPEED,
          "disk": {"writing": SPEED, "reading": SPEED, "fromMemory": False}}

written = {}


def save(folder, name, about, head, body):
    """One file: a comment, the head's lines, an empty line, the body."""
    path = HERE / folder / name
    assert path not in written, path
    lines = [f"# {about}"] + [f"{key}: {value}" for key, value in head.items() if value is not None]
    written[path] = "\n".join(lines) + "\n\n" + body + "\n"


# ---- control messages -------------------------------------------------------------------------

def text(message):
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))


def accepted(name, about, message, type=None, again=None, repeat=None, stage=None):
    body = message if isinstance(message, str) else text(message)
    type = type or (json.loads(body)["type"] if repeat is None else "heartbeat")
    head = {"expect": "accepted", "type": type, "again": again,
            "stage": stage, "repeat": repeat, "form": "json"}
    save("message", name, about, head, body)


def refused(name, about, rule, message, repeat=None, stage=None):
    body = message if isinstance(message, str) else text(message)
    head = {"expect": "refused", "rule": rule, "stage": stage, "repeat": repeat, "form": "json"}
    save("message", name, about, head, body)


def unknown(name, about, message):
    save("message", name, about, {"expect": "unknown", "form": "json"}, text(message))


def stream(name, about, expect, data, rule=None, type=None):
    head = {"expect": expect, "rule": rule, "type": type, "form": "hex"}
    save("message", name, about, head, hexed(data))


def base64(data):
    return codecs.encode(data, "base64").decode().replace("\n", "")


def hexed(data):
    return "\n".join(data[i:i + 32].hex() for i in range(0, len(data), 32))


def number(value, size):
    return (value % (1 << 8 * size)).to_bytes(size, "big")


def frame(data):
    return number(len(data), 4) + data


HEARTBEAT = {"v": 1, "type": "heartbeat"}


def message(type, **fields):
    return {"v": 1, "type": type, **fields}


def of_transfer(type, **fields):
    return message(type, transfer=TRANSFER, **fields)


BASES = {
    "hello": message("hello", version=1, name="desk", wrappingKey="MAECAw==",
                     mac="02:00:00:00:00:07", code=7, claim=TICKET, successions=[SUCCESSION]),
    "pairing": message("pairing", round=1, payload="AAECAwQFBgc="),
    "status": message("status", code=507, name="NO_SPACE", transfer=TRANSFER,
                      space={"needed": 60000000, "free": 10000000}),
    "offer": of_transfer("offer", attempt=1, entries=4, chunkSize=1048576, lanes=4, verify=True,
                         note=True),
    "entries": of_transfer("entries", entries=[FOLDER, FILE, LINK]),
    "accept": of_transfer("accept", tickets=[TICKET, OTHER_TICKET],
                          had=[{"first": 0, "last": 1}, {"first": 5, "last": 5}], verify=True),
    "content-key": of_transfer("content-key", wrappedKey="AAECAwQFBgc=", tickets=[]),
    "stored": of_transfer("stored", lane=0, chunks=64, over=False),
    "spoilt": of_transfer("spoilt", entries=[{"entry": 1, "reason": "changed"},
                                             {"entry": 2, "reason": "gone"},
                                             {"entry": 3, "reason": "unreadable"}]),
    "sent": of_transfer("sent"),
    "digests": of_transfer("digests", sha256=TICKET),
    "unsaved": of_transfer("unsaved", reason="here", entries="AQ=="),
    "names": of_transfer("names", leftOut=[{"entry": 1, "reason": "hidden"},
                                           {"entry": 3, "reason": "character"},
                                           {"entry": 4, "reason": "ending"},
                                           {"entry": 5, "reason": "device"},
                                           {"entry": 6, "reason": "length"},
                                           {"entry": 7, "reason": "alike"}],
                         saved=[{"entry": 2, "path": "album/10_30~0a1b2c3d.jpg"}]),
    "delivered": of_transfer("delivered", kept=0, missing=1, sha256=TICKET,
                             at="2026-01-31T12:35:10Z", signature="AAECAwQFBgc="),
    "lane-broken": of_transfer("lane-broken", lane=0),
    "new-lane": of_transfer("new-lane", lane=16, ticket=TICKET),
    "measure": message("measure", measurement=TRANSFER, step="network-there", tickets=[TICKET],
                       bytes=0),
    "measured": message("measured", measurement=TRANSFER, step="device", tickets=[], device=DEVICE,
                        network=SPEED),
    "heartbeat": HEARTBEAT,
}

# Where a field may be missing or null, and then which member its absence leaves out.
OPTIONAL = {("hello", "mac"), ("hello", "code"), ("hello", "claim"), ("hello", "successions"),
            ("status", "transfer"), ("status", "space"), ("offer", "lanes"), ("offer", "verify"), ("offer", "note"),
            ("accept", "verify"), ("delivered", "sha256"), ("names", "leftOut"), ("names", "saved"),
            ("measured", "device"),
            ("measured", "network"), ("measured", "device.disk")}

# For people, or with a meaning in absence: looked at below.
SPECIAL = {("status", "name"), ("accept", "had"), ("entries", "entries.kind"),
           ("spoilt", "entries.reason"), ("names", "leftOut.reason"), ("measure", "step"), ("measured", "step")}


def paths_of(value, at=()):
    """All fields, also those of the first object of a list, and of objects within objects."""
    for key, inner in value.items():
        yield at + (key,)
        if isinstance(inner, dict):
            yield from paths_of(inner, at + (key,))
        elif isinstance(inner, list) and inner and isinstance(inner[0], dict):
            yield from paths_of(inner[0], at + (key,))


def change(base, path, edit):
    """A copy in which edit(object, key) was done; in a list to its first object."""
    copied = copy.deepcopy(base)
    at = copied
    for key in path[:-1]:
        at = at[key][0] if isinstance(at[key], list) else at[key]
    edit(at, path[-1])
    return copied


def without(at, key):
    del at[key]


def setting(value):
    def edit(at, key):
        at[key] = value
    return edit


def value_at(base, path):
    at = base
    for key in path:
        at = at[0] if isinstance(at, list) else at
        at = at[key]
    return at


def wrong_types(value):
    if isinstance(value, bool):
        return {"number": 1, "string": "true"}
    if isinstance(value, int):
        return {"string": str(value), "fraction": value + 0.5, "with_decimals": float(value),
                "list": [value]}
    if isinstance(value, str):
        return {"number": 7, "list": [value]}
    if isinstance(value, list):
        return {"object": {}, "string": ""}
    return {"list": [value], "number": 7}


def every_field():
    for type, base in BASES.items():
        file = type.replace("-", "_")
        # The order of spoilt entries means nothing.
        accepted(file, f"Every field of {type}.", base, again=None if type == "spoilt" else "same")
        for path in paths_of(base):
            where = ".".join(path)
            if path in (("v",), ("type",)) or (type, where) in SPECIAL:
                continue
            name = file + "_" + "_".join(path)
            if (type, where) in OPTIONAL:
                accepted(f"{name}_missing", f"{where} is optional.", change(base, path, without),
                         again="same")
                accepted(f"{name}_null", f"{where} is optional, and null stands for nothing.",
                         change(base, path, setting(None)))
            else:
                refused(f"{name}_missing", f"{where} is missing.", "field",
                        change(base, path, without))
                refused(f"{name}_null", f"{where} is null.", "field",
                        change(base, path, setting(None)))
            for wrong, value in wrong_types(value_at(base, path)).items():
                refused(f"{name}_as_{wrong}", f"{where} is of another type.", "type",
                        change(base, path, setting(value)))


def beyond(file, path, rule, **values):
    """The message with that field changed, once for each value; the name says what is wrong."""
    type = file.replace("_", "-")
    for what, value in values.items():
        name = f"{file}_{'_'.join(path)}_{what}"
        refused(name, f"{'.'.join(path)}: {what.replace('_', ' ')}.", rule,
                change(BASES[type], path, setting(value)))


def within(file, path, again="same", **values):
    type = file.replace("_", "-")
    for what, value in values.items():
        accepted(f"{file}_{'_'.join(path)}_{what}", f"{'.'.join(path)}: {what.replace('_', ' ')}.",
                 change(BASES[type], path, setting(value)), again=again)


BAD_UUID = dict(upper_case=TRANSFER.upper(), short="1-1-1-1-1", braces="{" + TRANSFER + "}",
                empty="", no_dashes=TRANSFER.replace("-", ""), trailing_space=TRANSFER + " ")
BAD_BASE64 = dict(no_padding="AQ", spare_bits="AR==", line_break="AQ==\n", url_alphabet="_w==",
                  bytes_behind="AQ==AQ==", no_alphabet="A*==")


def values():
    beyond("sent", ("transfer",), "identifier", **BAD_UUID)
    beyond("content_key", ("wrappedKey",), "base64", **BAD_BASE64)
    beyond("hello", ("version",), "range", zero=0, negative=-1, beyond_32_bits=4294967297,
           beyond_64_bits=18446744073709551617)
    beyond("hello", ("name",), "range", empty="", blank=" ", control_character="a\u0007",
           line_break="a\nb", too_long="n" * 65)
    within("hello", ("name",), longest="n" * 64, longest_beyond_the_first_plane="\U0001f600" * 64,
           that_reads_backwards="a\u202eb")
    refused("hello_name_unpaired_surrogate", "Half a character, which no UTF-8 holds.", "range",
            text(BASES["hello"]).replace('"desk"', '"\\ud800"'))
    beyond("hello", ("wrappingKey",), "range", empty="")
    beyond("hello", ("mac",), "range", empty="", upper_case="02:00:00:00:00:0A", five="02:00:00:00:00",
           seven="02:00:00:00:00:07:08", dashes="02-00-00-00-00-07")
    beyond("hello", ("code",), "range", zero=0, hundred=100, negative=-1, beyond_32_bits=4294967303)
    within("hello", ("code",), least=1, most=99)
    beyond("hello", ("claim",), "range", empty="", short=SHORT_TICKET, long=LONG_TICKET)
    within("hello", ("successions",), most=[SUCCESSION] * 4)
    beyond("hello", ("successions",), "range", one_too_many=[SUCCESSION] * 5)
    within("hello", ("successions",), again=None, none=[])
    beyond("hello", ("successions",), "type", of_null=[None], of_lists=[[]])
    beyond("hello", ("successions", "signature"), "range", empty="")
    beyond("hello", ("successions", "id"), "identifier", **BAD_UUID)
    beyond("pairing", ("round",), "range", zero=0, four=4, negative=-1, beyond_32_bits=4294967297)
    within("pairing", ("round",), two=2, three=3)
    beyond("pairing", ("payload",), "range", empty="", too_long="A" * 2732)
    within("pairing", ("payload",), longest="A" * 2728 + "AAA=")
    beyond("status", ("code",), "range", negative=-100, below_all_areas=99, above_all_areas=600,
           zero=0, beyond_32_bits=4294967396)
    within("status", ("name",), again=None, of_another_status="READY", of_no_status="NEW")
    within("status", ("name",), again=None, empty="", null=None, as_number=7)
    beyond("offer", ("attempt",), "range", zero=0, negative=-1, beyond_32_bits=4294967297)
    within("offer", ("attempt",), most=2147483647)
    beyond("offer", ("entries",), "range", zero=0, negative=-1, one_too_many=1048577,
           beyond_32_bits=4294967300)
    within("offer", ("entries",), least=1, most=1048576)
    beyond("offer", ("chunkSize",), "range", zero=0, negative=-1, too_small=1023, too_large=4194305,
           beyond_32_bits=4294968320)
    within("offer", ("chunkSize",), least=1024, most=4194304)
    beyond("offer", ("lanes",), "range", zero=0, negative=-1, one_too_many=17)
    within("offer", ("lanes",), least=1, most=16)
    beyond("accept", ("tickets",), "range", short=[SHORT_TICKET], long=[LONG_TICKET], empty=[""])
    beyond("accept", ("tickets",), "type", of_numbers=[7], of_null=[None])
    beyond("accept", ("had",), "range", backwards=[{"first": 2, "last": 1}],
           negative=[{"first": -1, "last": 1}], to_the_last_number=[{"first": 0, "last": 2**63 - 1}],
           beyond_64_bits=[{"first": 0, "last": 2**63}])
    beyond("accept", ("had",), "order", touching=[{"first": 0, "last": 1}, {"first": 2, "last": 3}],
           overlapping=[{"first": 0, "last": 4}, {"first": 3, "last": 6}],
           out_of_order=[{"first": 5, "last": 6}, {"first": 0, "last": 1}],
           the_same_twice=[{"first": 0, "last": 1}] * 2)
    within("accept", ("had",), one_chunk=[{"first": 7, "last": 7}], none=[],
           as_far_as_it_goes=[{"first": 0, "last": 2**63 - 2}])
    within("accept", ("had",), again=None, null=None)
    accepted("accept_had_missing", "had is optional.", change(BASES["accept"], ("had",), without))
    beyond("accept", ("had",), "type", as_object={}, of_numbers=[1])
    beyond("stored", ("lane",), "range", negative=-1, beyond_32_bits=4294967296)
    beyond("stored", ("chunks",), "range", negative=-1, beyond_64_bits=2**63)
    within("stored", ("chunks",), most=2**63 - 1, none=0)
    within("stored", ("over",), true=True)
    beyond("lane_broken", ("lane",), "range", negative=-1, beyond_32_bits=4294967296)
    beyond("new_lane", ("lane",), "range", negative=-1, beyond_32_bits=4294967296)
    beyond("new_lane", ("ticket",), "range", short=SHORT_TICKET, long=LONG_TICKET, empty="")
    beyond("new_lane", ("ticket",), "base64", no_padding=TICKET[:-1])
    beyond("spoilt", ("entries",), "range", none=[])
    beyond("spoilt", ("entries",), "order", the_same_twice=[{"entry": 1, "reason": "gone"}] * 2)
    beyond("spoilt", ("entries",), "type", of_numbers=[1])
    beyond("spoilt", ("entries", "entry"), "range", negative=-1, beyond_32_bits=4294967297)
    within("spoilt", ("entries", "reason"), again=None, of_a_later_version="melted", empty="")
    beyond("names", ("leftOut",), "order", the_same_twice=[{"entry": 1, "reason": "alike"}] * 2,
           saved_and_left_out=[{"entry": 2, "reason": "alike"}])
    beyond("names", ("leftOut",), "type", of_numbers=[1])
    beyond("names", ("leftOut",), "range",
           too_many=[{"entry": i, "reason": "alike"} for i in range(3, 1027)])
    beyond("names", ("leftOut", "entry"), "range", negative=-1, beyond_32_bits=4294967297)
    within("names", ("leftOut", "reason"), again=None, of_a_later_version="melted", empty="")
    beyond("names", ("leftOut", "reason"), "type", as_number=7)
    beyond("names", ("leftOut", "reason"), "field", null=None)
    beyond("names", ("saved", "path"), "path", that_leads_out="../x", with_a_control_character="a\n")
    beyond("spoilt", ("entries", "reason"), "type", as_number=7)
    beyond("spoilt", ("entries", "reason"), "field", null=None)
    within("offer", ("verify",), again=None, false=False)
    within("offer", ("note",), again=None, false=False)
    within("accept", ("verify",), again=None, false=False)
    within("digests", ("sha256",), none="", two=base64(bytes(range(64))))
    beyond("digests", ("sha256",), "range", cut_off=SHORT_TICKET, one_byte_more=LONG_TICKET)
    within("unsaved", ("entries",), last_possible=base64(bytes(131071) + b"\x80"), several="gQE=")
    beyond("unsaved", ("entries",), "range", none="", zeros_at_the_end="AQA=",
           beyond_the_last_possible=base64(bytes(131072) + b"\x01"))
    beyond("unsaved", ("entries",), "base64", **BAD_BASE64)
    for reason in ["left-out", "spoilt", "different", "no-space", "no-permission", "read-only",
                   "name-taken", "name-impossible", "other"]:
        within("unsaved", ("reason",), **{reason.replace("-", "_"): reason})
    within("unsaved", ("reason",), again=None, of_a_later_version="melted", empty="",
           upper_case="HERE")
    beyond("delivered", ("kept",), "range", negative=-1, beyond_32_bits=4294967296)
    beyond("delivered", ("missing",), "range", negative=-1, beyond_32_bits=4294967296)
    within("delivered", ("missing",), none=0)
    beyond("delivered", ("sha256",), "range", empty="", short=SHORT_TICKET, long=LONG_TICKET)
    beyond("delivered", ("signature",), "range", empty="", too_long=base64(bytes(1025)))
    beyond("delivered", ("at",), "time", year_far_back="-1000000000-01-01T00:00:00Z",
           year_of_five_digits="+10000-01-01T00:00:00Z", year_zero="0000-12-31T23:59:59Z")
    within("delivered", ("at",), first_of_all="0001-01-01T00:00:00Z",
           last_of_all="9999-12-31T23:59:59.999999999Z")
    within("delivered", ("signature",), longest=base64(bytes(1024)))
    beyond("measure", ("bytes",), "range", negative=-1, beyond_64_bits=2**63)
    beyond("measure", ("step",), "type", as_number=7)
    beyond("measure", ("step",), "field", null=None)
    beyond("measured", ("network", "nanos"), "range", zero=0, negative=-1, beyond_64_bits=2**63)
    within("measured", ("network", "nanos"), most=2**63 - 1, least=1)
    beyond("measured", ("network", "bytes"), "range", negative=-1)
    for step in ["consent", "round-trip", "device", "network-there", "network-back",
                 "together-there", "together-back", "end"]:
        within("measure", ("step",), **{step.replace("-", "_"): step})
    unknown("measure_step_of_a_later_version", "A step that is not known.",
            change(BASES["measure"], ("step",), setting("teleport")))
    unknown("measured_step_of_a_later_version", "A step that is not known.",
            change(BASES["measured"], ("step",), setting("teleport")))


def statuses():
    names = ["READY", "APPROVAL_PENDING", "TRANSFER_COMPLETE", "GOODBYE"]
    rows = {100 + i: name for i, name in enumerate(names)}
    names = ["DECLINED", "LIMIT_REACHED", "REVOKED", "KEY_CHANGED", "VERSION_UNSUPPORTED",
             "MESSAGE_UNKNOWN", "MESSAGE_MALFORMED", "MESSAGE_UNEXPECTED", "CANCELLED", "CODE_WRONG",
             "CODE_NOT_OPEN", "ONLY_LOOKED"]
    rows |= {400 + i: name for i, name in enumerate(names)}
    rows |= {416: "CODE_WANTED", 417: "NOBODY_ASKED", 418: "NOT_MEANT"}
    names = ["INTERNAL_ERROR", "CONTENT_DAMAGED", "SOURCE_CHANGED", "STORAGE_REFUSED", "TIMED_OUT",
             "LANE_BROKEN", "SHUTTING_DOWN", "NO_SPACE", "NO_PERMISSION", "READ_ONLY",
             "NAME_TAKEN", "DESTINATION_MISSING", "NAME_IMPOSSIBLE", "SOURCE_GONE",
             "SOURCE_UNREADABLE"]
    rows |= {500 + i: name for i, name in enumerate(names)}
    rows[515] = "NAMES_REFUSED"
    for code, name in rows.items():
        accepted(f"status_{code}_{name.lower()}", f"The status {name}.",
                 message("status", code=code, name=name), again="same")
    for code, general in {199: "APPROVAL_PENDING", 477: "DECLINED", 599: "INTERNAL_ERROR"}.items():
        save("message", f"status_{code}_of_a_later_version", f"Is taken for {general}.",
             {"expect": "accepted", "type": "status", "flag": general, "form": "json"},
             text(message("status", code=code, name="NEW")))


def entries():
    at = ("entries",)

    def one(name, about, rule, entry):
        refused(f"entries_{name}", about, rule, of_transfer("entries", entries=[entry]))

    def good(name, about, entry, again="same"):
        accepted(f"entries_{name}", about, of_transfer("entries", entries=[entry]), again=again)

    beyond("entries", at, "range", none=[])
    beyond("entries", at, "type", of_numbers=[1], of_null=[None])
    beyond("entries", at + ("kind",), "range", of_a_later_version="pipe", upper_case="FOLDER")
    beyond("entries", at + ("kind",), "type", as_number=7)
    good("file_by_name", "A file may say that it is one.", {**FILE, "kind": "file"}, None)
    good("file_without_kind", "One without a kind is a file.", FILE)
    for field in ["size", "permissions", "modified", "path"]:
        one(f"file_{field}_missing", f"A file without {field}.", "field",
            {key: value for key, value in FILE.items() if key != field})
    one("link_target_missing", "A link without target.", "field",
        {key: value for key, value in LINK.items() if key != "target"})
    for what, size in dict(negative=-1, beyond_64_bits=2**63, far_beyond_64_bits=10**30).items():
        one(f"size_{what}", "A size that can't be.", "range", {**FILE, "size": size})
    refused("entries_size_as_exponent", "A size is written without exponent.", "type",
            text(of_transfer("entries", entries=[FILE])).replace("2500000", "25e5"))
    good("size_zero", "An empty file.", {**FILE, "size": 0})
    good("size_most", "A file of 2^63-1 bytes.", {**FILE, "size": 2**63 - 1})
    for what, bits in dict(negative=-1, set_uid=0o4755, sticky=0o1755, beyond_nine_bits=512,
                           beyond_32_bits=4294967716).items():
        one(f"permissions_{what}", "No set-uid, set-gid or sticky bit, and nothing beyond.", "range",
            {**FILE, "permissions": bits})
    good("permissions_none", "Nobody may do anything.", {**FILE, "permissions": 0})
    good("permissions_all", "Everybody may do everything.", {**FILE, "permissions": 511})
    times(one, good)
    unsafe_paths(one)
    safe_paths(good)
    targets(one, good)


def times(one, good):
    for what, time in dict(
            with_offset="2026-01-31T12:34:56+01:00", with_zero_offset="2026-01-31T12:34:56+00:00",
            without_zone="2026-01-31T12:34:56", lower_case="2026-01-31t12:34:56z",
            ten_decimals="2026-01-31T12:34:56.1234567891Z", without_seconds="2026-01-31T12:34Z",
            no_such_day="2026-02-30T12:34:56Z", leap_second="2016-12-31T23:59:60Z",
            end_of_day="2026-01-31T24:00:00Z", decimal_comma="2026-01-31T12:34:56,5Z",
            without_decimals="2026-01-31T12:34:56.Z", with_space="2026-01-31 12:34:56Z", empty="",
            year_zero="0000-12-31T23:59:59Z", year_of_five_digits="+10000-01-01T00:00:00Z",
            year_before_christ="-0044-03-15T11:00:00Z",
            year_far_away="+1000000000-12-31T23:59:59Z", year_signed="+2026-01-31T12:34:56Z", in_words="yesterday").items():
        one(f"modified_{what}", "A time in another form, or none.", "time",
            {**FILE, "modified": time})
    for what, time in dict(
            before_1970="1901-12-13T20:45:52Z", nine_decimals="2026-01-31T12:34:56.123456789Z",
            last_of_all="9999-12-31T23:59:59.999999999Z",
            first_of_all="0001-01-01T00:00:00Z").items():
        good(f"modified_{what}", "A time.", {**FILE, "modified": time})
    good("modified_one_decimal", "Means the same as three decimals.",
         {**FILE, "modified": "2026-01-31T12:34:56.5Z"}, None)


def unsafe_paths(one):
    for what, path in dict(
            parent="..", parent_first="../x", parent_within="a/../../x", parent_last="a/..",
            dot=".", dot_within="a/./b", absolute="/etc/passwd", empty="", double_slash="a//b",
            slash_at_the_end="a/", nul="a\u0000.txt", control_character="a\u0007", line_break="a\nb",
            delete="a\u007f", next_line="a\u0085b", part_folder=".a.localstream-part/journal",
            part_folder_in_capitals=".A.LocalStream-PART", part_folder_wide="\uff0elocalstream-part",
            part_folder_with_a_format_character="x.localstream\u200b-part",
            bench_file="a/.b.localstream-bench").items():
        one(f"path_{what}", "A path that may not be.", "path", {**FILE, "path": path})
    one("path_name_too_long", "A name of 256 bytes.", "path", {**FILE, "path": "n" * 256})
    one("path_name_too_long_in_utf8", "A name of 128 characters and 256 bytes.", "path",
        {**FILE, "path": "\u00e9" * 128})
    one("path_too_deep", "65 levels.", "path", {**FILE, "path": "/".join(["a"] * 65)})
    one("path_500_levels", "500 levels.", "path", {**FILE, "path": "/".join(["a"] * 500)})
    one("path_as_long_as_a_string", "A name of 32,768 characters.", "path",
        {**FILE, "path": "n" * 32768})
    refused("entries_path_unpaired_surrogate", "Half a character.", "path",
            text(of_transfer("entries", entries=[FILE])).replace("one.jpg", "\\udc00"))


def safe_paths(good):
    for what, path in dict(
            back_slash="a\\b", back_slash_parent="..\\x", drive="C:x", drive_absolute="C:\\x",
            share="\\\\server\\share", stream="a.txt:hidden", line_separator="a\u2028b", star="a*",
            question="a?", quote='a"b', less="a<b", greater="a>b", bar="a|b", dot_at_the_end="a.",
            space_at_the_end="a ", full_width_parent="\uff0e\uff0e/x", full_width_slash="a\uff0fb",
            two_dot_leader="\u2025/x", con="CON", con_with_ending="con.txt", nul_device="nul",
            com_one="COM1", com_superscript="COM\u00b9", lpt="lpt9.log", conin="CONIN$",
            com_deep="a/b/aux/c", maildir="cur/1700000000.M1P2.host:2,S",
            hidden=".hidden", dots_within="a..b", three_dots_and_more="...a", dash="-rf",
            space_first=" a", com_alone="com", com_ten="com10", console="console",
            part_without_a_dot="localstream-part", part_with_an_ending=".a.localstream-part.txt",
            accents="\u00e9t\u00e9/na\u00efve", emoji="\U0001f600.jpg",
            right_to_left="a\u202egpj.exe", longest_name="n" * 255,
            longest_name_in_utf8="\u00e9" * 127 + "n", deepest="/".join(["a"] * 64)).items():
        good(f"path_{what}", "A path that may be.", {**FILE, "path": path})
    good("path_longest", "64 names of 255 bytes.", {**FILE, "path": "/".join(["n" * 255] * 64)})


def targets(one, good):
    deep = {**LINK, "path": "a/b/c"}
    for what, target in dict(
            out_of_the_transfer="../x", up_to_the_folder_around="..", far_up="../../../x").items():
        one(f"target_{what}", "It would lead out of the transfer.", "target",
            {**LINK, "path": "best.jpg", "target": target})
    one("target_one_too_far_up", "Three up from the second level.", "target",
        {**deep, "target": "../../../x"})
    one("target_up_and_up", "10,000 levels up.", "target", {**deep, "target": "../" * 10000 + "x"})
    for what, target in dict(
            absolute="/etc/passwd", empty="", up_after_down="x/../../y", dot="./x", slash_last="x/",
            up_slash_last="../", nul="x\u0000").items():
        one(f"target_{what}", "A target that may not be.", "target", {**deep, "target": target})
    for what, target in dict(drive="C:x", back_slash="..\\x", full_width_parent="\uff0e\uff0e/x",
                             reserved="CON", beside="x", up="../x", up_to_the_top="../../x", up_only="..",
                             two_up_only="../..", down="d/e/f").items():
        good(f"target_{what}", "A target within the transfer.", {**deep, "target": target})


def json_texts():
    plain = text(HEARTBEAT)
    for name, about, body in [
            ("nothing_but_space", "White space.", " "), ("null", "No object.", "null"),
            ("number", "No object.", "1"), ("string", "No object.", '"heartbeat"'),
            ("empty_list", "No object.", "[]"), ("list", "No object.", f"[{plain}]")]:
        refused(f"json_{name}", about, "object", body)
    for name, about, body in [
            ("open", "Not closed.", plain[:-1]), ("only_open", "Not closed.", "{"),
            ("text_behind", "Something behind the object.", plain + "x"),
            ("two_objects", "Two objects.", plain + "{}"),
            ("comma_at_the_end", "A comma too many.", plain[:-1] + ",}"),
            ("comment", "JSON has no comments.", plain + "//"),
            ("comment_within", "JSON has no comments.", plain[:-1] + "/**/}"),
            ("single_quotes", "Other quotes.", plain.replace('"', "'")),
            ("names_without_quotes", "No quotes.", "{v:1,type:\"heartbeat\"}"),
            ("line_break_in_a_string", "Not escaped.", '{"v":1,"type":"heart\nbeat"}'),
            ("nan", "Not a number.", plain[:-1] + ',"n":NaN}'),
            ("infinity", "Not a number.", plain[:-1] + ',"n":Infinity}'),
            ("leading_zero", "01 is no number.", plain[:-1] + ',"n":01}'),
            ("leading_plus", "+1 is no number.", plain[:-1] + ',"n":+1}'),
            ("no_digits_behind_the_dot", "1. is no number.", plain[:-1] + ',"n":1.}'),
            ("hexadecimal", "0x1 is no number.", plain[:-1] + ',"n":0x1}'),
            ("unknown_escape", "There is no such escape.", plain[:-1] + ',"n":"\\x41"}'),
            ("half_an_escape", "An escape has four digits.", plain[:-1] + ',"n":"\\u00"}')]:
        refused(f"json_{name}", about, "json", body)
    refused("duplicate_type", "The type is there twice.", "duplicate", plain[:-1] + ',"type":"heartbeat"}')
    refused("duplicate_with_other_value", "Two transfers.", "duplicate",
            text(BASES["sent"])[:-1] + ',"transfer":"00000000-0000-0000-0000-000000000000"}')
    refused("duplicate_by_escape", "The same name, once with an escape.", "duplicate",
            plain[:-1] + ',"\\u0074ype":"sent"}')
    refused("duplicate_deep", "In an object that nobody knows.", "duplicate",
            plain[:-1] + ',"x":{"a":1,"a":1}}')
    refused("envelope_v_missing", "No version of the form.", "field", {"type": "heartbeat"})
    refused("envelope_v_as_string", "The version is a number.", "type", {**HEARTBEAT, "v": "1"})
    refused("envelope_v_with_decimals", "The version is a whole number.", "type",
            {**HEARTBEAT, "v": 1.0})
    refused("envelope_v_beyond_32_bits", "2^32+1 is not 1.", "type", {**HEARTBEAT, "v": 4294967297})
    refused("envelope_type_missing", "No type.", "field", {"v": 1})
    refused("envelope_type_null", "No type.", "field", {"v": 1, "type": None})
    refused("envelope_type_as_number", "The type is a string.", "type", {"v": 1, "type": 7})
    unknown("unknown_type", "A type that is not known.", message("dance", steps=[1, 2, 3]))
    unknown("unknown_type_empty", "A type that is not known.", message(""))
    unknown("unknown_type_upper_case", "Types are in lower case.", message("HEARTBEAT"))
    unknown("unknown_version", "A later version of the form.", {"v": 2, "type": "heartbeat"})
    unknown("unknown_version_zero", "There never was a version 0.", {"v": 0, "type": "heartbeat"})
    unknown("unknown_version_of_a_known_type", "Its fields are not looked at.",
            {"v": 2, "type": "sent", "transfer": 7})
    for type, base in BASES.items():
        accepted(f"unknown_field_in_{type.replace('-', '_')}", "Fields that are not known are passed over.",
                 {"new": {"a": [1.5, None, True]}, **base, "later": "x"})
    accepted("json_spaced", "White space around everything.",
             ' \n\t{ "v" : 1 ,\r\n "type" : "heartbeat" } \n')
    accepted("json_escaped", "Escapes mean the same.", '{"v":1,"type":"heart\\u0062eat"}',
             again="same")
    accepted("json_other_order", "The order of fields means nothing.", '{"type":"heartbeat","v":1}')


def limits():
    plain = text(HEARTBEAT)[:-1]
    accepted("limit_nesting", "16 deep.", plain + ',"x":' + "[" * 15 + "]" * 15 + "}")
    refused("nesting_one_too_deep", "17 deep.", "limit", plain + ',"x":' + "[" * 16 + "]" * 16 + "}")
    refused("nesting_60000", "60,001 deep, and never closed.", "limit", plain + ',"x":<repeat>',
            repeat="60000 [")
    refused("nesting_objects", "10,001 deep, and never closed.", "limit", plain + ',"x":<repeat>',
            repeat='10000 {"x":')
    digests = text(BASES["digests"])[:-1]
    accepted("limit_string", "A string of 180,224 characters.", digests + ',"x":"<repeat>"}',
             type="digests", repeat="180224 a")
    refused("string_one_too_long", "A string of 180,225 characters.", "limit",
            digests + ',"x":"<repeat>"}', repeat="180225 a")
    accepted("limit_name", "A name of 256 characters.", plain + ',"<repeat>":1}', repeat="256 a")
    refused("name_one_too_long", "A name of 257 characters.", "limit", plain + ',"<repeat>":1}',
            repeat="257 a")
    accepted("limit_number", "A number of 32 digits.", plain + ',"x":<repeat>}', repeat="32 9")
    refused("number_one_too_long", "A number of 33 digits.", "limit", plain + ',"x":<repeat>}',
            repeat="33 9")
    accepted("limit_exponent", "A number that no computer holds, in a field that nobody knows.",
             plain + ',"x":1e999999999}')
    for stage, about, tokens in [("introduction", "2,048", 2048), ("session", "16,384", 16384)]:
        accepted(f"limit_tokens_{stage}", f"{about} tokens: 9 for the rest, and zeros.",
                 plain + ',"x":[0<repeat>]}', repeat=f"{tokens - 10} ,0", stage=stage)
        refused(f"tokens_one_too_many_{stage}", f"One more than {about} tokens.", "limit",
                plain + ',"x":[0<repeat>]}', repeat=f"{tokens - 9} ,0", stage=stage)
        accepted(f"limit_length_{stage}", "A message of 65,536 bytes.", plain + "}<repeat>",
                 repeat=f"{MAX_SHORT_LENGTH - len(plain) - 1} " + " ", stage=stage)
        refused(f"length_one_too_long_{stage}", "A message of 65,537 bytes.", "length",
                plain + "}<repeat>", repeat=f"{MAX_SHORT_LENGTH - len(plain)} " + " ", stage=stage)
    for type, most in [("entries", MAX_LENGTH), ("accept", MAX_LENGTH), ("spoilt", MAX_LENGTH),
                       ("digests", 262_144)]:
        long = text(BASES[type])
        accepted(f"limit_length_{type}", f"One of {most:,} bytes.", long + "<repeat>", type=type,
                 repeat=f"{most - len(long.encode())} " + " ")
        refused(f"length_one_too_long_{type}", f"One of {most + 1:,} bytes.", "length",
                long + "<repeat>", repeat=f"{most + 1 - len(long.encode())} " + " ")
        refused(f"length_of_a_stranger_{type}", "A long message before the session is open.",
                "length", long + "<repeat>", repeat=f"{MAX_SHORT_LENGTH} " + " ",
                stage="introduction")
    entries = text(BASES["entries"])
    refused("long_type_is_not_first", "A long message begins with its version and its type.",
            "length", entries.replace('"v":1,"type":"entries"', '"type":"entries","v":1') + "<repeat>",
            repeat=f"{MAX_SHORT_LENGTH} " + " ")


def streams():
    data = text(HEARTBEAT).encode()
    for name, about, length in [
            ("zero", "A length of 0.", 0), ("negative", "A length of -1.", -1),
            ("most_negative", "A length of -2^31.", -(1 << 31)),
            ("beyond_the_limit", "A length of 1,048,577.", MAX_LENGTH + 1),
            ("largest", "A length of 2^31-1.", (1 << 31) - 1),
            ("little_endian", "The bytes in another order.",
             int.from_bytes(len(data).to_bytes(4, "little"), "big"))]:
        stream(f"length_{name}", about, "refused", number(length, 4) + data, rule="length")
    stream("length_in_ascii", "A request of another protocol.", "refused",
           b"GET / HTTP/1.1\r\n\r\n", rule="length")
    stream("length_only_claimed", "1 MiB is announced and 6 bytes come.", "broken",
           number(MAX_LENGTH, 4) + b'{"v":1')
    stream("truncated_to_nothing", "The stream ends where a message could begin.", "end", b"")
    for count in [1, 2, 3]:
        stream(f"truncated_in_the_length_after_{count}", "The length is cut off.", "broken",
               frame(data)[:count])
    stream("truncated_after_the_length", "No byte of the message.", "broken", frame(data)[:4])
    stream("truncated_within_the_message", "Half a message.", "broken", frame(data)[:15])
    stream("truncated_by_one", "The last byte is missing.", "broken", frame(data)[:-1])
    stream("length_one_too_small", "The last brace lies outside.", "refused",
           number(len(data) - 1, 4) + data, rule="json")
    stream("length_one_too_large", "A byte of the next message.", "refused",
           number(len(data) + 1, 4) + data + frame(data), rule="json")
    stream("trailing_zero", "A NUL behind the object.", "refused", frame(data + b"\0"), rule="json")
    stream("frame", "A frame.", "accepted", frame(data), type="heartbeat")
    stream("frame_and_more_behind", "Only the first is read.", "accepted", frame(data) + b"\xff\xff",
           type="heartbeat")
    stream("utf8_byte_order_mark", "A byte order mark is no white space.", "refused",
           frame(b"\xef\xbb\xbf" + data), rule="json")
    for name, about, body in [
            ("utf16", "UTF-16.", text(HEARTBEAT).encode("utf-16-be")),
            ("utf32", "UTF-32.", text(HEARTBEAT).encode("utf-32-be"))]:
        stream(f"encoding_{name}", about, "refused", frame(body), rule="json")
    for name, about, bad in [
            ("overlong_slash", "/ in two bytes.", b"\xc0\xaf"),
            ("surrogate", "Half a character in three bytes.", b"\xed\xa0\x80"),
            ("cut_off", "A character that is not all there.", b"\xe2\x82"),
            ("beyond_unicode", "No such character.", b"\xf4\x90\x80\x80"),
            ("lone_continuation", "No beginning.", b"\x80"), ("ff", "Never in UTF-8.", b"\xff")]:
        stream(f"utf8_{name}", about, "refused", frame(data[:-1] + b',"x":"' + bad + b'"}'),
               rule="utf-8")


def offers():
    """Several messages: an offer and its entries."""
    def offer(name, about, expect, *parts, rule=None):
        count = sum(len(part) for part in parts)
        messages = [of_transfer("offer", attempt=1, entries=count, chunkSize=1048576)]
        messages += [of_transfer("entries", entries=part) for part in parts]
        save("offer", name, about, {"expect": expect, "rule": rule},
             "\n".join(text(each) for each in messages))

    def file(path, size=1):
        return {**FILE, "path": path, "size": size}

    def collide(name, about, one, other):
        offer(name, about, "refused", [file(one), file(other)], rule="apart")

    offer("in_one_part", "A folder, two files and a link.", "accepted",
          [FOLDER, FILE, file("album/two.jpg", 0), LINK])
    offer("in_two_parts", "The same in two messages.", "accepted", [FOLDER, FILE],
          [file("album/two.jpg", 0), LINK])
    offer("folder_not_named", "A folder need not be an entry.", "accepted", [file("a/b/c")])
    offer("folder_after_its_files", "Its place does not matter.", "accepted", [FILE, FOLDER])
    collide("same_path", "Twice the same.", "a.txt", "a.txt")
    offer("same_path_in_two_parts", "Twice the same.", "refused", [file("a")], [file("a")],
          rule="apart")
    def apart(name, about, one, other):
        offer(name, about, "accepted", [file(one), file(other)])

    apart("letter_case", "The same on Windows and macOS only.", "Readme", "README")
    apart("letter_case_of_a_folder", "The same on Windows and macOS only.", "A/x", "a/X")
    apart("normalization", "Composed and decomposed.", "\u00e9", "e\u0301")
    apart("ignored_character", "HFS+ passes over it.", "a\u200db", "ab")
    offer("below_a_file", "A file as a folder.", "refused", [file("a"), file("a/b")], rule="apart")
    offer("below_a_file_that_follows", "A file as a folder.", "refused", [file("a/b"), file("a")],
          rule="apart")
    offer("below_a_file_in_another_case", "A file as a folder where case is folded.", "accepted",
          [file("A"), file("a/b")])
    offer("through_a_link", "A file below a link, which could lead elsewhere.", "refused",
          [{**LINK, "path": "d", "target": "e"}, file("d/x")], rule="apart")
    offer("through_a_link_that_follows", "A file below a link.", "refused",
          [file("d/x"), {**LINK, "path": "d", "target": "e"}], rule="apart")
    offer("folder_and_file", "A folder and a file of one name.", "refused",
          [FOLDER, file("album")], rule="apart")
    offer("sum_of_sizes_overflows", "Together 2^63 bytes.", "refused",
          [file("a", 2**63 - 1), file("b", 1)], rule="sum")
    offer("sum_of_sizes_overflows_to_positive", "Together 2^64 + 1 bytes.", "refused",
          [file("a", 2**63 - 1), file("b", 2**63 - 1), file("c", 3)], rule="sum")
    offer("sum_of_sizes_at_the_limit", "Together 2^63-1 bytes.", "accepted",
          [file("a", 2**63 - 2), file("b", 1)])


# ---- lanes ------------------------------------------------------------------------------------

def greetings():
    ticket = bytes(range(1, 33))

    def greeting(name, about, expect, data, rule=None, **head):
        save("greeting", name, about, {"expect": expect, "rule": rule, **head}, hexed(data))

    lane = b"L\x01" + ticket
    greeting("lane", "A lane.", "accepted", lane, type="lane", ticket=ticket.hex())
    greeting("lane_and_content", "Chunks may follow at once.", "accepted", lane + b"\xc1\0", type="lane",
             ticket=ticket.hex())
    greeting("control", "A TLS record that holds a handshake.", "accepted",
             bytes.fromhex("1603010200010001fc0303"), type="control")
    greeting("control_one_byte", "The first byte tells.", "accepted", b"\x16", type="control")
    for count in [1, 2, 3, 33]:
        greeting(f"truncated_after_{count}", "Not all of it.", "broken", lane[:count])
    greeting("truncated_to_nothing", "Nothing at all.", "broken", b"")
    for version in [0, 2, 255]:
        greeting(f"lane_version_{version}", "Another version of the form.", "refused",
                 b"L" + bytes([version]) + ticket, rule="greeting")
    for name, data in dict(lower_case_l=b"l\x01" + ticket, zero=bytes(34), http=b"GET / HTTP/1.1\r\n",
                           ssh=b"SSH-2.0-x\r\n", tls_alert=b"\x15\x03\x01\0\x02",
                           tls_application_data=b"\x17\x03\x03\0\x02", chunk=b"\xc1" + bytes(15),
                           sslv2_hello=b"\x80\x2e\x01", random=b"\xff\xd8\xff").items():
        greeting(f"other_{name}", "No purpose of this protocol.", "refused", data, rule="greeting")


def header(index, length, last=False, mark=0xC1, flags=0, reserved=0):
    return (bytes([mark, flags | last]) + number(reserved, 2) + number(length, 4)
            + number(index, 8))


def chunks():
    """Headers that come over a transfer's lanes, in the order in which they come."""
    def lane(name, about, expect, total, *headers, size=1024, had=None, rule=None):
        head = {"expect": expect, "rule": rule, "total-bytes": total, "chunk-size": size, "had": had}
        save("chunks", name, about, head, "\n".join(each.hex() for each in headers))

    def one(name, about, rule, bad, total=2500):
        lane(name, about, "refused", total, bad, rule=rule)

    whole = [header(0, 1024), header(1, 1024), header(2, 452, True)]
    lane("three_chunks", "The last is shorter.", "accepted", 2500, *whole)
    lane("another_order", "Lanes overtake each other.", "accepted", 2500, whole[2], whole[0], whole[1])
    lane("exactly_full", "The last is as long as the others.", "accepted", 2048, header(0, 1024),
         header(1, 1024, True))
    lane("empty_transfer", "One chunk of length 0.", "accepted", 0, header(0, 0, True))
    lane("one_byte", "One chunk of length 1.", "accepted", 1, header(0, 1, True))
    lane("those_that_were_had_do_not_come", "Only the second.", "accepted", 2500, whole[1],
         had="0-0 2-2")
    lane("large_chunks", "The example of the protocol.", "accepted", 259 << 20,
         header(258, 1 << 20, True), size=1 << 20)
    lane("last_of_2_to_the_63", "The largest transfer of all.", "accepted", 2**63 - 1,
         header((2**63 - 2) // 4194304, 4194303, True), size=4194304)

    for mark in [0x00, 0xC0, 0xC2, 0x4C]:
        one(f"mark_{mark:02x}", "Another mark, which is also the version.", "header",
            header(0, 1024, mark=mark))
    for flag in [0x02, 0x04, 0x40, 0x80]:
        one(f"flag_{flag:02x}", "A flag that does not exist.", "header", header(0, 1024, flags=flag))
    for reserved in [0x0001, 0x0100, 0x8000]:
        one(f"reserved_{reserved:04x}", "Bits that are 0.", "header",
            header(0, 1024, reserved=reserved))
    one("length_negative", "A length of -1, or of 2^32-1.", "header", header(0, -1))
    one("length_2_to_the_31", "A length of 2^31.", "header", header(0, 1 << 31))
    one("length_beyond_any_chunk", "A length of 4 MiB + 1.", "header", header(0, (4 << 20) + 1))
    one("index_negative", "An index of -1.", "header", header(-1, 1024))
    one("index_most_negative", "An index of -2^63.", "header", header(-(1 << 63), 1024))
    one("truncated_by_one", "Fifteen bytes.", "cut-off", whole[0][:-1])
    one("truncated_to_one", "One byte.", "cut-off", whole[0][:1])

    one("length_zero", "A chunk of length 0 in a transfer with content.", "agreed", header(0, 0))
    one("length_zero_and_last", "As if the transfer were empty.", "agreed", header(0, 0, True))
    one("length_one_too_small", "Not the chunk's length.", "agreed", header(0, 1023))
    one("length_one_too_large", "Not the chunk's length.", "agreed", header(0, 1025))
    one("length_of_the_last_too_large", "As long as the others.", "agreed", header(2, 1024, True))
    one("index_beyond_the_end", "The transfer has 3 chunks.", "agreed", header(3, 1024))
    one("index_beyond_the_end_empty", "An empty chunk behind the end.", "agreed", header(3, 0, True))
    one("index_largest", "An index of 2^63-1.", "agreed", header(2**63 - 1, 1024))
    one("index_that_overflows_as_offset", "Its place is 2^63.", "agreed", header(1 << 53, 1024))
    one("last_too_early", "The first says that it is the last.", "agreed", header(0, 1024, True))
    one("last_not_last", "The last does not say so.", "agreed", header(2, 452))
    one("empty_transfer_not_last", "The only one is the last.", "agreed", header(0, 0), total=0)
    one("empty_transfer_with_content", "There is none.", "agreed", header(0, 1, True), total=0)
    lane("twice", "The same chunk twice.", "refused", 2500, whole[0], whole[0], rule="once")
    lane("twice_later", "The same chunk twice.", "refused", 2500, whole[2], whole[0], whole[2],
         rule="once")
    lane("one_that_was_had", "It was said that it need not come.", "refused", 2500, whole[0],
         had="0-1", rule="once")


# ---- announcements ----------------------------------------------------------------------------

def announcements():
    def record(*strings):
        return b"".join(bytes([len(s)]) + s for s in
                        (each if isinstance(each, bytes) else each.encode() for each in strings))

    ident = "id=" + TRANSFER
    base = ["v=1", ident, "name=desk", "code=7"]

    def announced(name, about, data, device="desk", code=None):
        save("announcement", name, about,
             {"expect": "accepted", "id": TRANSFER, "name": device, "code": code}, hexed(data))

    def ignored(name, about, data):
        save("announcement", name, about, {"expect": "ignored"}, hexed(data))

    nameless = "device 6f1c3a52"
    announced("every_field", "All that there is.", record(*base), code=7)
    announced("no_code", "No code is open.", record(*base[:3]))
    announced("no_name", "It is shown by its identifier.", record(*base[:2]), nameless)
    announced("other_order", "The order means nothing.", record(*base[::-1]), code=7)
    announced("unknown_key", "Keys that are not known are passed over.", record(*base, "later=x", "flag"),
              code=7)
    announced("keys_in_upper_case", "Keys have no case.", record("V=1", "ID=" + TRANSFER, "Name=desk"))
    announced("key_twice", "The first counts.", record(*base, "name=evil", "code=9", "v=2"), code=7)
    announced("name_with_control_character", "It is as if there were none.",
              record(*base[:2], "name=a\u0007"), nameless)
    announced("name_empty", "It is as if there were none.", record(*base[:2], "name="), nameless)
    announced("name_too_long", "65 characters.", record(*base[:2], "name=" + "n" * 65), nameless)
    announced("name_with_equals", "Only the first tells.", record(*base[:2], "name=a=b"), "a=b")
    announced("truncated_in_the_last_string", "What is there of it counts.",
              record(*base[:2]) + b"\xffname=desk")
    announced("empty_strings", "They mean nothing.", b"\0" + record(*base[:2]) + b"\0", nameless)
    ignored("empty", "Nothing.", b"")
    ignored("one_empty_string", "Nothing.", b"\0")
    ignored("version_missing", "It may be of anything.", record(*base[1:]))
    ignored("version_2", "Not defined here.", record("v=2", *base[1:]))
    ignored("version_01", "Not 1.", record("v=01", *base[1:]))
    ignored("id_missing", "No device.", record("v=1", "name=desk"))
    ignored("id_short", "No identifier.", record("v=1", "id=1-1-1-1-1"))
    ignored("id_without_value", "No identifier.", record("v=1", "id"))
    ignored("id_truncated", "The string is cut off.", record("v=1") + b"\xff" + ident[:20].encode())
    for what, code in dict(zero="0", hundred="100", negative="-1", leading_zero="07", empty="",
                           words="seven", arabic_digit="\u0667", plus="+7", huge="9" * 200).items():
        ignored(f"code_{what}", "No number of a code.", record(*base[:3], "code=" + code))


if __name__ == "__main__":
    every_field()
    values()
    statuses()
    entries()
    json_texts()
    limits()
    streams()
    offers()
    greetings()
    chunks()
    announcements()
    for folder in {path.parent for path in written}:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    for path, content in written.items():
        path.write_bytes(content.encode())
    print(len(written), "vectors")
