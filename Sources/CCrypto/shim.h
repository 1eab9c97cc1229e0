// SHA-256 and HMAC from the OpenSSL that Debian keeps patched.
#include <openssl/evp.h>
#include <openssl/hmac.h>
