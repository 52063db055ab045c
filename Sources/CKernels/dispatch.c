// The public kernels: layouts, the split over threads (over outputs only, so that bits never change), and the table.
#pragma STDC FP_CONTRACT OFF
#include "table.h"
#include <stdlib.h>

#define T (*ck_kernels)
/// Elements below which one thread is quicker than several.
#define GRAIN 65536

typedef struct slice { int64_t begin, end; } slice;
static slice part(int64_t n, int32_t parts, int32_t i, int64_t unit) {
    int64_t units = (n + unit - 1) / unit, a = units * i / parts * unit, b = units * (i + 1) / parts * unit;
    return (slice){a < n ? a : n, b < n ? b : n};
}
static int32_t parts_for(int64_t work, int64_t grain) {
    int32_t threads = ck_threads_get();
    int64_t most = work / grain;
    return most < 1 || threads == 1 ? 1 : most < threads ? (int32_t)most : threads;
}

typedef struct elementwise {
    int32_t kind, op, parts;
    int64_t n, s0, s1;
    const float *a, *b, *c;
    float *y;
    float f0, f1;
} elementwise;
enum { UNARY, SLOPE, SCALE, AXPY, CLAMP, CLAMP_SLOPE, RANGE, RANGE_SLOPE, LINE };
static void elementwise_part(const elementwise *e, int64_t i, int64_t n) {
    switch (e->kind) {
    case UNARY: T.unary(e->op, n, e->a + i, e->y + i); break;
    case SLOPE: T.unary_gradient(e->op, n, e->a + i * e->s0, e->s0, e->b + i, e->c + i, e->y + i); break;
    case SCALE: T.scale(n, e->a + i, e->f0, e->f1, e->y + i); break;
    case AXPY: T.axpy(n, e->f0, e->a + i, e->y + i); break;
    case CLAMP: T.clamp(n, e->a + i, e->f0, e->f1, e->y + i); break;
    case CLAMP_SLOPE: T.clamp_gradient(n, e->a + i, e->b + i, e->f0, e->f1, e->y + i); break;
    case RANGE: T.sigmoid_range(n, e->a + i, e->f0, e->f1, e->y + i); break;
    case RANGE_SLOPE: T.sigmoid_range_gradient(n, e->a + i * e->s0, e->s0, e->b + i, e->f0, e->f1, e->y + i); break;
    case LINE: T.binary_line(e->op, n, e->a + i * e->s0, e->s0, e->b + i * e->s1, e->s1, e->y + i); break;
    }
}
static void elementwise_body(void *context, int32_t index) {
    const elementwise *e = context;
    slice s = part(e->n, e->parts, index, 16);
    if (s.end > s.begin) elementwise_part(e, s.begin, s.end - s.begin);
}
static void run_elementwise(elementwise e, int64_t cost) {
    if (e.n <= 0) return;
    e.parts = parts_for(e.n * cost, GRAIN);
    if (e.parts <= 1) elementwise_part(&e, 0, e.n);
    else ck_parallel(e.parts, elementwise_body, &e);
}
static int64_t unary_cost(int32_t op) {
    switch (op) {
    case CK_NEG: case CK_ABS: case CK_RELU: case CK_SQUARE: case CK_COPY: return 1;
    case CK_SQRT: case CK_RECIPROCAL: return 2;
    default: return 4;
    }
}
void ck_unary(int32_t op, int64_t n, const float *x, float *y) {
    run_elementwise((elementwise){.kind = UNARY, .op = op, .n = n, .a = x, .y = y}, unary_cost(op));
}
float ck_unary_one(int32_t op, float x) { float y; T.unary(op, 1, &x, &y); return y; }
void ck_unary_gradient(int32_t op, int64_t n, const float *g, int64_t gs, const float *x, const float *y, float *dx) {
    run_elementwise((elementwise){.kind = SLOPE, .op = op, .n = n, .s0 = gs, .a = g, .b = x, .c = y, .y = dx}, 1);
}
void ck_scale(int64_t n, const float *x, float scale, float shift, float *y) {
    run_elementwise((elementwise){.kind = SCALE, .n = n, .a = x, .y = y, .f0 = scale, .f1 = shift}, 1);
}
void ck_axpy(int64_t n, float alpha, const float *x, float *y) {
    run_elementwise((elementwise){.kind = AXPY, .n = n, .a = x, .y = y, .f0 = alpha}, 1);
}
void ck_clamp(int64_t n, const float *x, float low, float high, float *y) {
    run_elementwise((elementwise){.kind = CLAMP, .n = n, .a = x, .y = y, .f0 = low, .f1 = high}, 1);
}
void ck_clamp_gradient(int64_t n, const float *g, const float *x, float low, float high, float *dx) {
    run_elementwise((elementwise){.kind = CLAMP_SLOPE, .n = n, .a = g, .b = x, .y = dx, .f0 = low, .f1 = high}, 1);
}
void ck_sigmoid_range(int64_t n, const float *x, float low, float high, float *y) {
    run_elementwise((elementwise){.kind = RANGE, .n = n, .a = x, .y = y, .f0 = low, .f1 = high}, 4);
}
void ck_sigmoid_range_gradient(int64_t n, const float *g, int64_t gs, const float *y, float low, float high, float *dx) {
    run_elementwise((elementwise){.kind = RANGE_SLOPE, .n = n, .s0 = gs, .a = g, .b = y, .y = dx, .f0 = low, .f1 = high}, 1);
}
void ck_fill(int64_t n, float value, float *y) {
    for (int64_t i = 0; i < n; i++) y[i] = value;
}

