"""The same maps as module dose, vectorised with NumPy, for comparison. No part of the product.

    python3 dose_numpy.py density|coverage RUNS WIDTH HEIGHT GLIDE PASSES

The contract's motion model (pen of 14 pins on a sunflower spiral, swath 8 mm, 117 Hz, hole 0.25 mm, rectangle, as many
directions as passes, seed 1); density in cells of 0.1 mm by `bincount` of flattened indices; coverage by `bincount` of
the flattened indices of a stencil around every puncture, on points a fifth of a hole apart. Prints the best and the
median CPU time in milliseconds, then the figures, which are those of the program, puncture by puncture.
"""

import json
import math
import sys
import time

import numpy as np

PINS, SWATH, HERTZ, HOLE = 14, 8.0, 117.0, 0.25
MASK = (1 << 64) - 1
CHUNK = 1 << 18


class SplitMix:
    def __init__(self, seed):
        self.counter = seed

    def uniform(self):
        self.counter = (self.counter + 0x9E3779B97F4A7C15) & MASK
        z = self.counter
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return ((z ^ (z >> 31)) >> 11) * 2.0**-53


def motion(width, height, glide, passes):
    """All punctures, overshoot included, in the order in which they are made: arrays x and y, in mm."""
    random = SplitMix(1)
    i = np.arange(PINS)
    r = SWATH / 2 * np.sqrt((i + 0.5) / PINS)
    angle = np.radians(i * 137.508)
    pin_x, pin_y = r * np.cos(angle), r * np.sin(angle)
    over = np.hypot(pin_x, pin_y).max() + HOLE
    pitch = glide / HERTZ
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], float)
    xs, ys = [], []
    for number in range(passes):
        turn = number * math.pi / passes
        co, si = math.cos(turn), math.sin(turn)
        along = corners @ (co, si)
        across = corners @ (-si, co)
        head_x, head_y = pin_x * co - pin_y * si, pin_x * si + pin_y * co
        offset = SWATH * random.uniform()
        lane = math.ceil((across.min() - over) / SWATH) - 1
        while lane * SWATH + offset <= across.max() + over:
            middle = lane * SWATH + offset
            phase = pitch * random.uniform()
            first = math.ceil((along.min() - over) / pitch) - 1
            last = math.floor((along.max() + over - phase) / pitch)
            at = np.arange(first, last + 1) * pitch + phase
            xs.append(((at * co - middle * si)[:, None] + head_x).ravel())
            ys.append(((at * si + middle * co)[:, None] + head_y).ravel())
            lane += 1
    return np.concatenate(xs), np.concatenate(ys)


def density(width, height, glide, passes):
    x, y = motion(width, height, glide, passes)
    columns, rows = math.ceil(width * 10), math.ceil(height * 10)
    skin = (x > 0) & (x <= width) & (y >= 0) & (y < height)
    column = np.minimum((x[skin] * 10).astype(np.int64), columns - 1)
    row = np.minimum((y[skin] * 10).astype(np.int64), rows - 1)
    counts = np.bincount(row * columns + column, minlength=rows * columns)
    return {"punctures": int(counts.sum())}


def coverage(width, height, glide, passes):
    x, y = motion(width, height, glide, passes)
    columns, rows = math.ceil(width / (HOLE / 5)), math.ceil(height / (HOLE / 5))
    per_x, per_y = columns / width, rows / height
    radius = HOLE / 2
    near = (x > -radius) & (x < width + radius) & (y > -radius) & (y < height + radius)
    x, y = x[near], y[near]
    # A margin around the grid takes what the stencil lays outside.
    margin = 8
    stride = columns + 2 * margin
    size = stride * (rows + 2 * margin)
    steps = np.arange(-3, 4)
    stencil = (steps[:, None] * stride + steps).ravel()
    hits = np.zeros(size, bool)
    for begin in range(0, len(x), CHUNK):
        u, v = x[begin : begin + CHUNK] * per_x, y[begin : begin + CHUNK] * per_y
        column, row = np.floor(u).astype(np.int64), np.floor(v).astype(np.int64)
        dx = ((column + 0.5 - u)[:, None] + steps) / per_x
        dy = ((row + 0.5 - v)[:, None] + steps) / per_y
        inside = (dy * dy)[:, :, None] + (dx * dx)[:, None, :] <= radius * radius
        flat = ((row + margin) * stride + column + margin)[:, None] + stencil
        hits |= np.bincount(flat[inside.reshape(len(u), -1)], minlength=size) > 0
    grid = hits.reshape(-1, stride)[margin:-margin, margin:-margin]
    return {"covered": round(float(np.count_nonzero(grid)) / grid.size, 9)}


def main():
    what = {"density": density, "coverage": coverage}[sys.argv[1]]
    runs = int(sys.argv[2])
    task = float(sys.argv[3]), float(sys.argv[4]), float(sys.argv[5]), int(sys.argv[6])
    times = []
    for _ in range(runs):
        begin = time.process_time()
        figures = what(*task)
        times.append(1e3 * (time.process_time() - begin))
    times.sort()
    print(json.dumps({"best": times[0], "median": times[len(times) // 2], **figures, "numpy": np.__version__}))


main()
