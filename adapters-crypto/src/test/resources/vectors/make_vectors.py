#!/usr/bin/env python3
"""Writes the vectors of this folder with pyca/cryptography (OpenSSL), which shares no code with the
adapter. Deterministic but for OAEP's random padding: run it only when the format changes."""

import hashlib
import pathlib
import uuid

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

HERE = pathlib.Path(__file__).parent
TRANSFER = uuid.UUID("0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f0")
OTHER_TRANSFER = uuid.UUID("0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f1")
KEY = hashlib.sha256(b"transfer key").digest()
OTHER_KEY = hashlib.sha256(b"another transfer key").digest()
PLAINS = [b"first chunk", b"", bytes(range(256)) * 3]
HEADERS = [bytes([0, 0, 0, n]) for n in range(4)]
PROTOCOL_HEADERS = [bytes.fromhex(text) for text in [
    "c1000000000004000000000000000000", "c1000000000004000000000000000001",
    "c1010000000000030000000000000002"]]


def number(n, size):
    return n.to_bytes(size, "big")


def lane_key(key=KEY, transfer=TRANSFER, attempt=1, lane=0, epoch=0):
    info = b"localstream/1 lane" + transfer.bytes
    info += number(attempt, 4) + number(lane, 4) + number(epoch, 4)
    return HKDF(hashes.SHA256(), 32, None, info).derive(key)


def seal(plains=PLAINS, counters=None, headers=HEADERS, **context):
    cipher = AESGCM(lane_key(**context))
    counters = counters or range(len(plains))
    return [cipher.encrypt(number(c, 12), p, h) for c, p, h in zip(counters, plains, headers)]


def seal_in_epochs(places, plains=PLAINS):
    """Seals each chunk at a place: its epoch, and its number in that epoch."""
    return [
        AESGCM(lane_key(epoch=epoch)).encrypt(number(n, 12), p, h)
        for (epoch, n), p, h in zip(places, plains, HEADERS)
    ]


def flipped(data, at):
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def lane(name, about, sealed, damaged_at=None, headers=HEADERS, plains=PLAINS, limit=None):
    """damaged_at: the index of the first chunk that must be refused."""
    lines = [f"# {about}", f"transfer-key: {KEY.hex()}", f"transfer: {TRANSFER}"]
    lines += ["attempt: 1", "lane: 0"]
    if limit:
        lines.append(limit)
    for i, data in enumerate(sealed):
        bad = damaged_at is not None and i >= damaged_at
        lines += [f"header: {headers[i].hex()}", f"sealed: {data.hex()}"]
        lines.append("refused:" if bad else f"plain: {plains[i].hex()}")
        if bad:
            break
    (HERE / "lane" / name).write_text("\n".join(lines) + "\n")