// MARK: Strided layouts

#define RANK_MAX 8
/// Drops axes of length 1 and joins neighbours that lie in one line for both operands (and a dense result).
typedef struct layout { int32_t rank; int64_t shape[RANK_MAX], sa[RANK_MAX], sb[RANK_MAX]; } layout;
static layout coalesce(int32_t rank, const int64_t *shape, const int64_t *sa, const int64_t *sb) {
    layout l = {0};
    for (int32_t i = 0; i < rank; i++) {
        if (shape[i] == 1) continue;
        int32_t r = l.rank;
        if (r && l.sa[r - 1] == sa[i] * shape[i] && l.sb[r - 1] == sb[i] * shape[i]) {
            l.shape[r - 1] *= shape[i];
            l.sa[r - 1] = sa[i];
            l.sb[r - 1] = sb[i];
        } else {
            l.shape[r] = shape[i];
            l.sa[r] = sa[i];
            l.sb[r] = sb[i];
            l.rank++;
        }
    }
    if (!l.rank) { l.rank = 1; l.shape[0] = 1; l.sa[0] = 0; l.sb[0] = 0; }
    return l;
}
/// Visits every line along the last axis: offsets into a and b, and the line's number.
#define FOR_LINES(l)                                                                              \
    int64_t lines = 1, index[RANK_MAX] = {0}, oa = 0, ob = 0;                                     \
    for (int32_t d = 0; d < (l).rank - 1; d++) lines *= (l).shape[d];                             \
    for (int64_t line = 0; line < lines; line++)
#define NEXT_LINE(l)                                                                              \
    for (int32_t d = (l).rank - 2; d >= 0; d--) {                                                 \
        oa += (l).sa[d];                                                                          \
        ob += (l).sb[d];                                                                          \
        if (++index[d] < (l).shape[d]) break;                                                     \
        oa -= (l).sa[d] * (l).shape[d];                                                           \
        ob -= (l).sb[d] * (l).shape[d];                                                           \
        index[d] = 0;                                                                             \
    }
