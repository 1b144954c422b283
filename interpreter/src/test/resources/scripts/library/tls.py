"""TLS over memory and over the loopback device."""

import os, pickle, socket, ssl, tempfile, threading

IDENTITY = """-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgOcb2dghYsqbAy4Lp
7oIepicJvuL5x01891sW+8xaNYmhRANCAAQFJ2wDYCjvKKmik2Kan8W/DfHi0eFD
oSVNpldAH1OCfJVz2kGOHIX8xXqnh+dAJ/JxslAnJYs8rt0pk4dL0nXB
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBwzCCAWqgAwIBAgIUeEZlq4wIlMJnpDqeZ8f3pc8VRB4wCgYIKoZIzj0EAwIw
ITELMAkGA1UEBhMCWFkxEjAQBgNVBAMMCWxvY2FsaG9zdDAgFw0yNjExMjgxMTI2
MzRaGA8yMDgxMDgzMTExMjYzNFowITELMAkGA1UEBhMCWFkxEjAQBgNVBAMMCWxv
Y2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABAUnbANgKO8oqaKTYpqf
xb8N8eLR4UOhJU2mV0AfU4J8lXPaQY4chfzFeqeH50An8nGyUCclizyu3SmTh0vS
dcGjfjB8MB0GA1UdDgQWBBSM+bTeZi8fAs97BgOwzDuf4B7MRTAfBgNVHSMEGDAW
gBSM+bTeZi8fAs97BgOwzDuf4B7MRTAPBgNVHRMBAf8EBTADAQH/MCkGA1UdEQQi
MCCCCWxvY2FsaG9zdIINKi5leGFtcGxlLm9yZ4cEfwAAATAKBggqhkjOPQQDAgNH
ADBEAiAAtbT/tFmsjBWzCP2evXtRoQ5xSoo5Z+y3Rbm+EhSf0AIgPQQ1RG4OO9OQ
RZUrJXAegsanqmD0b1NJTsUU8tRYeSw=
-----END CERTIFICATE-----
"""


def contexts():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'identity.pem')
        with open(path, 'w') as f:
            f.write(IDENTITY)
        server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        server.load_cert_chain(path)
        client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        client.load_verify_locations(path)
    return client, server


def told(e):
    return type(e).__name__, str(e).split(' (_ssl')[0]


class Sides:
    """Two sides over memory."""

    def __init__(self, client, server, host='localhost'):
        self.ends = [(ssl.MemoryBIO(), ssl.MemoryBIO()) for _ in range(2)]
        self.client = client.wrap_bio(*self.ends[0], server_hostname=host)
        self.server = server.wrap_bio(*self.ends[1], server_side=True)

    def run(self, *calls):
        """Makes calls until none wants to read; what they returned or raised."""
        results = {}
        for _ in range(20):
            for i, call in enumerate(calls):
                if i not in results:
                    try:
                        results[i] = call()
                    except ssl.SSLWantReadError:
                        pass
                    except ssl.SSLError as e:
                        results[i] = told(e)
            (a, b), (c, d) = self.ends
            c.write(b.read())
            a.write(d.read())
        return [results.get(i, 'waits') for i in range(len(calls))]

    def shake(self):
        return self.run(self.client.do_handshake, self.server.do_handshake)


def over_memory():
    client, server = contexts()
    server.set_alpn_protocols(['h2', 'http/1.1'])
    client.set_alpn_protocols(['http/1.1'])
    sides = Sides(client, server)
    assert sides.client.version() is None and sides.client.cipher() is None
    assert sides.shake() == [None, None]
    assert sides.client.version() == 'TLSv1.3'
    assert sides.client.cipher() == ('TLS_AES_256_GCM_SHA384', 'TLSv1.3', 256)
    assert sides.server.selected_alpn_protocol() == 'http/1.1'
    assert sides.server.getpeercert() is None
    cert = sides.client.getpeercert()
    assert cert['subject'] == ((('countryName', 'XY'),), (('commonName', 'localhost'),))
    assert cert['subjectAltName'] == (('DNS', 'localhost'), ('DNS', '*.example.org'), ('IP Address', '127.0.0.1'))
    assert ssl.DER_cert_to_PEM_cert(sides.client.getpeercert(True)) in IDENTITY
    assert sides.client.write(b'question') == 8
    assert sides.run(lambda: None, lambda: sides.server.read(5)) == [None, b'quest']
    assert sides.server.pending() == 3
    assert sides.server.read(100) == b'ion'
    assert sides.run(sides.client.unwrap, sides.server.unwrap) == [None, None]
    try:
        pickle.dumps(client)
    except TypeError as e:
        assert str(e) == "cannot pickle 'SSLContext' object"
    else:
        assert False