def lanes():
    (HERE / "lane").mkdir(exist_ok=True)
    good = seal()
    lane("three_chunks", "As it should be; the second chunk is empty.", good)
    lane("protocol_headers", "With headers as PROTOCOL.md has them: three chunks of 1 KiB, the last shorter.",
         seal([bytes(1024), bytes(range(256)) * 4, b"end"], headers=PROTOCOL_HEADERS),
         headers=PROTOCOL_HEADERS, plains=[bytes(1024), bytes(range(256)) * 4, b"end"])
    lane("protocol_header_not_last", "The flag of the last chunk was taken away.",
         seal([b"end"], headers=[PROTOCOL_HEADERS[2]]), 0,
         headers=[flipped(PROTOCOL_HEADERS[2], 1)])
    lane("protocol_header_of_another_place", "The index was changed.",
         seal([b"end"], headers=[PROTOCOL_HEADERS[2]]), 0,
         headers=[flipped(PROTOCOL_HEADERS[2], 15)])
    lane("key_of_next_epoch", "The third chunk is the first of epoch 1.",
         seal_in_epochs([(0, 0), (0, 1), (1, 0)]), limit="chunks-per-epoch: 2")
    lane("key_of_next_epoch_by_bytes",
         "The third chunk would go over the limit, so it is the first of epoch 1; the fourth fits.",
         seal_in_epochs([(0, 0), (0, 1), (1, 0), (1, 1)], PLAINS + [b"ok"]),
         plains=PLAINS + [b"ok"], limit="bytes-per-epoch: 770")
    lane("key_of_old_epoch", "The third chunk should have the key of epoch 1.", good, 2,
         limit="chunks-per-epoch: 2")
    lane("flipped_tag", "A bit of the tag is flipped.", [flipped(good[0], len(good[0]) - 1)], 0)
    lane("flipped_content", "A bit of the content is flipped.", [flipped(good[0], 0)], 0)
    lane("flipped_header", "A bit of the header is flipped.", good, 0,
         headers=[flipped(HEADERS[0], 3)])
    lane("truncated", "The last byte is missing.", [good[0][:-1]], 0)
    lane("truncated_to_less_than_a_tag", "Fifteen bytes.", [good[0][:15]], 0)
    lane("appended", "A byte too many.", [good[0] + b"\0"], 0)
    lane("swapped_chunks", "The first two chunks in the wrong order.", [good[1], good[0]], 0,
         headers=[HEADERS[1], HEADERS[0]])
    lane("repeated_chunk", "The first chunk twice.", [good[0], good[0]], 1,
         headers=[HEADERS[0]] * 2)
    lane("dropped_chunk", "The second chunk is missing.", [good[0], good[2]], 1,
         headers=[HEADERS[0], HEADERS[2]])
    lane("other_lane", "Sealed for lane 1.", seal(lane=1), 0)
    lane("other_attempt", "Sealed for attempt 2.", seal(attempt=2), 0)
    lane("other_transfer", "Sealed for another transfer.", seal(transfer=OTHER_TRANSFER), 0)
    lane("other_key", "Sealed with another transfer key.", seal(key=OTHER_KEY), 0)
    lane("no_header", "The header was not authenticated.", seal(headers=[b""] * 3), 0)


def keys():
    """The key of a lane in an epoch. Nonces are the chunk's number in the epoch, 12 bytes."""
    (HERE / "key").mkdir(exist_ok=True)
    for name, context in dict(
            first=dict(), second_epoch=dict(epoch=1), last_lane=dict(lane=255), other_lane=dict(lane=1),
            other_attempt=dict(attempt=2), other_transfer=dict(transfer=OTHER_TRANSFER),
            largest_numbers=dict(attempt=2**31 - 1, lane=2**31 - 1, epoch=2**31 - 1),
            key_of_zeros=dict(key=bytes(32))).items():
        full = dict(key=KEY, transfer=TRANSFER, attempt=1, lane=0, epoch=0) | context
        lines = [f"# {name.replace('_', ' ').capitalize()}.", f"transfer-key: {full['key'].hex()}"]
        lines += [f"{word}: {full[word]}" for word in ["transfer", "attempt", "lane", "epoch"]]
        lines.append(f"key: {lane_key(**full).hex()}")
        (HERE / "key" / name).write_text("\n".join(lines) + "\n")


def party(n):
    return uuid.UUID(int=n), hashlib.sha256(bytes([n])).digest(), b"wrapping key %d" % n


def passwords():
    """The secret of a pairing code: HKDF of its words, modulo the order of P-256."""
    (HERE / "pairing").mkdir(exist_ok=True)
    order = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
    binding = hashlib.sha256(b"channel").digest()
    for name, words, dialler, listener in [
            ("one_way", "emerald-pueblo-aardvark", 1, 2), ("the_other_way", "emerald-pueblo-aardvark", 2, 1),
            ("other_words", "aardvark-pueblo-emerald", 1, 2)]:
        info = b"localstream/1 pairing"
        lines = [f"# {name.replace('_', ' ').capitalize()}.", f"words: {words}"]
        for role, number_of_party in [("dialler", dialler), ("listener", listener)]:
            ident, fingerprint, wrapping = party(number_of_party)
            info += ident.bytes + fingerprint + number(len(wrapping), 4) + wrapping
            lines += [f"{role}: {ident}", f"fingerprint: {fingerprint.hex()}",
                      f"wrapping-key: {wrapping.hex()}"]
        info += number(len(binding), 4) + binding
        derived = HKDF(hashes.SHA256(), 48, None, info).derive(words.encode())
        lines += [f"binding: {binding.hex()}",
                  f"password: {number(int.from_bytes(derived, 'big') % order, 32).hex()}"]
        (HERE / "pairing" / name).write_text("\n".join(lines) + "\n")