static int64_t count_of(int32_t rank, const int64_t *shape) {
    int64_t n = 1;
    for (int32_t i = 0; i < rank; i++) n *= shape[i];
    return n;
}
void ck_binary(int32_t op, int32_t rank, const int64_t *shape, const float *a, const int64_t *sa, const float *b, const int64_t *sb, float *out) {
    if (!count_of(rank, shape)) return;
    layout l = coalesce(rank, shape, sa, sb);
    int64_t n = l.shape[l.rank - 1], ia = l.sa[l.rank - 1], ib = l.sb[l.rank - 1];
    if (l.rank == 1) {
        run_elementwise((elementwise){.kind = LINE, .op = op, .n = n, .s0 = ia, .s1 = ib, .a = a, .b = b, .y = out}, op >= CK_POW ? 40 : 1);
        return;
    }
    FOR_LINES(l) {
        T.binary_line(op, n, a + oa, ia, b + ob, ib, out + line * n);
        NEXT_LINE(l)
    }
}
void ck_compare(int32_t op, int32_t rank, const int64_t *shape, const float *a, const int64_t *sa, const float *b, const int64_t *sb, uint8_t *out) {
    if (!count_of(rank, shape)) return;
    layout l = coalesce(rank, shape, sa, sb);
    int64_t n = l.shape[l.rank - 1], ia = l.sa[l.rank - 1], ib = l.sb[l.rank - 1];
    FOR_LINES(l) {
        T.compare_line(op, n, a + oa, ia, b + ob, ib, out + line * n);
        NEXT_LINE(l)
    }
}
#define COPY_LINE(type)                                                                           \
    { const type *s = (const type *)x + oa; type *t = (type *)y + ob;                             \
      for (int64_t i = 0; i < n; i++) t[i * ib] = s[i * ia]; }
void ck_store_strided(int32_t size, int32_t rank, const int64_t *shape, const void *x, const int64_t *sx, void *y, const int64_t *sy) {
    if (!count_of(rank, shape)) return;
    layout l = coalesce(rank, shape, sx, sy);
    int64_t n = l.shape[l.rank - 1], ia = l.sa[l.rank - 1], ib = l.sb[l.rank - 1];
    FOR_LINES(l) {
        if (ia == 1 && ib == 1) memcpy((char *)y + ob * size, (const char *)x + oa * size, (size_t)(n * size));
        else if (size == 4) COPY_LINE(uint32_t)
        else if (size == 8) COPY_LINE(uint64_t)
        else COPY_LINE(uint8_t)
        NEXT_LINE(l)
    }
}
static void dense_strides(int32_t rank, const int64_t *shape, int64_t *strides) {
    int64_t s = 1;
    for (int32_t i = rank - 1; i >= 0; i--) { strides[i] = s; s *= shape[i]; }
}
void ck_copy_strided(int32_t size, int32_t rank, const int64_t *shape, const void *x, const int64_t *sx, void *y) {
    int64_t sy[RANK_MAX];
    dense_strides(rank, shape, sy);
    // A transposed matrix is copied in tiles, so that both sides stay in cache lines.
    if (rank == 2 && size == 4 && sx[0] == 1 && sx[1] > 1 && shape[0] > 8 && shape[1] > 8) {
        const uint32_t *s = x;
        uint32_t *t = y;
        int64_t rows = shape[0], columns = shape[1], ld = sx[1];
        for (int64_t i = 0; i < rows; i += 16)
            for (int64_t j = 0; j < columns; j += 16)
                for (int64_t p = i; p < (i + 16 < rows ? i + 16 : rows); p++)
                    for (int64_t q = j; q < (j + 16 < columns ? j + 16 : columns); q++) t[p * columns + q] = s[p + q * ld];
        return;
    }
    ck_store_strided(size, rank, shape, x, sx, y, sy);
}
void ck_add_strided(int32_t rank, const int64_t *shape, const float *x, const int64_t *sx, float *y, const int64_t *sy) {
    if (!count_of(rank, shape)) return;
    layout l = coalesce(rank, shape, sx, sy);
    int64_t n = l.shape[l.rank - 1], ia = l.sa[l.rank - 1], ib = l.sb[l.rank - 1];
    FOR_LINES(l) {
        if (ia == 1 && ib == 1) T.axpy(n, 1, x + oa, y + ob);
        else for (int64_t i = 0; i < n; i++) y[ob + i * ib] += x[oa + i * ia];
        NEXT_LINE(l)
    }
}

// MARK: Reductions