def names():
    client, server = contexts()
    refused = '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: '
    assert Sides(client, server, 'www.example.org').shake() == [None, None]
    assert Sides(client, server, '127.0.0.1').shake() == [None, None]
    assert Sides(client, server, 'a.b.example.org').shake()[0] == (
        'SSLCertVerificationError',
        refused + "Hostname mismatch, certificate is not valid for 'a.b.example.org'.",
    )
    assert Sides(client, server, '127.0.0.2').shake()[0] == (
        'SSLCertVerificationError',
        refused + "IP address mismatch, certificate is not valid for '127.0.0.2'.",
    )
    stranger = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    assert Sides(stranger, server).shake()[0] == ('SSLCertVerificationError', refused + 'self-signed certificate')
    stranger.check_hostname = False
    stranger.verify_mode = ssl.CERT_NONE
    sides = Sides(stranger, server)
    assert sides.shake() == [None, None] and sides.client.getpeercert() == {}


def choices():
    client, server = contexts()
    seen = []

    def choose(side, name, context):
        seen.append((name, context is server))
        if name != 'localhost':
            return ssl.ALERT_DESCRIPTION_ACCESS_DENIED

    server.sni_callback = choose
    client.maximum_version = ssl.TLSVersion.TLSv1_2
    sides = Sides(client, server)
    assert sides.shake() == [None, None] and sides.client.version() == 'TLSv1.2'
    assert Sides(client, server, 'x.example.org').shake() == [
        ('SSLError', '[SSL: TLSV1_ALERT_ACCESS_DENIED] tlsv1 alert access denied'),
        ('SSLError', '[SSL: CALLBACK_FAILED] callback failed'),
    ]
    assert seen == [('localhost', True), ('x.example.org', True)]
    server.sni_callback = None
    server.minimum_version = ssl.TLSVersion.TLSv1_3
    assert Sides(client, server).shake() == [
        ('SSLError', '[SSL: TLSV1_ALERT_PROTOCOL_VERSION] tlsv1 alert protocol version'),
        ('SSLError', '[SSL: UNSUPPORTED_PROTOCOL] unsupported protocol'),
    ]


def over_sockets():
    client, server = contexts()
    with socket.create_server(('127.0.0.1', 0)) as listener:

        def serve():
            connection, _ = listener.accept()
            with server.wrap_socket(connection, server_side=True) as s:
                while data := s.recv(5000):
                    s.sendall(data.upper())
                s.unwrap()

        thread = threading.Thread(target=serve)
        thread.start()
        with socket.create_connection(listener.getsockname()) as plain:
            with client.wrap_socket(plain, server_hostname='localhost') as s:
                s.sendall(b'x' * 40000)
                got = 0
                while got < 40000:
                    part = s.recv(7000)
                    assert part == b'X' * len(part)
                    got += len(part)
                s.settimeout(0.01)
                try:
                    s.recv(1)
                except TimeoutError as e:
                    assert str(e) == 'The read operation timed out'
                else:
                    assert False
                s.settimeout(None)
                s.unwrap().close()
        thread.join()


print(over_memory())  # not saved: contexts and connections stay  # expect: None
print(names())  # not saved: contexts and connections stay  # expect: None
print(choices())  # not saved: contexts and connections stay  # expect: None
print(over_sockets())  # not saved: contexts and connections stay  # expect: None
