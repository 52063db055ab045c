// Memory, the processor's variant and the context of a thread.
#define _GNU_SOURCE
#include "table.h"
#if defined(__GLIBC__)
#include <malloc.h>
#endif
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

__thread ck_thread_context ck_thread_context_value;

static atomic_int interrupted;
void ck_interrupt_set(int32_t value) { atomic_store(&interrupted, value); }
int32_t ck_interrupt_get(void) { return atomic_load_explicit(&interrupted, memory_order_relaxed); }

static atomic_uint_fast64_t sequence;
uint64_t ck_next_sequence(void) { return atomic_fetch_add_explicit(&sequence, 1, memory_order_relaxed) + 1; }

// MARK: Memory: size classes of powers of two and their halves, each with a list of free buffers

#define CLASSES 80
#ifndef __has_feature
#define __has_feature(name) 0
#endif
#if __has_feature(address_sanitizer)
// Every buffer from the system and of its own size, so that the sanitizer sees where it ends and when it is given back.
#define POOLED_MAX ((size_t)0)
#define LARGE_UNIT ((size_t)1)
#else
#define POOLED_MAX ((size_t)64 << 20)
#define LARGE_UNIT ((size_t)4096)
#endif
#define POOL_MAX ((int64_t)256 << 20)

static pthread_mutex_t pool_lock = PTHREAD_MUTEX_INITIALIZER;
static void *pool_free[CLASSES];
static int64_t pooled_bytes, used_bytes, peak_bytes, limit_bytes;

static void lock(void) { pthread_mutex_lock(&pool_lock); }
static void unlock(void) { pthread_mutex_unlock(&pool_lock); }

/// Class c holds 64 · 2^(c/2) bytes, or one and a half times that for odd c.
static int size_class(size_t bytes, size_t *size) {
    if (bytes <= 64) { *size = 64; return 0; }
    int top = 63 - __builtin_clzll(bytes - 1);
    size_t half = (size_t)1 << top;
    if (bytes <= half + half / 2) { *size = half + half / 2; return 2 * (top - 6) + 1; }
    *size = half * 2;
    return 2 * (top - 6) + 2;
}
static size_t large_size(size_t bytes) { return (bytes + LARGE_UNIT - 1) & ~(LARGE_UNIT - 1); }
void *ck_allocate(size_t bytes) {
    size_t size;
    if (bytes > ((size_t)1 << 44)) return NULL;
    int class = size_class(bytes, &size);
    if (size > POOLED_MAX) size = large_size(bytes);
    lock();
    if (limit_bytes && used_bytes + (int64_t)size > limit_bytes) { unlock(); return NULL; }
    used_bytes += (int64_t)size;
    if (used_bytes > peak_bytes) peak_bytes = used_bytes;
    void *buffer = NULL;
    if (size <= POOLED_MAX && (buffer = pool_free[class])) {
        pool_free[class] = *(void **)buffer;
        pooled_bytes -= (int64_t)size;
    }
    unlock();
    if (!buffer && posix_memalign(&buffer, 64, size)) {
        lock();
        used_bytes -= (int64_t)size;
        unlock();
        return NULL;
    }
    return buffer;
}
void ck_release(void *buffer, size_t bytes) {
    size_t size;
    int class = size_class(bytes, &size);
    if (size > POOLED_MAX) size = large_size(bytes);
    lock();
    used_bytes -= (int64_t)size;
    if (size <= POOLED_MAX && pooled_bytes + (int64_t)size <= POOL_MAX) {
        *(void **)buffer = pool_free[class];
        pool_free[class] = buffer;
        pooled_bytes += (int64_t)size;
        buffer = NULL;
    }
    unlock();
    free(buffer);
}
#define STAND_IN ((size_t)4 << 20)

void *ck_allocate_stand_in(size_t bytes) {
    int file = memfd_create("tensors", MFD_CLOEXEC);
    if (file < 0) return NULL;
    size_t size = (bytes + STAND_IN - 1) / STAND_IN * STAND_IN;
    char *base = ftruncate(file, STAND_IN) ? MAP_FAILED : mmap(NULL, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    for (size_t at = 0; base != MAP_FAILED && at < size; at += STAND_IN)
        if (mmap(base + at, STAND_IN, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, file, 0) == MAP_FAILED) {
            munmap(base, size);
            base = MAP_FAILED;
        }
    close(file);
    return base == MAP_FAILED ? NULL : base;
}
void ck_release_stand_in(void *buffer, size_t bytes) {
    munmap(buffer, (bytes + STAND_IN - 1) / STAND_IN * STAND_IN);
}
void ck_memory_trim(void) {
    lock();
    for (int c = 0; c < CLASSES; c++)
        while (pool_free[c]) {
            void *next = *(void **)pool_free[c];
            free(pool_free[c]);
            pool_free[c] = next;
        }
    pooled_bytes = 0;
    unlock();
}
void ck_memory_keep(void) {
#if defined(__GLIBC__)
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 128 << 20);
#endif
}
void ck_memory_limit(int64_t bytes) { lock(); limit_bytes = bytes; unlock(); }
int64_t ck_memory_limit_get(void) { lock(); int64_t v = limit_bytes; unlock(); return v; }
int64_t ck_memory_used(void) { lock(); int64_t v = used_bytes; unlock(); return v; }
int64_t ck_memory_peak(void) { lock(); int64_t v = peak_bytes; unlock(); return v; }
void ck_memory_reset_peak(void) { lock(); peak_bytes = used_bytes; unlock(); }

// MARK: Processor

const ck_table *ck_kernels = &baseline_table;
static int32_t variant = CK_BASELINE;

int32_t ck_variant_best(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("fma"))
        return CK_AVX512;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2")) return CK_AVX2;
#endif
    return CK_BASELINE;
}
int32_t ck_variant_get(void) { return variant; }
int32_t ck_variant_set(int32_t wanted) {
    if (wanted < CK_BASELINE || wanted > ck_variant_best()) return 0;
    variant = wanted;
    ck_kernels = &baseline_table;
#if defined(__x86_64__)
    if (wanted == CK_AVX2) ck_kernels = &avx2_table;
    if (wanted == CK_AVX512) ck_kernels = &avx512_table;
#endif
    return 1;
}
__attribute__((constructor)) static void choose_variant(void) {
    const char *name = getenv("LESSONS_CPU");
    int32_t wanted = ck_variant_best();
    if (name && !strcmp(name, "baseline")) wanted = CK_BASELINE;
    if (name && !strcmp(name, "avx2")) wanted = CK_AVX2;
    if (name && !strcmp(name, "avx512")) wanted = CK_AVX512;
    if (!ck_variant_set(wanted)) ck_variant_set(ck_variant_best());
}
