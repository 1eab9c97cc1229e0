// The one system call that Glibc keeps from Swift.
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Two paths change places in one step (renameat2 with RENAME_EXCHANGE).
static inline long exchange_paths(const char *one, const char *other) {
  return syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, 2u);
}
