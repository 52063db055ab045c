#include "table.h"
#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma,f16c,bmi,bmi2,lzcnt"))), apply_to = function)
#define CK_GEMM_256
#define NAME(f) avx2_##f
#include "variants.inc"
#pragma clang attribute pop
#endif
