// The hot loops of Tensors. One source, `variants.inc`, is compiled for several processors; see dispatch.c.
#ifndef CKERNELS_H
#define CKERNELS_H
#pragma clang diagnostic ignored "-Wnullability-completeness"
#pragma clang diagnostic ignored "-Wnullability-completeness-on-arrays"
#include <stddef.h>
#include <stdint.h>

// MARK: Context of a thread

/// What belongs to the thread that computes: read and written by Swift through `ck_context()`.
typedef struct ck_thread_context {
    int32_t withoutGradient;  // depth of withoutGradient { }
    int32_t collecting;       // depth of withFaults { }
    int32_t faulted;          // a fault is pending
    int32_t teardownDepth;    // nesting of node deinitialisers
    int32_t fast;             // depth of fast { }
    void *fault;              // retained box of the pending fault
    void *stream;             // retained random stream
    void *trash;              // retained list of what waits to be torn down
} ck_thread_context;

extern __thread ck_thread_context ck_thread_context_value;
static inline ck_thread_context *_Nonnull ck_context(void) { return &ck_thread_context_value; }

void ck_interrupt_set(int32_t value);
int32_t ck_interrupt_get(void);
uint64_t ck_next_sequence(void);

// MARK: Memory

/// A buffer of at least `bytes`, aligned to 64 bytes; NULL when the budget or the machine has no more.
void *ck_allocate(size_t bytes);
void ck_release(void *buffer, size_t bytes);
/// Address space of `bytes` over a few megabytes of memory, which repeat: what a refused operation may write to
/// without harm. NULL when not even that can be had.
void *ck_allocate_stand_in(size_t bytes);
void ck_release_stand_in(void *buffer, size_t bytes);
void ck_memory_limit(int64_t bytes);
int64_t ck_memory_limit_get(void);
int64_t ck_memory_used(void);
int64_t ck_memory_peak(void);
void ck_memory_reset_peak(void);
/// Gives pooled buffers back to the system.
void ck_memory_trim(void);
/// One pool of freed memory for all threads, from which pieces of up to 32 MB are taken.
void ck_memory_keep(void);

// MARK: Threads and processor

void ck_threads_set(int32_t count);
int32_t ck_threads_get(void);
/// Runs `body(context, i)` for i in 0..<count on the pool; returns when all are done.
void ck_parallel(int32_t count, void (*body)(void *context, int32_t index), void *context);

enum { CK_BASELINE = 0, CK_AVX2 = 1, CK_AVX512 = 2 };
/// The best variant that this processor can run.
int32_t ck_variant_best(void);
int32_t ck_variant_get(void);
/// Chooses a variant; returns 0 when the processor cannot run it.
int32_t ck_variant_set(int32_t variant);

// MARK: Elementwise

enum {
    CK_NEG, CK_EXP, CK_LOG, CK_SQRT, CK_ABS, CK_TANH, CK_SIGMOID, CK_RELU, CK_SQUARE, CK_SIN, CK_COS,
    CK_SOFTPLUS, CK_GELU, CK_RECIPROCAL, CK_SIGN, CK_FLOOR, CK_CEIL, CK_ROUND, CK_ERF, CK_RSQRT,
    CK_LOG1P, CK_LOG2, CK_LOG10, CK_TAN, CK_EXPM1, CK_COPY, CK_TRUNC, CK_ATAN
};
enum { CK_ADD, CK_SUB, CK_MUL, CK_DIV, CK_MAXIMUM, CK_MINIMUM, CK_POW, CK_ATAN2 };
enum { CK_EQ, CK_NE, CK_LT, CK_LE, CK_GT, CK_GE };
enum { CK_SUM, CK_MAX, CK_MIN, CK_PROD };

void ck_unary(int32_t op, int64_t n, const float *x, float *y);
/// dx = g · f'(x), from x and y = f(x); gs is the stride of g, 0 or 1.
void ck_unary_gradient(int32_t op, int64_t n, const float *g, int64_t gs, const float *x, const float *y, float *dx);
/// out = a ∘ b over `shape`, strides in elements (0 where broadcast); out is dense.
void ck_binary(int32_t op, int32_t rank, const int64_t *shape, const float *a, const int64_t *sa, const float *b,
               const int64_t *sb, float *out);
void ck_compare(int32_t op, int32_t rank, const int64_t *shape, const float *a, const int64_t *sa, const float *b,
                const int64_t *sb, uint8_t *out);
/// y = x · scale + shift
void ck_scale(int64_t n, const float *x, float scale, float shift, float *y);
/// y += alpha · x
void ck_axpy(int64_t n, float alpha, const float *x, float *y);
void ck_clamp(int64_t n, const float *x, float low, float high, float *y);
/// dx = g where low ≤ x ≤ high, else 0
void ck_clamp_gradient(int64_t n, const float *g, const float *x, float low, float high, float *dx);
/// y = lowest + (highest - lowest) · sigmoid(x)
void ck_sigmoid_range(int64_t n, const float *x, float low, float high, float *y);
void ck_sigmoid_range_gradient(int64_t n, const float *g, int64_t gs, const float *y, float low, float high, float *dx);
void ck_fill(int64_t n, float value, float *y);

/// Copies a strided block to dense order; `size` is 1, 4 or 8 bytes an element.
void ck_copy_strided(int32_t size, int32_t rank, const int64_t *shape, const void *x, const int64_t *sx, void *y);
/// Copies dense x (or a broadcast one, strides sx) into a strided y.
void ck_store_strided(int32_t size, int32_t rank, const int64_t *shape, const void *x, const int64_t *sx, void *y,
                      const int64_t *sy);
/// y (strided) += x (strided)
void ck_add_strided(int32_t rank, const int64_t *shape, const float *x, const int64_t *sx, float *y,
                    const int64_t *sy);

