/*
 * The same kernels as module dose, in C, for comparison: the contract's motion model, density in cells, coverage by
 * stencils on bits, duplicates by buckets. No part of the product.
 *
 *   gcc -O3 -march=native -ffp-contract=off -o dose dose.c -lm
 *   ./dose density|coverage|duplicates|all RUNS WIDTH HEIGHT GLIDE PASSES
 *
 * Pen of 14 pins on a sunflower spiral, swath 8 mm, 117 Hz, hole 0.25 mm, rectangle, as many directions as passes,
 * seed 1, no jitter. Prints the best and the median CPU time in milliseconds, then the figures.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define PINS 14
#define BATCH 1024
#define REACH 3
#define PARTS 64

static const double SWATH = 8, HERTZ = 117, HOLE = 0.25;

/* SplitMix64 */
static uint64_t counter;
static double uniform(void) {
    counter += 0x9E3779B97F4A7C15ULL;
    uint64_t z = counter;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    z ^= z >> 31;
    return (double)(z >> 11) * 0x1p-53;
}

typedef struct {
    double width, height, glide;
    int passes;
} Task;

typedef void (*Sink)(void *, const double *, const double *, int);

static double least(const Task *t, double dx, double dy) {
    double a = 0, b = t->width * dx, c = t->width * dx + t->height * dy, d = t->height * dy;
    return fmin(fmin(a, b), fmin(c, d));
}

static void motion(const Task *t, Sink sink, void *maps) {
    double xs[BATCH], ys[BATCH], px[PINS], py[PINS], reach = 0;
    int n = 0;
    counter = 1;
    for (int i = 0; i < PINS; i++) {
        double r = SWATH / 2 * sqrt((i + 0.5) / PINS), angle = i * 137.508 / 180 * M_PI;
        px[i] = r * cos(angle);
        py[i] = r * sin(angle);
        reach = fmax(reach, hypot(px[i], py[i]));
    }
    double over = reach + HOLE, pitch = t->glide / HERTZ;
    for (int pass = 0; pass < t->passes; pass++) {
        double angle = pass * M_PI / t->passes, co = cos(angle), si = sin(angle), qx[PINS], qy[PINS];
        double af = least(t, co, si) - over, at = -least(t, -co, -si) + over;
        double cf = least(t, -si, co) - over, ct = -least(t, si, -co) + over;
        for (int i = 0; i < PINS; i++) {
            qx[i] = px[i] * co - py[i] * si;
            qy[i] = px[i] * si + py[i] * co;
        }
        double offset = SWATH * uniform();
        for (double lane = ceil(cf / SWATH) - 1; lane * SWATH + offset <= ct; lane++) {
            double across = lane * SWATH + offset, phase = pitch * uniform();
            for (double stroke = ceil(af / pitch) - 1; stroke * pitch + phase <= at; stroke++) {
                double along = stroke * pitch + phase;
                double x = along * co - across * si, y = along * si + across * co;
                if (n + PINS > BATCH) {
                    sink(maps, xs, ys, n);
                    n = 0;
                }
                for (int i = 0; i < PINS; i++) {
                    xs[n + i] = x + qx[i];
                    ys[n + i] = y + qy[i];
                }
                n += PINS;
            }
        }
    }
    sink(maps, xs, ys, n);
}

/* Density in cells of 0.1 mm. */
typedef struct {
    double width, height;
    int columns, rows;
    int32_t *counts;
} Density;

static void density(void *maps, const double *xs, const double *ys, int n) {
    Density *d = maps;
    for (int i = 0; i < n; i++) {
        if (xs[i] > 0 && ys[i] >= 0 && xs[i] <= d->width && ys[i] < d->height) {
            int c = (int)(xs[i] * 10), r = (int)(ys[i] * 10);
            if (c >= d->columns) c = d->columns - 1;
            if (r >= d->rows) r = d->rows - 1;
            d->counts[r * d->columns + c]++;
        }
    }
}

/* Coverage: bits a fifth of a hole apart. */
typedef struct {
    double radius, perX, perY;
    int columns, lines, stride;
    uint8_t *bits;
    uint64_t always[PARTS * PARTS], never[PARTS * PARTS];
} Coverage;

static int firstAtOrAfter(const Coverage *g, double x) {
    int bit = (int)ceil(x * g->perX - 0.5);
    return bit < 0 ? 0 : bit > g->columns ? g->columns : bit;
}

static int covers(const Coverage *g, int column, int line, double x, double y) {
    double dy = (line + 0.5) / g->perY - y, half = g->radius * g->radius - dy * dy;
    if (half < 0) return 0;
    double reach = sqrt(half);
    return column >= firstAtOrAfter(g, x - reach) && column < firstAtOrAfter(g, x + reach);
}

