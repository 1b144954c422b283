# hashlib.pbkdf2_hmac is missing
import hashlib

print(hashlib.pbkdf2_hmac('sha256', b'pass', b'salt', 10).hex()[:16])
# expect: 1f363d939fd82ebe
