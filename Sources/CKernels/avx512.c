#include "table.h"
#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512bw,avx512vl,avx512cd,avx2,fma,f16c,bmi,bmi2,lzcnt"), min_vector_width(512))), apply_to = function)
#define CK_GEMM_512
#define NAME(f) avx512_##f
#include "variants.inc"
#pragma clang attribute pop
#endif
