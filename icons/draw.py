#!/usr/bin/env python3
"""Draws every size of the icon from the two SVG sources beside this file.

Needs `rsvg-convert` (Debian: librsvg2-bin). See README.md.
"""

import pathlib
import struct
import subprocess

HERE = pathlib.Path(__file__).resolve().parent

# From this many pixels up the detailed drawing is legible; below it, the small one is used.
DETAILED_FROM = 48

PNG_SIZES = {
    "32x32.png": 32,
    "128x128.png": 128,
    "128x128@2x.png": 256,
    "icon.png": 512,
    "tray.png": 32,
}
ICO_SIZES = [16, 24, 32, 48, 64, 128, 256]
# Type codes of Apple's icon container that hold PNG data, with their size in pixels.
ICNS_TYPES = {
    b"icp4": 16,
    b"ic11": 32,
    b"icp5": 32,
    b"ic12": 64,
    b"ic07": 128,
    b"ic13": 256,
    b"ic08": 256,
    b"ic14": 512,
    b"ic09": 512,
    b"ic10": 1024,
}


def png(size: int) -> bytes:
    """The icon as a PNG of `size` x `size` pixels with an alpha channel."""
    source = "icon.svg" if size >= DETAILED_FROM else "icon-small.svg"
    command = ["rsvg-convert", "--width", str(size), "--height", str(size), HERE / source]
    return subprocess.run(command, check=True, capture_output=True).stdout


def ico(sizes: list[int]) -> bytes:
    """A Windows icon: a directory of 16 bytes an entry, then the PNGs. 256 is written as 0."""
    pictures = [png(size) for size in sizes]
    offset = 6 + 16 * len(sizes)
    head = struct.pack("<HHH", 0, 1, len(sizes))
    for size, picture in zip(sizes, pictures):
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return head + b"".join(pictures)


def icns(types: dict[bytes, int]) -> bytes:
    """An Apple icon: entries of a type, a length that counts its own 8 bytes, and a PNG."""
    body = b""
    for kind, size in types.items():
        picture = png(size)
        body += kind + struct.pack(">I", len(picture) + 8) + picture
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main() -> None:
    for name, size in PNG_SIZES.items():
        (HERE / name).write_bytes(png(size))
    (HERE / "icon.ico").write_bytes(ico(ICO_SIZES))
    (HERE / "icon.icns").write_bytes(icns(ICNS_TYPES))


if __name__ == "__main__":
    main()
