#include "table.h"
#define NAME(f) baseline_##f
#include "variants.inc"
