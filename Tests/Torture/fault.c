// Preloaded into the program: does harm at one write to the database's files.
//
// FAULT_FILE  the database; its files are all whose path begins so
// FAULT_AT    at which write, sync, cut or removal, from 1
// FAULT_KIND  kill: the process dies right before it; full: it and all later writes fail with
//             ENOSPC; broken: with EIO
// FAULT_LOG   a file for the number of writes in all, written when the program ends
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long count;

static int is_ours(const char *path) {
  const char *file = getenv("FAULT_FILE");
  return file && path && strncmp(path, file, strlen(file)) == 0;
}

static int is_our_file(int descriptor) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_ours(path);
}

// 0, or the error with which the call is to fail.
static int meet(int can_be_full) {
  long number = ++count;
  const char *at = getenv("FAULT_AT"), *kind = getenv("FAULT_KIND");
  if (!at || !kind) return 0;
  if (strcmp(kind, "kill") == 0) {
    if (number == atol(at)) kill(getpid(), SIGKILL);
    return 0;
  }
  if (number < atol(at)) return 0;
  if (strcmp(kind, "broken") == 0) return EIO;
  return can_be_full ? ENOSPC : 0;
}

#define FAIL_IF(can_be_full)        \
  do {                              \
    int error = meet(can_be_full);  \
    if (error) {                    \
      errno = error;                \
      return -1;                    \
    }                               \
  } while (0)

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset) {
  if (is_our_file(descriptor)) FAIL_IF(1);
  return REAL(pwrite64)(descriptor, bytes, size, offset);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset) {
  if (is_our_file(descriptor)) FAIL_IF(1);
  return REAL(pwrite)(descriptor, bytes, size, offset);
}

ssize_t write(int descriptor, const void *bytes, size_t size) {
  if (is_our_file(descriptor)) FAIL_IF(1);
  return REAL(write)(descriptor, bytes, size);
}

int ftruncate64(int descriptor, off64_t size) {
  if (is_our_file(descriptor)) FAIL_IF(0);
  return REAL(ftruncate64)(descriptor, size);
}

int ftruncate(int descriptor, off_t size) {
  if (is_our_file(descriptor)) FAIL_IF(0);
  return REAL(ftruncate)(descriptor, size);
}

int fsync(int descriptor) {
  if (is_our_file(descriptor)) FAIL_IF(0);
  return REAL(fsync)(descriptor);
}

int fdatasync(int descriptor) {
  if (is_our_file(descriptor)) FAIL_IF(0);
  return REAL(fdatasync)(descriptor);
}

int unlink(const char *path) {
  if (is_ours(path)) FAIL_IF(0);
  return REAL(unlink)(path);
}

__attribute__((destructor)) static void tell(void) {
  const char *log = getenv("FAULT_LOG");
  if (!log) return;
  FILE *file = fopen(log, "w");
  if (!file) return;
  fprintf(file, "%ld\n", (long)count);
  fclose(file);
}
