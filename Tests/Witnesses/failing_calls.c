/* Preloaded into the program, makes its k-th call that changes the disk fail, or the process die there.

   FAIL_KIND   place: open for writing, fsync, link, symlink, rename, unlink, mkdir; or write
   FAIL_AT     k, from 1
   FAIL_HOW    eio, enospc, full (this and every later one: ENOSPC), die
   FAIL_COUNT  file that gets the number of calls counted, when the process ends by itself

   Only regular files count, and none below /dev, /proc and /sys. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_long calls;

static int fails(const char *kind) {
  const char *wanted = getenv("FAIL_KIND");
  if (!wanted || strcmp(wanted, kind)) return 0;
  long call = atomic_fetch_add(&calls, 1) + 1;
  const char *at = getenv("FAIL_AT"), *how = getenv("FAIL_HOW");
  long k = at ? atol(at) : 0;
  if (!k || !how) return 0;
  int full = !strcmp(how, "full");
  if (full ? call < k : call != k) return 0;
  if (!strcmp(how, "die")) _exit(99);
  errno = strcmp(how, "eio") ? ENOSPC : EIO;
  return 1;
}

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("FAIL_COUNT");
  if (!path) return;
  long counted = atomic_load(&calls);
  unsetenv("FAIL_KIND");
  FILE *file = fopen(path, "w");
  if (file) fprintf(file, "%ld\n", counted), fclose(file);
}

static int apart(const char *path) {
  return !strncmp(path, "/dev/", 5) || !strncmp(path, "/proc/", 6) || !strncmp(path, "/sys/", 5);
}

static int regular(int fd) {
  struct stat info;
  return fd > 2 && !fstat(fd, &info) && S_ISREG(info.st_mode);
}

#define NEXT(name) __typeof__(&name) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define WRITES(flags) ((flags) & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC))

#define OPEN(name)                                          \
  int name(const char *path, int flags, ...) {              \
    va_list more;                                           \
    va_start(more, flags);                                  \
    mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0; \
    va_end(more);                                           \
    if (WRITES(flags) && !apart(path) && fails("place")) return -1; \
    NEXT(name);                                             \
    return next(path, flags, mode);                         \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                        \
  int name(int folder, const char *path, int flags, ...) {  \
    va_list more;                                           \
    va_start(more, flags);                                  \
    mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0; \
    va_end(more);                                           \
    if (WRITES(flags) && !apart(path) && fails("place")) return -1; \
    NEXT(name);                                             \
    return next(folder, path, flags, mode);                 \
  }
OPENAT(openat)
OPENAT(openat64)

#define FOPEN(name)                                         \
  FILE *name(const char *path, const char *mode) {          \
    if (strpbrk(mode, "wa+") && !apart(path) && fails("place")) return NULL; \
    NEXT(name);                                             \
    return next(path, mode);                                \
  }
FOPEN(fopen)
FOPEN(fopen64)

#define ONE(name, kind, result, failed, parameters, arguments) \
  result name parameters {                                  \
    if (fails(kind)) return failed;                         \
    NEXT(name);                                             \
    return next arguments;                                  \
  }
ONE(fsync, "place", int, -1, (int fd), (fd))
ONE(fdatasync, "place", int, -1, (int fd), (fd))
ONE(link, "place", int, -1, (const char *a, const char *b), (a, b))
ONE(symlink, "place", int, -1, (const char *a, const char *b), (a, b))
ONE(unlink, "place", int, -1, (const char *a), (a))
ONE(unlinkat, "place", int, -1, (int fd, const char *a, int flags), (fd, a, flags))
ONE(rmdir, "place", int, -1, (const char *a), (a))
ONE(rename, "place", int, -1, (const char *a, const char *b), (a, b))
ONE(renameat, "place", int, -1, (int x, const char *a, int y, const char *b), (x, a, y, b))
ONE(renameat2, "place", int, -1, (int x, const char *a, int y, const char *b, unsigned f),
    (x, a, y, b, f))
ONE(mkdir, "place", int, -1, (const char *a, mode_t mode), (a, mode))
ONE(mkstemp, "place", int, -1, (char *a), (a))
ONE(mkstemp64, "place", int, -1, (char *a), (a))
ONE(mkostemp, "place", int, -1, (char *a, int flags), (a, flags))
ONE(tmpfile, "place", FILE *, NULL, (void), ())
ONE(tmpfile64, "place", FILE *, NULL, (void), ())

#define WRITE(name, parameters, arguments)                  \
  ssize_t name parameters {                                 \
    if (regular(fd) && fails("write")) return -1;           \
    NEXT(name);                                             \
    return next arguments;                                  \
  }
WRITE(write, (int fd, const void *data, size_t size), (fd, data, size))
WRITE(pwrite, (int fd, const void *data, size_t size, off_t at), (fd, data, size, at))
WRITE(pwrite64, (int fd, const void *data, size_t size, off64_t at), (fd, data, size, at))

size_t fwrite(const void *data, size_t size, size_t count, FILE *file) {
  if (regular(fileno(file)) && fails("write")) return 0;
  NEXT(fwrite);
  return next(data, size, count, file);
}