// MARK: Reductions

/// Over the middle axis of [outer, k, inner].
void ck_reduce(int32_t op, int64_t outer, int64_t k, int64_t inner, const float *x, float *y);
/// Index of the extreme over the middle axis; `op` is CK_MAX or CK_MIN, the first of equals.
void ck_arg(int32_t op, int64_t outer, int64_t k, int64_t inner, const float *x, int64_t *y);
/// Σ a·b
float ck_dot(int64_t n, const float *a, const float *b);
/// Σ (a - b)²
float ck_squared_distance(int64_t n, const float *a, const float *b);
/// Σ x², in double
double ck_sum_squares(int64_t n, const float *x);
/// y[row] = Σ a[row, :] · b[row, :]
void ck_row_dot(int64_t rows, int64_t columns, const float *a, const float *b, float *y);
/// da[row, :] = g[row] · b[row, :]; either result may be NULL.
void ck_row_dot_gradient(int64_t rows, int64_t columns, const float *g, int64_t gs, const float *a, const float *b,
                         float *da, float *db);
/// Mean and variance (population, times n) over the middle axis of [outer, k, inner], in double.
void ck_moments(int64_t outer, int64_t k, int64_t inner, const float *x, float *mean, float *squares);
void ck_cumsum(int64_t outer, int64_t k, int64_t inner, const float *x, float *y, int32_t reverse);

void ck_softmax(int64_t rows, int64_t columns, const float *x, float *y);
void ck_log_softmax(int64_t rows, int64_t columns, const float *x, float *y);
void ck_softmax_gradient(int64_t rows, int64_t columns, const float *g, const float *y, float *dx);
void ck_log_softmax_gradient(int64_t rows, int64_t columns, const float *g, const float *y, float *dx);
/// dx = scale[row] · (exp(y) - onehot(target)) for rows whose target counts; scale has stride `ss`.
void ck_log_softmax_nll_gradient(int64_t rows, int64_t columns, const float *scale, int64_t ss, const float *y,
                                 const int64_t *targets, float *dx);

// MARK: Products

/// C = A·B (+ C where `accumulate`); every element is summed over k in order with fused multiply-add.
/// Element (i, p) of A is at a[i·ars + p·acs]; B likewise. `bias` (or NULL) is added to each row, then
/// `activation` is applied: 0 none, 1 relu, 2 tanh.
void ck_gemm(int64_t m, int64_t n, int64_t k, const float *a, int64_t ars, int64_t acs, const float *b, int64_t brs,
             int64_t bcs, float *c, int64_t ldc, int32_t accumulate, const float *bias, int32_t activation);

/// Another product that ck_gemm may take where the thread's context says `fast`; 0 from it: not for these matrices.
typedef int32_t (*ck_gemm_function)(int64_t m, int64_t n, int64_t k, const float *a, int64_t ars, int64_t acs,
                                    const float *b, int64_t brs, int64_t bcs, float *c, int64_t ldc,
                                    int32_t accumulate);
void ck_gemm_fast_set(ck_gemm_function function);

// MARK: Rows

void ck_gather_rows(int64_t count, int64_t columns, const float *table, const int64_t *rows, float *y);
/// table[rows[i], :] += g[i, :], in order of i
void ck_scatter_add_rows(int64_t count, int64_t columns, const float *g, const int64_t *rows, float *table);
/// The smallest and largest of n indices.
void ck_range_int64(int64_t n, const int64_t *x, int64_t *low, int64_t *high);
void ck_im2col(const float *x, int64_t channels, int64_t height, int64_t width, int64_t kh, int64_t kw, int64_t sh,
               int64_t sw, int64_t ph, int64_t pw, int64_t oh, int64_t ow, float *columns);
void ck_col2im(const float *columns, int64_t channels, int64_t height, int64_t width, int64_t kh, int64_t kw,
               int64_t sh, int64_t sw, int64_t ph, int64_t pw, int64_t oh, int64_t ow, float *x);

// MARK: Optimizer steps, one pass each; g may be NULL for a gradient of zeros

typedef struct ck_sgd { float rate, momentum, dampening, decay; int32_t nesterov, first; } ck_sgd;
void ck_sgd_step(int64_t n, float *p, const float *g, float *velocity, ck_sgd options);

/// `take1` is 1 - beta1, `take2` 1 - beta2, `shrink` what decay leaves of the parameter (AdamW), `decay` what it adds to
/// the gradient (Adam). `step` is the rate over the first bias correction, `root` 1 over the root of the second.
typedef struct ck_adam { float step, take1, beta2, take2, root, epsilon, shrink, decay; } ck_adam;
void ck_adam_step(int64_t n, float *p, const float *g, float *m, float *v, ck_adam options);

/// `take` is 1 - alpha.
typedef struct ck_rmsprop { float rate, alpha, take, epsilon, decay, momentum; } ck_rmsprop;
void ck_rmsprop_step(int64_t n, float *p, const float *g, float *square, float *velocity, ck_rmsprop options);

typedef struct ck_adagrad { float rate, epsilon, decay; } ck_adagrad;
void ck_adagrad_step(int64_t n, float *p, const float *g, float *sum, ck_adagrad options);

// MARK: Random numbers (Philox 4×32, ten rounds)

void ck_philox(uint64_t key, uint64_t counter, uint32_t out[4]);
/// n numbers from four-number blocks starting at `counter`; uniform in [0, 1) times `scale` plus `shift`.
void ck_random_uniform(uint64_t key, uint64_t counter, int64_t n, float shift, float scale, float *y);
void ck_random_normal(uint64_t key, uint64_t counter, int64_t n, float mean, float deviation, float *y);

/// One value by the own elementwise functions.
float ck_unary_one(int32_t op, float x);
#endif
