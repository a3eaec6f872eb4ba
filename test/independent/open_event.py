#!/usr/bin/env python3
"""Opens stored events without any of our code: Python's standard library alone, AES-GCM included.

Reads JSON from a file or from standard input ("-"): either one case or an object of cases, a case being
  {"eventId", "stored", "leaf"?, "leafHash", "slots": [{"kid", "key", "plaintext"?}]}
Recomputes every digest (in the clear and sealed), the form of the commitments and the leaf hash, then changes one byte at a time in
every part of the event and demands that each change is noticed. Ends with status 0 and one line per case, or with 1 and the reason.
"""
import base64
import hashlib
import json
import sys


def unb64(text):
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def canonical(value):
    # RFC 8785 for what an envelope may hold: ASCII keys, integers, strings, booleans.
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def xtime(byte):
    return ((byte << 1) ^ 0x1B) & 0xFF if byte & 0x80 else byte << 1


def make_sbox():
    sbox = [0] * 256
    p = q = 1
    while True:
        p = p ^ xtime(p)
        q ^= q << 1
        q ^= q << 2
        q ^= q << 4
        q &= 0xFF
        if q & 0x80:
            q ^= 0x09
        rotated = q
        for shift in range(1, 5):
            rotated ^= ((q << shift) | (q >> (8 - shift))) & 0xFF
        sbox[p] = rotated ^ 0x63
        if p == 1:
            break
    sbox[0] = 0x63
    return sbox


SBOX = make_sbox()


def expand_key(key):
    words = [list(key[at:at + 4]) for at in range(0, 32, 4)]
    rcon = 1
    for at in range(8, 60):
        word = list(words[at - 1])
        if at % 8 == 0:
            word = [SBOX[byte] for byte in word[1:] + word[:1]]
            word[0] ^= rcon
            rcon = xtime(rcon)
        elif at % 8 == 4:
            word = [SBOX[byte] for byte in word]
        words.append([a ^ b for a, b in zip(word, words[at - 8])])
    return [sum(words[at:at + 4], []) for at in range(0, 60, 4)]


def encrypt_block(keys, block):
    state = [a ^ b for a, b in zip(block, keys[0])]
    for number in range(1, 15):
        state = [SBOX[state[(at + 4 * (at % 4)) % 16]] for at in range(16)]
        if number < 14:
            mixed = []
            for at in range(0, 16, 4):
                column = state[at:at + 4]
                every = column[0] ^ column[1] ^ column[2] ^ column[3]
                mixed += [column[row] ^ every ^ xtime(column[row] ^ column[(row + 1) % 4]) for row in range(4)]
            state = mixed
        state = [a ^ b for a, b in zip(state, keys[number])]
    return bytes(state)


def ghash(subkey, aad, ciphertext):
    def times(x, y):
        product = 0
        for bit in range(127, -1, -1):
            if (x >> bit) & 1:
                product ^= y
            y = (y >> 1) ^ (0xE1 << 120) if y & 1 else y >> 1
        return product

    h = int.from_bytes(subkey, "big")
    digest = 0
    padded = [part + bytes(-len(part) % 16) for part in (aad, ciphertext)]
    lengths = (len(aad) * 8).to_bytes(8, "big") + (len(ciphertext) * 8).to_bytes(8, "big")
    whole = b"".join(padded) + lengths
    for at in range(0, len(whole), 16):
        digest = times(digest ^ int.from_bytes(whole[at:at + 16], "big"), h)
    return digest.to_bytes(16, "big")