void ck_reduce(int32_t op, int64_t outer, int64_t k, int64_t inner, const float *x, float *y) { T.reduce(op, outer, k, inner, x, y); }
void ck_arg(int32_t op, int64_t outer, int64_t k, int64_t inner, const float *x, int64_t *y) {
    for (int64_t o = 0; o < outer; o++)
        for (int64_t j = 0; j < inner; j++) {
            const float *p = x + o * k * inner + j;
            float best = p[0];
            int64_t at = 0;
            for (int64_t i = 1; i < k && best == best; i++) {
                float v = p[i * inner];
                if (v != v || (op == CK_MAX ? v > best : v < best)) { best = v; at = i; }
            }
            y[o * inner + j] = at;
        }
}
float ck_dot(int64_t n, const float *a, const float *b) { return T.dot(n, a, b); }
float ck_squared_distance(int64_t n, const float *a, const float *b) { return T.squared_distance(n, a, b); }
double ck_sum_squares(int64_t n, const float *x) { return T.sum_squares(n, x); }
void ck_row_dot(int64_t rows, int64_t columns, const float *a, const float *b, float *y) { T.row_dot(rows, columns, a, b, y); }
void ck_row_dot_gradient(int64_t rows, int64_t columns, const float *g, int64_t gs, const float *a, const float *b, float *da, float *db) {
    T.row_dot_gradient(rows, columns, g, gs, a, b, da, db);
}
void ck_moments(int64_t outer, int64_t k, int64_t inner, const float *x, float *mean, float *squares) {
    for (int64_t o = 0; o < outer; o++)
        for (int64_t j = 0; j < inner; j++) {
            const float *p = x + o * k * inner + j;
            double s = 0, q = 0;
            for (int64_t i = 0; i < k; i++) s += p[i * inner];
            double m = s / (double)k;
            for (int64_t i = 0; i < k; i++) { double d = p[i * inner] - m, dd = d * d; q += dd; }
            mean[o * inner + j] = (float)m;
            squares[o * inner + j] = (float)q;
        }
}
void ck_cumsum(int64_t outer, int64_t k, int64_t inner, const float *x, float *y, int32_t reverse) {
    for (int64_t o = 0; o < outer; o++)
        for (int64_t j = 0; j < inner; j++) {
            double s = 0;
            for (int64_t i = 0; i < k; i++) {
                int64_t at = (o * k + (reverse ? k - 1 - i : i)) * inner + j;
                s += x[at];
                y[at] = (float)s;
            }
        }
}

typedef struct by_rows {
    int32_t kind, parts;
    int64_t rows, columns, ss;
    const float *a, *b;
    const int64_t *targets;
    float *y;
} by_rows;
enum { SOFTMAX, LOG_SOFTMAX, SOFTMAX_SLOPE, LOG_SOFTMAX_SLOPE, NLL_SLOPE, GATHER };
static void rows_body(void *context, int32_t index) {
    const by_rows *e = context;
    slice s = part(e->rows, e->parts, index, 1);
    int64_t n = s.end - s.begin, o = s.begin * e->columns;
    if (n <= 0) return;
    switch (e->kind) {
    case SOFTMAX: T.softmax(n, e->columns, e->a + o, e->y + o); break;
    case LOG_SOFTMAX: T.log_softmax(n, e->columns, e->a + o, e->y + o); break;
    case SOFTMAX_SLOPE: T.softmax_gradient(n, e->columns, e->a + o, e->b + o, e->y + o); break;
    case LOG_SOFTMAX_SLOPE: T.log_softmax_gradient(n, e->columns, e->a + o, e->b + o, e->y + o); break;
    case NLL_SLOPE: T.log_softmax_nll_gradient(n, e->columns, e->a + s.begin * e->ss, e->ss, e->b + o, e->targets + s.begin, e->y + o); break;
    case GATHER: T.gather_rows(n, e->columns, e->a, e->targets + s.begin, e->y + o); break;
    }
}
static void run_rows(by_rows e, int64_t cost) {
    e.parts = parts_for(e.rows * e.columns * cost, GRAIN);
    if (e.parts <= 1) { e.parts = 1; rows_body(&e, 0); }
    else ck_parallel(e.parts, rows_body, &e);
}
void ck_softmax(int64_t rows, int64_t columns, const float *x, float *y) {
    run_rows((by_rows){.kind = SOFTMAX, .rows = rows, .columns = columns, .a = x, .y = y}, 4);
}
void ck_log_softmax(int64_t rows, int64_t columns, const float *x, float *y) {
    run_rows((by_rows){.kind = LOG_SOFTMAX, .rows = rows, .columns = columns, .a = x, .y = y}, 4);
}
void ck_softmax_gradient(int64_t rows, int64_t columns, const float *g, const float *y, float *dx) {
    run_rows((by_rows){.kind = SOFTMAX_SLOPE, .rows = rows, .columns = columns, .a = g, .b = y, .y = dx}, 2);
}
void ck_log_softmax_gradient(int64_t rows, int64_t columns, const float *g, const float *y, float *dx) {
    run_rows((by_rows){.kind = LOG_SOFTMAX_SLOPE, .rows = rows, .columns = columns, .a = g, .b = y, .y = dx}, 4);
}
void ck_log_softmax_nll_gradient(int64_t rows, int64_t columns, const float *scale, int64_t ss, const float *y, const int64_t *targets, float *dx) {
    run_rows((by_rows){.kind = NLL_SLOPE, .rows = rows, .columns = columns, .a = scale, .b = y, .ss = ss, .targets = targets, .y = dx}, 4);
}
void ck_gather_rows(int64_t count, int64_t columns, const float *table, const int64_t *rows, float *y) {
    run_rows((by_rows){.kind = GATHER, .rows = count, .columns = columns, .a = table, .targets = rows, .y = y}, 1);
}
void ck_scatter_add_rows(int64_t count, int64_t columns, const float *g, const int64_t *rows, float *table) {
    T.scatter_add_rows(count, columns, g, rows, table);
}
void ck_range_int64(int64_t n, const int64_t *x, int64_t *low, int64_t *high) {
    int64_t a = INT64_MAX, b = INT64_MIN;
    for (int64_t i = 0; i < n; i++) { a = x[i] < a ? x[i] : a; b = x[i] > b ? x[i] : b; }
    *low = a;
    *high = b;
}

