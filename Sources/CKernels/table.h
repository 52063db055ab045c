// One table of kernels for each processor variant.
#pragma clang diagnostic ignored "-Wpsabi"
#ifndef CK_TABLE_H
#define CK_TABLE_H
#include "include/CKernels.h"
#include <math.h>
#include <string.h>

typedef struct ck_table {
    void (*unary)(int32_t, int64_t, const float *, float *);
    void (*unary_gradient)(int32_t, int64_t, const float *, int64_t, const float *, const float *, float *);
    void (*binary_line)(int32_t, int64_t, const float *, int64_t, const float *, int64_t, float *);
    void (*compare_line)(int32_t, int64_t, const float *, int64_t, const float *, int64_t, uint8_t *);
    void (*scale)(int64_t, const float *, float, float, float *);
    void (*axpy)(int64_t, float, const float *, float *);
    void (*clamp)(int64_t, const float *, float, float, float *);
    void (*clamp_gradient)(int64_t, const float *, const float *, float, float, float *);
    void (*sigmoid_range)(int64_t, const float *, float, float, float *);
    void (*sigmoid_range_gradient)(int64_t, const float *, int64_t, const float *, float, float, float *);
    float (*dot)(int64_t, const float *, const float *);
    float (*squared_distance)(int64_t, const float *, const float *);
    double (*sum_squares)(int64_t, const float *);
    void (*reduce)(int32_t, int64_t, int64_t, int64_t, const float *, float *);
    void (*row_dot)(int64_t, int64_t, const float *, const float *, float *);
    void (*row_dot_gradient)(int64_t, int64_t, const float *, int64_t, const float *, const float *, float *, float *);
    void (*softmax)(int64_t, int64_t, const float *, float *);
    void (*log_softmax)(int64_t, int64_t, const float *, float *);
    void (*softmax_gradient)(int64_t, int64_t, const float *, const float *, float *);
    void (*log_softmax_gradient)(int64_t, int64_t, const float *, const float *, float *);
    void (*log_softmax_nll_gradient)(int64_t, int64_t, const float *, int64_t, const float *, const int64_t *, float *);
    void (*gather_rows)(int64_t, int64_t, const float *, const int64_t *, float *);
    void (*scatter_add_rows)(int64_t, int64_t, const float *, const int64_t *, float *);
    void (*sgd_step)(int64_t, float *, const float *, float *, ck_sgd);
    void (*adam_step)(int64_t, float *, const float *, float *, float *, ck_adam);
    void (*rmsprop_step)(int64_t, float *, const float *, float *, float *, ck_rmsprop);
    void (*adagrad_step)(int64_t, float *, const float *, float *, ck_adagrad);
    void (*random_uniform)(uint64_t, uint64_t, int64_t, float, float, float *);
    void (*gemm)(int64_t, int64_t, int64_t, const float *, int64_t, int64_t, const float *, int64_t, int64_t, float *,
                 int64_t, int64_t, int32_t, float *);
} ck_table;

extern const ck_table baseline_table;
#if defined(__x86_64__)
extern const ck_table avx2_table;
extern const ck_table avx512_table;
#endif
extern const ck_table *ck_kernels;
#endif
