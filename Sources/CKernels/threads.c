// Threads that share the pieces of one piece of work after another.
//
// Pieces are taken one by one by whoever is free, the caller among them: a worker that the system has not woken yet
// keeps nobody waiting. Workers look for the next work for a few microseconds, then sleep.
#define _GNU_SOURCE
#include "include/CKernels.h"
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#define WORKERS_MAX 63
/// Looks at the ticket before a worker sleeps, and at the pieces under way before the caller does.
#define WORKER_LOOKS 6000
#define CALLER_LOOKS 3000

// The present work. Its fields are written by the caller while no piece is open. A worker reads them and then takes a
// piece by moving the ticket on from the value that it saw: if that succeeds, the fields were those of its work.
static _Atomic(void (*)(void *, int32_t)) work_body;
static _Atomic(void *) work_context;
static atomic_int work_threads;
/// The work's number in the upper half, the pieces that nobody has taken in the lower.
static atomic_uint_fast64_t ticket;
static atomic_int under_way;

static pthread_mutex_t caller_mutex = PTHREAD_MUTEX_INITIALIZER, sleep_mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t work_came = PTHREAD_COND_INITIALIZER, work_ended = PTHREAD_COND_INITIALIZER;
static atomic_int sleepers, caller_sleeps;
static int32_t started;
static atomic_int wanted_threads;

static inline void relax(void) {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#else
    __asm__ volatile("" ::: "memory");
#endif
}
static inline uint32_t open_pieces(uint64_t t) { return (uint32_t)t; }

/// Takes a piece of the work that is open, if it is for thread `me`, and does it; 0 where there is none.
static int do_piece(int32_t me) {
    uint64_t seen = atomic_load(&ticket);
    while (open_pieces(seen)) {
        void (*body)(void *, int32_t) = atomic_load_explicit(&work_body, memory_order_relaxed);
        void *context = atomic_load_explicit(&work_context, memory_order_relaxed);
        if (me >= atomic_load_explicit(&work_threads, memory_order_relaxed)) return 0;
        if (!atomic_compare_exchange_weak(&ticket, &seen, seen - 1)) continue;
        body(context, (int32_t)open_pieces(seen) - 1);
        if (atomic_fetch_sub(&under_way, 1) == 1 && atomic_load(&caller_sleeps)) {
            pthread_mutex_lock(&sleep_mutex);
            pthread_cond_signal(&work_ended);
            pthread_mutex_unlock(&sleep_mutex);
        }
        return 1;
    }
    return 0;
}
static void *worker(void *argument) {
    int32_t me = (int32_t)(intptr_t)argument;
    for (int looks = 0;;) {
        if (do_piece(me)) { looks = 0; continue; }
        if (++looks < WORKER_LOOKS) { relax(); continue; }
        looks = 0;
        pthread_mutex_lock(&sleep_mutex);
        atomic_fetch_add(&sleepers, 1);
        uint64_t before = atomic_load(&ticket);
        // Work that is open but meant for fewer threads is no reason to stay awake.
        if (!open_pieces(before) || me >= atomic_load_explicit(&work_threads, memory_order_relaxed))
            pthread_cond_wait(&work_came, &sleep_mutex);
        atomic_fetch_sub(&sleepers, 1);
        pthread_mutex_unlock(&sleep_mutex);
    }
    return NULL;
}
static void start_workers(int32_t count) {
    while (started < count && started < WORKERS_MAX) {
        pthread_t thread;
        pthread_attr_t attributes;
        pthread_attr_init(&attributes);
        pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
        int failed = pthread_create(&thread, &attributes, worker, (void *)(intptr_t)(started + 1));
        pthread_attr_destroy(&attributes);
        if (failed) break;
        started++;
    }
}
static void wait_for_pieces(void) {
    for (int looks = 0; looks < CALLER_LOOKS; looks++) {
        if (!atomic_load_explicit(&under_way, memory_order_acquire)) return;
        relax();
    }
    pthread_mutex_lock(&sleep_mutex);
    atomic_store(&caller_sleeps, 1);
    while (atomic_load(&under_way)) pthread_cond_wait(&work_ended, &sleep_mutex);
    atomic_store(&caller_sleeps, 0);
    pthread_mutex_unlock(&sleep_mutex);
}

void ck_threads_set(int32_t count) {
    if (count < 1) count = 1;
    if (count > WORKERS_MAX + 1) count = WORKERS_MAX + 1;
    atomic_store(&wanted_threads, count);
}
int32_t ck_threads_get(void) {
    if (!atomic_load_explicit(&wanted_threads, memory_order_relaxed)) {
        const char *text = getenv("LESSONS_THREADS");
        int32_t n = text ? atoi(text) : 0;
        if (n < 1) {
            cpu_set_t set;
            n = pthread_getaffinity_np(pthread_self(), sizeof set, &set) ? 1 : CPU_COUNT(&set);
        }
        ck_threads_set(n);
    }
    return atomic_load_explicit(&wanted_threads, memory_order_relaxed);
}

// Where others use the processors too, a piece may lie half done while its thread waits for its turn, and the caller
// with it. Over windows of several works the time lost so is held against the time that helpers save; where they cost
// more than they bring, the caller works alone for a while, longer each time.
#define WINDOW 16
#define ALONE_MIN 32
#define ALONE_MAX 4096
static int64_t window_worked, window_waited;
static int32_t window_left = WINDOW, alone_left, alone_next = ALONE_MIN;

static int64_t nanoseconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000 + t.tv_nsec;
}
static void account(int64_t worked, int64_t waited, int32_t threads) {
    window_worked += worked;
    window_waited += waited;
    if (--window_left > 0) return;
    if (window_waited > window_worked * (threads - 1)) {
        alone_left = alone_next;
        if (alone_next < ALONE_MAX) alone_next *= 2;
    } else {
        alone_next = ALONE_MIN;
    }
    window_worked = window_waited = 0;
    window_left = WINDOW;
}

void ck_parallel(int32_t count, void (*body)(void *, int32_t), void *context) {
    int32_t threads = ck_threads_get();
    if (count <= 1 || threads <= 1 || pthread_mutex_trylock(&caller_mutex)) {
        for (int32_t i = 0; i < count; i++) body(context, i);
        return;
    }
    if (alone_left > 0) {
        alone_left--;
        for (int32_t i = 0; i < count; i++) body(context, i);
        pthread_mutex_unlock(&caller_mutex);
        return;
    }
    start_workers(threads - 1);
    int64_t begin = nanoseconds();
    atomic_store_explicit(&work_body, body, memory_order_relaxed);
    atomic_store_explicit(&work_context, context, memory_order_relaxed);
    atomic_store_explicit(&work_threads, threads, memory_order_relaxed);
    atomic_store(&under_way, count);
    atomic_store(&ticket, ((atomic_load(&ticket) >> 32) + 1) << 32 | (uint32_t)count);
    if (atomic_load(&sleepers)) {
        pthread_mutex_lock(&sleep_mutex);
        pthread_cond_broadcast(&work_came);
        pthread_mutex_unlock(&sleep_mutex);
    }
    while (do_piece(0)) {}
    int64_t end = nanoseconds();
    wait_for_pieces();
    account(end - begin, nanoseconds() - end, threads);
    pthread_mutex_unlock(&caller_mutex);
}
