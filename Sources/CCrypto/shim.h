// SHA-256 from the OpenSSL that Debian keeps patched.
#include <openssl/evp.h>
