# What hashlib has from OpenSSL in CPython.
from _key_derivation import pbkdf2_hmac, scrypt

__all__ += ('pbkdf2_hmac',)
