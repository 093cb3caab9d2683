// Memory comes from jemalloc as soon as a program is linked with it. One thread reads, another works out
// and a third writes; with the allocator of glibc they wait for each other whenever one of them frees
// what another has made, which took a quarter of the time of a table's import.
#pragma once