// MARK: Windows of pictures

void ck_im2col(const float *x, int64_t channels, int64_t height, int64_t width, int64_t kh, int64_t kw, int64_t sh, int64_t sw, int64_t ph, int64_t pw, int64_t oh, int64_t ow, float *columns) {
    for (int64_t c = 0; c < channels; c++)
        for (int64_t i = 0; i < kh; i++)
            for (int64_t j = 0; j < kw; j++)
                for (int64_t y = 0; y < oh; y++) {
                    int64_t row = y * sh - ph + i;
                    for (int64_t z = 0; z < ow; z++) {
                        int64_t column = z * sw - pw + j;
                        int inside = row >= 0 && row < height && column >= 0 && column < width;
                        *columns++ = inside ? x[(c * height + row) * width + column] : 0;
                    }
                }
}
void ck_col2im(const float *columns, int64_t channels, int64_t height, int64_t width, int64_t kh, int64_t kw, int64_t sh, int64_t sw, int64_t ph, int64_t pw, int64_t oh, int64_t ow, float *x) {
    for (int64_t c = 0; c < channels; c++)
        for (int64_t i = 0; i < kh; i++)
            for (int64_t j = 0; j < kw; j++)
                for (int64_t y = 0; y < oh; y++) {
                    int64_t row = y * sh - ph + i;
                    for (int64_t z = 0; z < ow; z++, columns++) {
                        int64_t column = z * sw - pw + j;
                        if (row >= 0 && row < height && column >= 0 && column < width) x[(c * height + row) * width + column] += *columns;
                    }
                }
}

// MARK: Optimizers