def sessions():
    """A session's secret as it is kept on the disk."""
    (HERE / "session").mkdir(exist_ok=True)
    public = recipient().public_key()
    label = b"localstream/1 session"
    secret = hashlib.sha256(b"session").digest()

    def envelope(version=b"\1", wrap_label=label, data=b"\1" + label, key=KEY, plain=secret):
        cipher = AESGCM(key if len(key) == 32 else KEY)
        return version + public.encrypt(key, oaep(wrap_label)) + cipher.encrypt(bytes(12), plain, data)

    good = envelope()
    for name, about, sealed in [
            ("good", "As it should be.", good), ("version_2", "A later version.", envelope(b"\2")),
            ("wrapped_for_a_transfer", "The key was wrapped for a transfer.",
             envelope(wrap_label=TRANSFER.bytes)),
            ("no_associated_data", "Version and label were not authenticated.", envelope(data=b"")),
            ("short_key", "A key of 16 bytes.", envelope(key=KEY[:16])),
            ("long_secret", "A secret of 33 bytes.", envelope(plain=secret + b"\0")),
            ("flipped_key", "A bit of the wrapped key is flipped.", flipped(good, 100)),
            ("flipped_secret", "A bit of the secret is flipped.", flipped(good, 390)),
            ("flipped_tag", "A bit of the tag is flipped.", flipped(good, len(good) - 1)),
            ("truncated", "The last byte is missing.", good[:-1]),
            ("truncated_to_the_tag", "No wrapped key.", good[:49]), ("empty", "Nothing.", b""),
            ("appended", "A byte too many.", good + b"\0")]:
        lines = [f"# {about}", f"sealed: {sealed.hex()}"]
        lines.append(f"secret: {secret.hex()}" if name == "good" else "refused:")
        (HERE / "session" / name).write_text("\n".join(lines) + "\n")


def oaep(label, digest=hashes.SHA256, mgf=hashes.SHA256):
    return padding.OAEP(padding.MGF1(mgf()), digest(), label)


def wrap(name, about, wrapped, key=None):
    lines = [f"# {about}", f"transfer: {TRANSFER}", f"wrapped: {wrapped.hex()}"]
    lines.append(f"key: {key.hex()}" if key else "refused:")
    (HERE / "wrap" / name).write_text("\n".join(lines) + "\n")


def wraps():
    (HERE / "wrap").mkdir(exist_ok=True)
    private = recipient()
    public = private.public_key()
    good = public.encrypt(KEY, oaep(TRANSFER.bytes))
    stranger = rsa.generate_private_key(65537, 3072).public_key()
    wrap("good", "As it should be.", good, KEY)
    wrap("wrong_label", "Wrapped for another transfer.",
         public.encrypt(KEY, oaep(OTHER_TRANSFER.bytes)))
    wrap("no_label", "Wrapped without a label.", public.encrypt(KEY, oaep(None)))
    wrap("mgf1_sha1", "MGF1 with SHA-1.",
         public.encrypt(KEY, oaep(TRANSFER.bytes, mgf=hashes.SHA1)))
    wrap("oaep_sha1", "SHA-1 throughout.",
         public.encrypt(KEY, oaep(TRANSFER.bytes, hashes.SHA1, hashes.SHA1)))
    wrap("pkcs1_v15", "The older padding.", public.encrypt(KEY, padding.PKCS1v15()))
    wrap("other_recipient", "Wrapped for another device.",
         stranger.encrypt(KEY, oaep(TRANSFER.bytes)))
    wrap("flipped", "A bit is flipped.", flipped(good, 100))
    wrap("truncated", "The last byte is missing.", good[:-1])
    wrap("appended", "A byte too many.", good + b"\0")
    wrap("short_key", "A key of 16 bytes.", public.encrypt(KEY[:16], oaep(TRANSFER.bytes)))
    wrap("long_key", "A key of 33 bytes.", public.encrypt(KEY + b"\0", oaep(TRANSFER.bytes)))


def recipient():
    file = HERE / "recipient.pem"
    if not file.exists():
        key = rsa.generate_private_key(65537, 3072)
        file.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
    return serialization.load_pem_private_key(file.read_bytes(), None)


if __name__ == "__main__":
    lanes()
    keys()
    passwords()
    sessions()
    wraps()  # with new random padding