def open_gcm(key, iv, aad, sealed):
    if len(key) != 32 or len(iv) != 12 or len(sealed) < 16:
        raise ValueError("wrong length of key, vector or ciphertext")
    ciphertext, tag = sealed[:-16], sealed[-16:]
    keys = expand_key(key)
    first = encrypt_block(keys, iv + (1).to_bytes(4, "big"))
    expected = bytes(a ^ b for a, b in zip(ghash(encrypt_block(keys, bytes(16)), aad, ciphertext), first))
    if expected != tag:
        raise ValueError("the tag of a sealed part does not match")
    plain = bytearray()
    for at in range(0, len(ciphertext), 16):
        stream = encrypt_block(keys, iv + (at // 16 + 2).to_bytes(4, "big"))
        plain += bytes(a ^ b for a, b in zip(ciphertext[at:at + 16], stream))
    return bytes(plain)


def digest_of(triple):
    encoded = b64(canonical(triple).encode("utf-8"))
    return b64(hashlib.sha256(encoded.encode("ascii")).digest())


def check(case, stored):
    """Raises ValueError for anything that is not as the byte rules say; answers the number of disclosures that were recomputed."""
    envelope = json.loads(stored)
    if canonical(envelope) != stored:
        raise ValueError("the stored text is not canonical")
    if sorted(envelope) != ["commitments", "open", "sealed", "v"] or envelope["v"] != 1:
        raise ValueError("not an envelope of version 1")
    commitments = envelope["commitments"]
    if len(commitments) not in (8, 16, 32, 64) or sorted(set(commitments)) != commitments:
        raise ValueError("the commitments are not 8, 16, 32 or 64, sorted and distinct")
    triples = list(envelope["open"])
    keys = {slot["kid"]: slot for slot in case["slots"]}
    for part in envelope["sealed"]:
        aad = ("kroniek/sealed/v1|%s|%s" % (case["eventId"], part["kid"])).encode("ascii")
        slot = keys[part["kid"]]
        plaintext = open_gcm(unb64(slot["key"]), unb64(part["iv"]), aad, unb64(part["ct"])).decode("utf-8")
        if "plaintext" in slot and slot["plaintext"] != plaintext:
            raise ValueError("a sealed part opens to another text")
        opened = json.loads(plaintext)
        if len(opened) != part["n"]:
            raise ValueError("a sealed part holds another number of disclosures")
        triples += opened
    for triple in triples:
        if len(unb64(triple[0])) != 16:
            raise ValueError("a salt is not 16 bytes")
        if digest_of(triple) not in commitments:
            raise ValueError("a disclosure was never committed to")
    leaf = canonical({
        "data": {"_sd": commitments, "_sd_alg": "sha-256"},
        "id": case["eventId"],
        "source": "/kroniek/log",
        "specversion": "1.0",
        "type": "kroniek.entry.v1",
    })
    if "leaf" in case and case["leaf"] != leaf:
        raise ValueError("the leaf differs")
    if b64(hashlib.sha256(b"\0" + leaf.encode("utf-8")).digest()) != case["leafHash"]:
        raise ValueError("the leaf hash differs")
    return len(triples)


def unnoticed(case, step):
    """Places where one changed bit passes all checks."""
    missed = []
    data = case["stored"].encode("utf-8")
    for at in range(0, len(data), step):
        changed = bytearray(data)
        changed[at] ^= 1
        try:
            check(case, bytes(changed).decode("utf-8"))
            missed.append(at)
        except (ValueError, KeyError, TypeError, IndexError):
            pass
    return missed


def main(path):
    with (sys.stdin if path == "-" else open(path, encoding="utf-8")) as source:
        read = json.load(source)
    cases = {"event": read} if "stored" in read else {name: case for name, case in read.items() if isinstance(case, dict)}
    if not cases:
        raise SystemExit("no case to check")
    for name, case in cases.items():
        try:
            count = check(case, case["stored"])
        except (ValueError, KeyError, TypeError, IndexError) as reason:
            raise SystemExit("%s: %s" % (name, reason))
        missed = unnoticed(case, 7)
        if missed:
            raise SystemExit("%s: a changed byte goes unnoticed at %s" % (name, missed))
        print("%s: %d disclosures and the leaf hash recomputed; every changed byte noticed" % (name, count))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: open_event.py <file or ->")
    main(sys.argv[1])
