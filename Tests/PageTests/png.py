"""Reads the PNG files that the browser writes: eight bits a channel, not interlaced."""

import struct
import zlib


class Picture:
    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        place, packed = 8, b""
        while place < len(data):
            length, kind = struct.unpack(">I4s", data[place:place + 8])
            body = data[place + 8:place + 8 + length]
            if kind == b"IHDR":
                self.width, self.height, depth, color, *_ = struct.unpack(">IIBBBBB", body)
                assert depth == 8 and color in (2, 6)
                self.size = 3 if color == 2 else 4
            elif kind == b"IDAT":
                packed += body
            place += length + 12
        self.rows = self._unfiltered(zlib.decompress(packed))

    def _unfiltered(self, raw):
        length, size = self.width * self.size, self.size
        rows, above = [], bytearray(length)
        for number in range(self.height):
            start = number * (length + 1)
            kind, row = raw[start], bytearray(raw[start + 1:start + 1 + length])
            for i in range(length) if kind else ():
                left = row[i - size] if i >= size else 0
                corner = above[i - size] if i >= size else 0
                if kind == 1:
                    guess = left
                elif kind == 2:
                    guess = above[i]
                elif kind == 3:
                    guess = (left + above[i]) // 2
                else:
                    estimate = left + above[i] - corner
                    distances = [abs(estimate - v) for v in (left, above[i], corner)]
                    guess = (left, above[i], corner)[distances.index(min(distances))]
                row[i] = (row[i] + guess) & 255
            rows.append(row)
            above = row
        return rows

    def pixel(self, x, y):
        """The colour at a place, as (red, green, blue)."""
        return tuple(self.rows[int(y)][int(x) * self.size:int(x) * self.size + 3])

    def colors(self, x, y, width, height, step=2):
        """How often each colour stands in a rectangle."""
        counts = {}
        for row in range(max(0, int(y)), min(self.height, int(y + height)), step):
            for column in range(max(0, int(x)), min(self.width, int(x + width)), step):
                color = self.pixel(column, row)
                counts[color] = counts.get(color, 0) + 1
        return counts
