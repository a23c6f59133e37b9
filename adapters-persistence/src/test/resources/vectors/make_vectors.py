#!/usr/bin/env python3
"""Writes the vectors of this folder from FORMATS.md, without any code of the adapter. Deterministic.
Run it when a format changes; see README.md for the form of the files."""

import pathlib
import shutil
import uuid
import zlib

HERE = pathlib.Path(__file__).parent
SENDER = uuid.UUID("5f0c9d5e-2b0a-4c53-8a55-3f1f1d1c7a10")
OTHER = uuid.UUID("6f1c3a52-7f6f-4c83-9c0e-0d1f2a3b4c5d")
MAX = 1 << 20
written = {}


def number(value, size):
    return (value % (1 << 8 * size)).to_bytes(size, "big")


def record(payload, length=None, checksum=None):
    size = number(len(payload) if length is None else length, 4)
    crc = zlib.crc32(size + payload) if checksum is None else checksum
    return size + number(crc, 4) + payload


def flipped(data, at, bit=1):
    return data[:at] + bytes([data[at] ^ bit]) + data[at + 1:]


def hexed(data):
    return "\n".join(data[i:i + 32].hex() for i in range(0, len(data), 32))


def save(folder, name, about, expect, data, **head):
    path = HERE / folder / name
    assert path not in written, path
    lines = [f"# {about}", f"expect: {expect}"] + [f"{key}: {value}" for key, value in head.items()]
    written[path] = "\n".join(lines) + "\n\n" + hexed(data) + "\n"


# ---- journal ----------------------------------------------------------------------------------

def journals():
    magic = b"LSPARTJ\1"
    total = 10_000

    def parts(*ranges):
        return b"".join(number(a, 8) + number(b, 8) for a, b in ranges)

    def accepted(name, about, data, ranges, size=total):
        save("journal", name, about, "accepted", data, **{"total-bytes": size, "parts": ranges})

    def damaged(name, about, data, size=total):
        save("journal", name, about, "damaged", data, **{"total-bytes": size})

    one, two = record(parts((0, 1000))), record(parts((2000, 3000), (5000, 10_000)))
    good = magic + one + two
    said = "0-1000 2000-3000 5000-10000"
    accepted("two_records", "Two checkpoints.", good, said)
    accepted("empty", "Begun, and nothing noted.", b"", "none")
    accepted("nothing_but_the_beginning", "No checkpoint.", magic, "none")
    accepted("empty_record", "A checkpoint of nothing.", magic + record(b"") + one, "0-1000")
    accepted("overlapping_parts", "What is told twice is there once.",
             magic + record(parts((0, 600), (500, 1000))) + record(parts((900, 1200))), "0-1200")
    accepted("touching_parts", "They become one.", magic + record(parts((0, 5), (5, 9))), "0-9")
    accepted("parts_in_another_order", "The order means nothing.",
             magic + record(parts((7, 9), (0, 5))), "0-5 7-9")
    accepted("everything", "All of it.", magic + record(parts((0, total))), "0-10000")
    accepted("largest_transfer", "The last byte of 2^63-1.",
             magic + record(parts((0, 2**63 - 1))), f"0-{2**63 - 1}", 2**63 - 1)
    for at in [1, 3, 4, 7, 8, 15, len(two) - 1]:
        accepted(f"torn_after_{at}_bytes_of_the_last_record", "The power went while it was written.",
                 magic + one + two[:at], "0-1000")
    accepted("torn_only_record", "Nothing is noted yet.", magic + one[:10], "none")
    accepted("torn_to_zeros", "Length and checksum are there, the payload is zeros.",
             magic + one + two[:8] + bytes(32), "0-1000")
    accepted("zeros_behind_the_last_record", "The file's length is there, its end is not.",
             magic + one + bytes(4096), "0-1000")
    accepted("zeros_behind_the_beginning", "The file's length is there, its end is not.",
             magic + bytes(100), "none")
    accepted("flipped_in_the_last_payload", "As if it had not been written wholly.",
             flipped(good, len(good) - 1), "0-1000")
    accepted("flipped_checksum_of_the_last", "As if it had not been written wholly.",
             flipped(good, len(magic) + len(one) + 4), "0-1000")
    accepted("flipped_length_beyond_the_end", "As if it had been cut off.",
             flipped(good, len(magic) + len(one) + 2), "0-1000")

    damaged("flipped_in_a_payload", "Not the last record.", flipped(good, len(magic) + 8))
    damaged("flipped_checksum", "Not the last record.", flipped(good, len(magic) + 4))
    damaged("flipped_length_shorter", "The next record begins in the middle.",
            flipped(good, len(magic) + 3, 0x10))
    damaged("length_negative", "With something behind it.", magic + record(b"x", length=-1) + one)
    damaged("length_beyond_the_limit", "With something behind it.",
            magic + record(b"x", length=MAX + 1) + one)
    damaged("checksum_without_the_length", "CRC-32 of the payload alone.",
            magic + record(parts((0, 1000)), checksum=zlib.crc32(parts((0, 1000)))) + two)
    damaged("checksum_of_another_kind", "Adler-32.",
            magic + record(parts((0, 1000)), checksum=zlib.adler32(parts((0, 1000)))) + two)
    damaged("half_a_part", "24 bytes.", magic + record(parts((0, 1)) + bytes(8)))
    damaged("part_behind_the_end", "The transfer has 10,000 bytes.",
            magic + record(parts((0, total + 1))))
    damaged("part_empty", "It ends where it begins.", magic + record(parts((5, 5))))
    damaged("part_backwards", "It ends before it begins.", magic + record(parts((6, 5))))
    damaged("part_negative", "It begins at -1.", magic + record(parts((-1, 5))))
    damaged("part_to_a_negative", "It ends at -2^63.", magic + record(parts((0, -(1 << 63)))))
    damaged("foreign_version", "Version 2.", b"LSPARTJ\2" + one)
    damaged("foreign_format", "A manifest.", b"LSPARTM\1" + one)
    damaged("foreign_text", "A text.", b"a journal of somebody else\n")
    damaged("foreign_zeros", "4,096 zeros.", bytes(4096))
    damaged("truncated_in_the_beginning", "Seven bytes.", magic[:7])
    damaged("little_endian", "The bytes of numbers in another order.",
            magic + len(parts((0, 1))).to_bytes(4, "little") + one[4:] + two)


