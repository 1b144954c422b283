# There is no codec idna; names are made ASCII as sockets do.
def _encode_hostname(self, hostname):
    import _socket_calls

    if hostname is None:
        return None
    if isinstance(hostname, str):
        return _socket_calls.ascii_name(hostname) or hostname
    return hostname.decode('ascii')


SSLContext._encode_hostname = _encode_hostname
del _encode_hostname
