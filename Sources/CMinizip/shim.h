#ifndef CMINIZIP_SHIM_H
#define CMINIZIP_SHIM_H

// By its folder: libzip has a zip.h, too.
#include <minizip/zip.h>

#endif