# ---- manifest ---------------------------------------------------------------------------------

def text(value):
    data = value if isinstance(value, bytes) else value.encode()
    return number(len(data), 4) + data


def entry(kind=b"f", permissions=0o644, size=5, seconds=1_767_225_600, nanos=789_000_000,
          path="album/one.jpg", target=None):
    data = kind + number(permissions, 2) + number(size, 8) + number(seconds, 8) + number(nanos, 4)
    return data + text(path) + (b"" if target is None else text(target))


FOLDER = entry(b"d", 0o755, 0, path="album")
LINK = entry(b"l", 0o777, 0, path="album/best.jpg", target="one.jpg")


def manifests():
    magic = b"LSPARTM\1"

    def head(count, sender=SENDER, destination="/home/anna/Downloads", policy="KEEP"):
        return record(sender.bytes + number(count, 4) + text(destination) + text(policy))

    def whole(*entries, count=None):
        return (magic + head(len(entries) if count is None else count)
                + b"".join(record(each) for each in entries))

    def accepted(name, about, data, *paths):
        save("manifest", name, about, "accepted", data, sender=SENDER, paths=" ".join(paths))

    def damaged(name, about, data):
        save("manifest", name, about, "damaged", data, sender=SENDER)

    def bad(name, about, data):
        damaged(name, about, whole(data))

    good = whole(FOLDER, entry(), LINK)
    accepted("folder_file_and_link", "One of each.", good, "album", "album/one.jpg", "album/best.jpg")
    accepted("before_1970", "A negative time.", whole(entry(seconds=-1, nanos=999_999_999)),
             "album/one.jpg")
    accepted("time_first_of_all", "The year 1.", whole(entry(seconds=-62_135_596_800, nanos=0)),
             "album/one.jpg")
    accepted("time_last_of_all", "The end of the year 9999.",
             whole(entry(seconds=253_402_300_799, nanos=999_999_999)), "album/one.jpg")
    accepted("largest", "2^63-1 bytes.", whole(entry(size=2**63 - 1)), "album/one.jpg")
    accepted("name_in_utf8", "Not only ASCII.", whole(entry(path="\u00e9t\u00e9")), "\u00e9t\u00e9")
    for policy in ["SKIP", "OVERWRITE", "RENAME", "NEWER", "DIFFERENT", "BACKUP"]:
        accepted(f"policy_{policy.lower()}", "What to do with what exists.",
                 magic + head(1, policy=policy) + record(entry()), "album/one.jpg")

    save("manifest", "foreign_sender", "From another device.", "foreign", good, sender=OTHER)
    damaged("foreign_version", "Version 2.", b"LSPARTM\2" + good[8:])
    damaged("foreign_format", "A journal.", b"LSPARTJ\1" + good[8:])
    damaged("foreign_zeros", "4,096 zeros.", bytes(4096))
    damaged("empty", "Nothing.", b"")
    for name, at in dict(in_the_beginning=7, after_the_beginning=8, in_the_head=40,
                         after_the_head=8 + len(head(3)), in_an_entry=8 + len(head(3)) + 20,
                         after_an_entry=8 + len(head(3)) + 8 + len(FOLDER),
                         by_one=len(good) - 1).items():
        damaged(f"torn_{name}", "It is not all there.", good[:at])
    for name, at in dict(sender=16, count=35, destination=45, entry=8 + len(head(3)) + 10,
                         checksum=8 + len(head(3)) + 4, last_byte=len(good) - 1).items():
        damaged(f"flipped_{name}", "A bit is another.", flipped(good, at))
    damaged("record_behind_the_end", "One entry more than said.", whole(FOLDER, entry(), count=1))
    damaged("byte_behind_the_end", "A byte too many.", good + b"\0")
    damaged("fewer_than_said", "One entry fewer than said.", whole(entry(), count=2))
    damaged("no_entries", "No transfer is empty.", whole())
    damaged("count_negative", "-1 entries.", whole(entry(), count=-1))
    damaged("count_beyond_the_limit", "1,000,001 entries.", whole(entry(), count=1_000_001))
    damaged("count_only_claimed", "1,000,000 entries, of which one is there.",
            whole(entry(), count=1_000_000))
    accepted("head_of_a_later_version", "Destination and policy are for people.",
             magic + record(SENDER.bytes + number(1, 4) + text("/srv") + text("SHUFFLE") + b"more")
             + record(entry()), "album/one.jpg")
    damaged("same_path_twice", "No transfer holds that.", whole(entry(), entry()))
    damaged("below_a_file", "A file as a folder.", whole(entry(path="a"), entry(path="a/b")))
    damaged("sizes_overflow", "Together 2^63.",
            whole(entry(size=2**63 - 1, path="a"), entry(size=1, path="b")))

    bad("entry_of_another_kind", "p is no kind.", entry(b"p"))
    bad("entry_empty", "A record of nothing.", b"")
    for at in [1, 3, 11, 19, 23, 27]:
        bad(f"entry_torn_after_{at}", "Its checksum is right: it was written like that.",
            entry()[:at])
    bad("entry_with_a_byte_behind", "A file has no more.", entry() + b"\0")
    bad("entry_link_without_target", "A link has one.", entry(b"l", 0o777, 0))
    bad("entry_link_out_of_the_transfer", "Two up from the second level.",
        entry(b"l", 0o777, 0, path="a/b", target="../../x"))
    bad("entry_path_longer_than_the_record", "100 bytes are said, 13 are there.",
        entry()[:23] + number(100, 4) + b"album/one.jpg")
    bad("entry_path_of_negative_length", "-1 bytes.", entry()[:23] + number(-1, 4))
    bad("entry_path_of_2_gib", "2^31-1 bytes.", entry()[:23] + number(2**31 - 1, 4) + b"a")
    bad("entry_path_no_utf8", "Bytes that are no UTF-8.", entry(path=b"a\xff"))
    for name, path in dict(parent="../x", absolute="/etc/passwd", empty="", nul="a\0").items():
        bad(f"entry_path_{name}", "A path that may not be.", entry(path=path))
    bad("entry_size_negative", "-1 bytes.", entry(size=-1))
    bad("entry_size_of_a_folder", "A folder has none.", entry(b"d", 0o755, 5, path="album"))
    bad("entry_permissions_set_uid", "Nine bits.", entry(permissions=0o4755))
    bad("entry_permissions_of_a_link", "It lets everybody through.",
        entry(b"l", 0o644, 0, path="a", target="b"))
    bad("entry_time_out_of_range", "No such year.", entry(seconds=2**63 - 1))
    bad("entry_time_before_the_year_1", "One second before.", entry(seconds=-62_135_596_801))
    bad("entry_time_after_the_year_9999", "One second after.", entry(seconds=253_402_300_800))
    bad("entry_nanos_of_a_second", "A second has fewer.", entry(nanos=1_000_000_000))
    bad("entry_nanos_negative", "-1.", entry(nanos=-1))


if __name__ == "__main__":
    journals()
    manifests()
    for folder in {path.parent for path in written}:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    for path, content in written.items():
        path.write_bytes(content.encode())
    print(len(written), "vectors")