static void lineByLine(Coverage *g, double x, double y) {
    int first = (int)fmax(0, (y - g->radius) * g->perY), last = (int)fmin(g->lines - 1, (y + g->radius) * g->perY);
    for (int line = first; line <= last; line++) {
        double dy = (line + 0.5) / g->perY - y, half = g->radius * g->radius - dy * dy;
        if (half < 0) continue;
        double reach = sqrt(half);
        int to = firstAtOrAfter(g, x + reach);
        for (int c = firstAtOrAfter(g, x - reach); c < to; c++) g->bits[line * g->stride + (c >> 3)] |= 1 << (c & 7);
    }
}

static uint64_t __attribute__((noinline)) settled(Coverage *g, int part, int column, int line, double x, double y) {
    if (g->never[part] == 0) {
        double fc = (double)(part % PARTS) / PARTS, fl = (double)(part / PARTS) / PARTS;
        double rx = g->radius * g->perX, ry = g->radius * g->perY;
        uint64_t set = 0, may = 0;
        for (int k = 0; k <= 2 * REACH; k++)
            for (int j = 0; j <= 2 * REACH; j++) {
                double dx = j - REACH + 0.5 - fc, dy = k - REACH + 0.5 - fl, w = 1.0 / PARTS;
                double nx = fmax(0, fmax(dx - w, -dx)) / rx, ny = fmax(0, fmax(dy - w, -dy)) / ry;
                double fx = fmax(fabs(dx), fabs(dx - w)) / rx, fy = fmax(fabs(dy), fabs(dy - w)) / ry;
                uint64_t bit = 1ULL << (8 * k + j);
                if (fx * fx + fy * fy < 1 - 1e-7) set |= bit;
                if (nx * nx + ny * ny < 1 + 1e-7) may |= bit;
            }
        g->always[part] = set;
        g->never[part] = ~may;
    }
    uint64_t stencil = g->always[part];
    for (uint64_t open = ~g->never[part] & ~stencil; open; open &= open - 1) {
        int bit = __builtin_ctzll(open);
        if (covers(g, column + (bit & 7), line + (bit >> 3), x, y)) stencil |= 1ULL << bit;
    }
    return stencil;
}

static void coverage(void *maps, const double *xs, const double *ys, int n) {
    Coverage *g = maps;
    double lastColumn = g->columns - REACH - 1, lastLine = g->lines - REACH - 1;
    for (int i = 0; i < n; i++) {
        double column = xs[i] * g->perX, line = ys[i] * g->perY;
        if (column >= REACH && line >= REACH && column < lastColumn && line < lastLine) {
            int c = (int)column, l = (int)line;
            int part = (int)((line - l) * PARTS) * PARTS + (int)((column - c) * PARTS);
            uint64_t stencil = g->always[part];
            if (stencil != ~g->never[part]) stencil = settled(g, part, c - REACH, l - REACH, xs[i], ys[i]);
            uint8_t *at = g->bits + (l - REACH) * g->stride + ((c - REACH) >> 3);
            int shift = (c - REACH) & 7;
            for (int k = 0; k <= 2 * REACH; k++) {
                uint32_t word;
                memcpy(&word, at, 4);
                word |= (uint32_t)(stencil >> 8 * k & 0xff) << shift;
                memcpy(at, &word, 4);
                at += g->stride;
            }
        } else if (xs[i] > -g->radius && ys[i] > -g->radius && column < g->columns + 4 && line < g->lines + 4) {
            lineByLine(g, xs[i], ys[i]);
        }
    }
}

static double covered(const Coverage *g) {
    long set = 0;
    for (int line = 0; line < g->lines; line++)
        for (int at = 0; at < g->stride; at += 8) {
            uint64_t word;
            memcpy(&word, g->bits + line * g->stride + at, 8);
            set += __builtin_popcountll(word);
        }
    return (double)set / ((double)g->columns * g->lines);
}

/* Duplicates: linked lists of centres in buckets. */
typedef struct {
    double within, width, height, per;
    int columns, rows, kept, room;
    int32_t *latest;
    double *xs, *ys;
    uint64_t *links;
    int64_t surely, not;
    long watched, repeated;
} Duplicates;

static int repeated(const Duplicates *d, double x, double y, int column, int row, int sx, int sy) {
    int left = (int)(x * d->per), right = (int)((x + 2 * d->within) * d->per);
    int low = (int)(y * d->per), top = (int)((y + 2 * d->within) * d->per);
    if (right >= d->columns) right = d->columns - 1;
    if (top >= d->rows) top = d->rows - 1;
    for (int r = low; r <= top; r++)
        for (int c = left; c <= right; c++) {
            int fx = (column - c) * 65536 + sx, fy = (row - r) * 65536 + sy;
            for (int i = d->latest[r * d->columns + c]; i >= 0; i = (int32_t)d->links[i]) {
                int64_t dx = fx - (int)(d->links[i] >> 48), dy = fy - (int)(d->links[i] >> 32 & 0xffff);
                int64_t s = dx * dx + dy * dy;
                if (s < d->not) {
                    double ex = d->xs[i] - x, ey = d->ys[i] - y;
                    if (s < d->surely || ex * ex + ey * ey <= d->within * d->within) return 1;
                }
            }
        }
    return 0;
}