typedef struct optimizer {
    int32_t kind, parts;
    int64_t n;
    float *p, *s0, *s1;
    const float *g;
    ck_sgd sgd;
    ck_adam adam;
    ck_rmsprop rmsprop;
    ck_adagrad adagrad;
} optimizer;
static void optimizer_body(void *context, int32_t index) {
    const optimizer *o = context;
    slice s = part(o->n, o->parts, index, 16);
    int64_t i = s.begin, n = s.end - s.begin;
    if (n <= 0) return;
    const float *g = o->g ? o->g + i : NULL;
    float *s0 = o->s0 ? o->s0 + i : NULL, *s1 = o->s1 ? o->s1 + i : NULL;
    switch (o->kind) {
    case 0: T.sgd_step(n, o->p + i, g, s0, o->sgd); break;
    case 1: T.adam_step(n, o->p + i, g, s0, s1, o->adam); break;
    case 2: T.rmsprop_step(n, o->p + i, g, s0, s1, o->rmsprop); break;
    case 3: T.adagrad_step(n, o->p + i, g, s0, o->adagrad); break;
    }
}
static void run_optimizer(optimizer o) {
    o.parts = parts_for(o.n, GRAIN / 2);
    if (o.parts <= 1) { o.parts = 1; optimizer_body(&o, 0); }
    else ck_parallel(o.parts, optimizer_body, &o);
}
void ck_sgd_step(int64_t n, float *p, const float *g, float *velocity, ck_sgd options) {
    run_optimizer((optimizer){.kind = 0, .n = n, .p = p, .g = g, .s0 = velocity, .sgd = options});
}
void ck_adam_step(int64_t n, float *p, const float *g, float *m, float *v, ck_adam options) {
    run_optimizer((optimizer){.kind = 1, .n = n, .p = p, .g = g, .s0 = m, .s1 = v, .adam = options});
}
void ck_rmsprop_step(int64_t n, float *p, const float *g, float *square, float *velocity, ck_rmsprop options) {
    run_optimizer((optimizer){.kind = 2, .n = n, .p = p, .g = g, .s0 = square, .s1 = velocity, .rmsprop = options});
}
void ck_adagrad_step(int64_t n, float *p, const float *g, float *sum, ck_adagrad options) {
    run_optimizer((optimizer){.kind = 3, .n = n, .p = p, .g = g, .s0 = sum, .adagrad = options});
}

#define WORK_FLOATS (240 * 256 + 512 * 256 + 32)

typedef struct product {
    int32_t parts, by_rows, accumulate, activation;
    int64_t m, n, k, ars, acs, brs, bcs, rs, cs;
    const float *a, *b, *bias;
    float *c;
} product;
static ck_gemm_function fast_gemm;
static float *work_buffer(void) {
    static __thread float *buffer;
    if (!buffer && posix_memalign((void **)&buffer, 64, WORK_FLOATS * 4)) abort();
    return buffer;
}
/// Products of a few elements: packing would cost more than it saves.
static void small_product(const product *p, int64_t i0, int64_t i1, int64_t j0, int64_t j1) {
    for (int64_t i = i0; i < i1; i++)
        for (int64_t j = j0; j < j1; j++) {
            float s = p->accumulate ? p->c[i * p->rs + j * p->cs] : 0;
            for (int64_t q = 0; q < p->k; q++) s = __builtin_fmaf(p->a[i * p->ars + q * p->acs], p->b[q * p->brs + j * p->bcs], s);
            p->c[i * p->rs + j * p->cs] = s;
        }
}
/// Bias and activation of m × n results at c, whose first column is number `first` of the whole.
static void finish_rows(const product *p, float *c, int64_t first, int64_t m, int64_t n) {
    for (int64_t i = 0; i < m; i++, c += p->rs) {
        if (p->bias) T.axpy(n, 1, p->bias + first, c);
        if (p->activation) T.unary(p->activation == 1 ? CK_RELU : CK_TANH, n, c, c);
    }
}
static void product_body(void *context, int32_t index) {
    const product *p = context;
    slice rows = {0, p->m}, columns = {0, p->n};
    if (p->by_rows) rows = part(p->m, p->parts, index, 12);
    else columns = part(p->n, p->parts, index, 32);
    int64_t m = rows.end - rows.begin, n = columns.end - columns.begin;
    if (m <= 0 || n <= 0) return;
    const float *a = p->a + rows.begin * p->ars, *b = p->b + columns.begin * p->bcs;
    float *c = p->c + rows.begin * p->rs + columns.begin * p->cs;
    if (m * n * p->k <= 512) small_product(p, rows.begin, rows.end, columns.begin, columns.end);
    else if (p->k == 0) { if (!p->accumulate) for (int64_t i = 0; i < m; i++) for (int64_t j = 0; j < n; j++) c[i * p->rs + j * p->cs] = 0; }
    // A narrow result is computed as its transpose, so that the longer side fills the vectors.
    else if (n < 16 && m > n) T.gemm(n, m, p->k, b, p->bcs, p->brs, a, p->acs, p->ars, c, p->cs, p->rs, p->accumulate, work_buffer());
    else T.gemm(m, n, p->k, a, p->ars, p->acs, b, p->brs, p->bcs, c, p->rs, p->cs, p->accumulate, work_buffer());
    finish_rows(p, c, columns.begin, m, n);
}
void ck_gemm_fast_set(ck_gemm_function function) { fast_gemm = function; }
void ck_gemm(int64_t m, int64_t n, int64_t k, const float *a, int64_t ars, int64_t acs, const float *b, int64_t brs, int64_t bcs, float *c, int64_t ldc, int32_t accumulate, const float *bias, int32_t activation) {
    if (m <= 0 || n <= 0) return;
    product p = {.by_rows = m >= n, .accumulate = accumulate, .activation = activation, .m = m, .n = n, .k = k, .ars = ars,
                 .acs = acs, .brs = brs, .bcs = bcs, .rs = ldc, .cs = 1, .a = a, .b = b, .bias = bias, .c = c};
    if (ck_context()->fast > 0 && fast_gemm && fast_gemm(m, n, k, a, ars, acs, b, brs, bcs, c, ldc, accumulate)) {
        finish_rows(&p, c, 0, m, n);
        return;
    }
    p.parts = parts_for(m * n * k, 1 << 20);
    if (p.parts <= 1) { p.parts = 1; product_body(&p, 0); }
    else ck_parallel(p.parts, product_body, &p);
}

