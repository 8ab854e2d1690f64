"""The same work as module imaging's with scikit-image and OpenCV: KERNEL RUNS FOLDER, answers with a line of JSON.

    /usr/bin/python3 bench/peers/imaging_skimage.py ridges|metrics|pair RUNS FOLDER

`ridges` is skimage's sato at 2, 4 and 8 pixels. `metrics` is the chain that a script would have: linear light, melanin and
redness maps with their local ground, ridges for wrinkles with hysteresis and a skeleton, LoG blobs for pores, band-pass
roughness, shine from the smallest channel; oriented filters, stretch marks, card and gates are left out, which favours it.
`pair` is phase correlation, ECC at 512 pixels and DIS optical flow at half size, both ways.
"""

import json
import resource
import sys
import time

import cv2
import numpy as np
import skimage
from skimage import feature, filters, morphology

MM = 0.05


def read(path):
    raw = np.fromfile(path, dtype=">u4")
    width, height = int(raw[0]), int(raw[1])
    rgb = raw[2:].astype(np.uint32).reshape(height, width)
    return np.stack([(rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255], axis=-1).astype(np.uint8)


def linear(rgb):
    coded = np.arange(256) / 255
    table = np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4).astype(np.float32)
    return table[rgb]


def half(image, times=1):
    for _ in range(times):
        image = cv2.resize(image, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    return image


def blurred(image, sigma):
    return cv2.GaussianBlur(image, (0, 0), sigma)


def metrics(rgb):
    light = linear(rgb)
    red, green, blue = (np.ascontiguousarray(light[..., i]) for i in range(3))
    answer = {"erythema": float(np.mean(np.log10(np.maximum(red, 1e-4) / np.maximum(green, 1e-4))))}
    # Wrinkles at 0.1 mm.
    relief = np.log(np.maximum(half(red - blue), 0.003))
    relief = relief - blurred(relief, 2.5 / (2 * MM))
    ridges = filters.sato(relief, sigmas=[1.5, 2.5, 4], black_ridges=True)
    lines = morphology.skeletonize(filters.apply_hysteresis_threshold(ridges, 0.045, 0.065))
    answer["wrinkles"] = float(lines.sum())
    # Pores at 0.05 mm.
    fine = np.log(np.maximum(red - blue, 0.003))
    fine = blurred(fine, 2.5 / MM) - fine
    answer["pores"] = len(feature.blob_log(fine, min_sigma=1.6, max_sigma=4, num_sigma=4, threshold=0.075))
    # Spots at 0.2 mm, shine at 0.1 mm.
    small = np.log10(np.maximum(half(light, 2), 1e-4))
    melanin = blurred(0.77 * (small[..., 0] - small[..., 1]) - 0.92 * (small[..., 0] - small[..., 2]), 1)
    spots = morphology.remove_small_objects(melanin - blurred(melanin, 35) > 0.012, 15)
    answer["spots"] = float(spots.mean())
    least = half(light).min(axis=-1)
    answer["shine"] = float((least - blurred(least, 90) > 0.03).mean())
    # Roughness.
    luminance = np.log(np.maximum(light @ np.array([0.2126, 0.7152, 0.0722], np.float32), 1e-4))
    band = blurred(luminance, 1.12) - blurred(luminance, 11.2)
    answer["roughness"] = float(np.sqrt(np.mean(band * band)))
    return answer


def flat(rgb, size):
    grey = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY)
    grey = cv2.resize(grey, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    grey = np.log(grey + 1)
    fine = blurred(grey, 1) - blurred(grey, 12)
    return fine / np.sqrt(blurred(fine * fine, 12) + 1e-8)


def pair(before, after):
    height, width = before.shape[:2]
    size = (512, 512 * height // width)
    one, other = flat(before, size), flat(after, size)
    (dx, dy), _ = cv2.phaseCorrelate(one, other, cv2.createHanningWindow(size, cv2.CV_32F))
    warp = np.array([[1, 0, dx], [0, 1, dy]], np.float32)
    until = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 40, 1e-4)
    _, warp = cv2.findTransformECC(one, other, warp, cv2.MOTION_AFFINE, until, None, 5)
    size = (width // 2, height // 2)
    bytes8 = [np.clip(128 + 42 * flat(photo, size), 0, 255).astype(np.uint8) for photo in (before, after)]
    warp[:, 2] *= width / 2 / 512
    laid = cv2.warpAffine(bytes8[1], warp, size, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
    search = cv2.DISOpticalFlow_create(cv2.DISOPTICAL_FLOW_PRESET_FAST)
    there = blurred(search.calc(bytes8[0], laid, None), 20)
    back = blurred(search.calc(laid, bytes8[0], None), 20)
    return float(np.median(np.hypot(*(there + back).reshape(-1, 2).T)))


def main():
    kernel, runs, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    before = read(folder + "/before.rgb")
    if kernel == "ridges":
        plane = before[..., 1].astype(np.float32) / 255
        work = lambda: filters.sato(plane, sigmas=[2, 4, 8], black_ridges=True)
    elif kernel == "metrics":
        work = lambda: metrics(before)
    else:
        after = read(folder + "/after.rgb")
        work = lambda: pair(before, after)
    wall = cpu = float("inf")
    for _ in range(runs):
        t, c = time.perf_counter(), time.process_time()
        work()
        wall, cpu = min(wall, time.perf_counter() - t), min(cpu, time.process_time() - c)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    versions = f"scikit-image {skimage.__version__}, OpenCV {cv2.__version__}, NumPy {np.__version__}"
    print(json.dumps({"wall": 1000 * wall, "cpu": 1000 * cpu, "peakMb": peak, "versions": versions}))


main()