static void duplicates(void *maps, const double *xs, const double *ys, int n) {
    Duplicates *d = maps;
    for (int i = 0; i < n; i++) {
        double x = xs[i], y = ys[i], column = (x + d->within) * d->per, row = (y + d->within) * d->per;
        if (!(column >= 0 && row >= 0 && column < d->columns && row < d->rows)) continue;
        int c = (int)column, r = (int)row, sx = (int)((column - c) * 65536), sy = (int)((row - r) * 65536);
        if (x > 0 && y >= 0 && x <= d->width && y < d->height) {
            d->watched++;
            d->repeated += repeated(d, x, y, c, r, sx, sy);
        }
        if (d->kept == d->room) {
            d->room *= 2;
            d->xs = realloc(d->xs, 8L * d->room);
            d->ys = realloc(d->ys, 8L * d->room);
            d->links = realloc(d->links, 8L * d->room);
        }
        d->xs[d->kept] = x;
        d->ys[d->kept] = y;
        d->links[d->kept] = (uint64_t)sx << 48 | (uint64_t)sy << 32 | (uint32_t)d->latest[r * d->columns + c];
        d->latest[r * d->columns + c] = d->kept++;
    }
}

static double cpuMs(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static int ascending(const void *a, const void *b) {
    double d = *(const double *)a - *(const double *)b;
    return d < 0 ? -1 : d > 0;
}

int main(int n, char **arguments) {
    if (n != 7) {
        fprintf(stderr, "usage: density|coverage|duplicates|all RUNS WIDTH HEIGHT GLIDE PASSES\n");
        return 2;
    }
    const char *what = arguments[1];
    int runs = atoi(arguments[2]), all = !strcmp(what, "all");
    Task t = {atof(arguments[3]), atof(arguments[4]), atof(arguments[5]), atoi(arguments[6])};
    double *ms = malloc(sizeof(double) * runs), share = 0;
    long punctures = 0, repeats = 0;
    for (int run = 0; run < runs; run++) {
        double from = cpuMs();
        if (all || !strcmp(what, "density")) {
            Density d = {t.width, t.height, (int)ceil(t.width * 10), (int)ceil(t.height * 10), 0};
            d.counts = calloc((size_t)d.columns * d.rows, 4);
            motion(&t, density, &d);
            punctures = 0;
            for (long i = 0; i < (long)d.columns * d.rows; i++) punctures += d.counts[i];
            free(d.counts);
        }
        if (all || !strcmp(what, "coverage")) {
            Coverage *g = calloc(1, sizeof *g);
            g->radius = HOLE / 2;
            g->columns = (int)ceil(t.width / (HOLE / 5));
            g->lines = (int)ceil(t.height / (HOLE / 5));
            g->perX = g->columns / t.width;
            g->perY = g->lines / t.height;
            g->stride = (g->columns + 63) / 64 * 8;
            g->bits = calloc((size_t)g->stride * g->lines + 8, 1);
            motion(&t, coverage, g);
            share = covered(g);
            free(g->bits);
            free(g);
        }
        if (all || !strcmp(what, "duplicates")) {
            Duplicates d = {.within = HOLE / 2, .width = t.width, .height = t.height, .per = 1 / HOLE, .room = 1024};
            d.columns = (int)((t.width + HOLE) * d.per) + 1;
            d.rows = (int)((t.height + HOLE) * d.per) + 1;
            d.surely = (int64_t)floor((32768.0 - 3) * (32768 - 3));
            d.not = (int64_t)ceil((32768.0 + 3) * (32768 + 3));
            d.latest = malloc(4L * d.columns * d.rows);
            memset(d.latest, 0xff, 4L * d.columns * d.rows);
            d.xs = malloc(8L * d.room);
            d.ys = malloc(8L * d.room);
            d.links = malloc(8L * d.room);
            motion(&t, duplicates, &d);
            punctures = d.watched;
            repeats = d.repeated;
            free(d.latest);
            free(d.xs);
            free(d.ys);
            free(d.links);
        }
        ms[run] = cpuMs() - from;
    }
    qsort(ms, runs, sizeof *ms, ascending);
    printf("{\"best\": %.3f, \"median\": %.3f, \"punctures\": %ld, \"covered\": %.9f, \"repeated\": %ld}\n", ms[0],
           ms[runs / 2], punctures, share, repeats);
    return 0;
}