// MARK: Random numbers (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3")

void ck_philox(uint64_t key, uint64_t counter, uint32_t out[4]) {
    uint32_t x0 = (uint32_t)counter, x1 = (uint32_t)(counter >> 32), x2 = 0, x3 = 0;
    uint32_t k0 = (uint32_t)key, k1 = (uint32_t)(key >> 32);
    for (int r = 0; r < 10; r++) {
        uint64_t p0 = (uint64_t)0xD2511F53u * x0, p1 = (uint64_t)0xCD9E8D57u * x2;
        uint32_t y0 = (uint32_t)(p1 >> 32) ^ x1 ^ k0, y2 = (uint32_t)(p0 >> 32) ^ x3 ^ k1;
        x1 = (uint32_t)p1;
        x3 = (uint32_t)p0;
        x0 = y0;
        x2 = y2;
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    out[0] = x0; out[1] = x1; out[2] = x2; out[3] = x3;
}
void ck_random_uniform(uint64_t key, uint64_t counter, int64_t n, float shift, float scale, float *y) {
    T.random_uniform(key, counter, n, shift, scale, y);
}
/// Box and Muller's transform of pairs of uniform numbers.
void ck_random_normal(uint64_t key, uint64_t counter, int64_t n, float mean, float deviation, float *y) {
    for (int64_t i = 0; i < n; i += 16) {
        float radius[8], angle[8], cosine[8], sine[8], v[16];
        for (int b = 0; b < 4; b++) {
            uint32_t bits[4];
            ck_philox(key, counter++, bits);
            for (int j = 0; j < 2; j++) {
                radius[2 * b + j] = ((float)(bits[2 * j] >> 8) + 0.5f) * 0x1p-24f;
                angle[2 * b + j] = (float)(bits[2 * j + 1] >> 8) * (float)(0x1p-24 * 6.283185307179586);
            }
        }
        T.unary(CK_LOG, 8, radius, radius);
        for (int j = 0; j < 8; j++) radius[j] *= -2;
        T.unary(CK_SQRT, 8, radius, radius);
        T.unary(CK_COS, 8, angle, cosine);
        T.unary(CK_SIN, 8, angle, sine);
        for (int j = 0; j < 8; j++) { v[2 * j] = radius[j] * cosine[j]; v[2 * j + 1] = radius[j] * sine[j]; }
        for (int64_t j = 0; j < 16 && i + j < n; j++) y[i + j] = __builtin_fmaf(v[j], deviation, mean);
    }
}
