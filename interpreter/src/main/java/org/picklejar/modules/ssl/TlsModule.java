package org.picklejar.modules.ssl;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.picklejar.core.Errors;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;

/** {@code _ssl_calls}: stores of certificates, and engines that never wait. Failures are results: {@code _ssl.py} makes exceptions of them. */
public final class TlsModule {
    private static final int CERT_OPTIONAL = 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TlsModule() {}

    public static PyModule create() {
        ModuleBuilder b = new ModuleBuilder("_ssl_calls")
                .doc("Stores of certificates, and sides of TLS connections; none waits.");
        stores(b);
        engines(b);
        b.function("random(count: index, /)", count -> {
            byte[] r = new byte[Values.toInt(count)];
            RANDOM.nextBytes(r);
            return new PyBytes(r);
        });
        return b.build();
    }

    // ---- stores

    private static void stores(ModuleBuilder b) {
        b.function("store()", () -> new PyTlsStore())
                .function("trust_pem(store, data, /)", (store, data) -> {
                    try {
                        PemFile f = new PemFile(Buffers.bytes(data));
                        List<X509Certificate> certificates = f.certificates();
                        List<X509CRL> lists = f.revocations();
                        ((PyTlsStore) store).trust(certificates, lists);
                        return PyInt.of(certificates.size() + lists.size());
                    } catch (GeneralSecurityException e) {
                        return PySingleton.NONE;
                    }
                })
                .function("trust_der(store, data, /)", (store, data) -> {
                    try {
                        ((PyTlsStore) store).trust(List.of(PemFile.certificate(Buffers.bytes(data))), List.of());
                        return PyInt.of(1);
                    } catch (GeneralSecurityException e) {
                        return PySingleton.NONE;
                    }
                })
                .function("trust_folder(store, path, /)", (store, path) -> {
                    ((PyTlsStore) store).addFolder(path.toString());
                    return PySingleton.NONE;
                })
                .function("trust_default(store, /)", store -> {
                    ((PyTlsStore) store).trust(defaults(), List.of());
                    return PySingleton.NONE;
                })
                .function("trusted(store, /)", store -> {
                    PyList out = new PyList();
                    for (X509Certificate c : ((PyTlsStore) store).anchors()) {
                        // One of the first version, which cannot say it, is an authority when it is signed by itself.
                        boolean ca = c.getBasicConstraints() >= 0 || c.getVersion() < 3 && PyTlsStore.signs(c, c);
                        out.append(PyTuple.of(der(c), PyBool.of(ca)));
                    }
                    return out;
                })
                .function(
                        "revocations(store, /)",
                        store -> PyInt.of(((PyTlsStore) store).revocations().size()))
                .function("is_encrypted(data, /)", data -> PyBool.of(new PemFile(Buffers.bytes(data)).isEncrypted()))
                .function("certificates(data, /)", data -> {
                    PyList out = new PyList();
                    try {
                        new PemFile(Buffers.bytes(data)).certificates().forEach(c -> out.append(der(c)));
                    } catch (GeneralSecurityException e) {
                        return PySingleton.NONE;
                    }
                    return out;
                })
                .tailN("identify(store, certificates, keys, password, /)", (x, a) -> identify(a));
    }

    /** @return None when it went well, else what is wrong: "PEM" or "MISMATCH" */
    private static PyObject identify(PyObject[] a) {
        try {
            List<X509Certificate> chain = new PemFile(Buffers.bytes(a[1])).certificates();
            char[] password = a[3] == PySingleton.NONE
                    ? new char[0]
                    : new String(Buffers.bytes(a[3]), StandardCharsets.UTF_8).toCharArray();
            PrivateKey key = chain.isEmpty() ? null : new PemFile(Buffers.bytes(a[2])).key(password);
            if (key == null) {
                return PyStr.of("PEM");
            } else if (!KeyMatch.fits(key, chain.get(0).getPublicKey())) {
                return PyStr.of("MISMATCH");
            }
            ((PyTlsStore) a[0]).identify(key, chain);
            return PySingleton.NONE;
        } catch (GeneralSecurityException e) {
            return PyStr.of("PEM");
        } catch (UnsupportedOperationException e) {
            return PyStr.of(e.getMessage());
        }
    }

    /** The certificates that Java trusts. */
    private static List<X509Certificate> defaults() {
        try {
            TrustManagerFactory f = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            f.init((KeyStore) null);
            List<X509Certificate> out = new ArrayList<>();
            for (TrustManager m : f.getTrustManagers()) {
                if (m instanceof X509TrustManager x) {
                    out.addAll(Arrays.asList(x.getAcceptedIssuers()));
                }
            }
            return out;
        } catch (GeneralSecurityException e) {
            return List.of();
        }
    }

    private static PyBytes der(Certificate c) {
        try {
            return new PyBytes(c.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- engines

    private static void engines(ModuleBuilder b) {
        b.tailN(
                        "engine(store, server, protocols, ciphers, alpn, verify_mode, verify_flags, name, host, address, /)",
                        (x, a) -> engine(a))
                .function("feed(engine, data, /)", (e, data) -> {
                    Buffers.Stretch s = Buffers.stretch(data);
                    ((PyTlsEngine) e).feed(s.storage(), s.offset(), s.length());
                    return PySingleton.NONE;
                })
                .function("take(engine, /)", e -> new PyBytes(((PyTlsEngine) e).take()))
                .function("handshake(engine, /)", e -> progress(((PyTlsEngine) e).handshake()))
                .function("close(engine, /)", e -> progress(((PyTlsEngine) e).close()))
                .function("prepare(engine, /)", e -> progress(((PyTlsEngine) e).prepare()))
                .function(
                        "read(engine, count: index, /)",
                        (e, count) -> new PyBytes(((PyTlsEngine) e).read(Values.toInt(count))))
                .tail(
                        "flush(engine, fd: index, /)",
                        (x, e, fd) -> PyBool.of(((PyTlsEngine) e).flush(x, Values.toInt(fd))))
                .tail("fill(engine, fd: index, /)", (x, e, fd) -> PyInt.of(((PyTlsEngine) e).fill(x, Values.toInt(fd))))
                .function("asked_name(engine, /)", e -> {
                    String name = Greeting.askedName(((PyTlsEngine) e).unread());
                    return name == null ? PySingleton.NONE : PyStr.of(name);
                })
                .function("move(from, to, /)", (from, to) -> {
                    byte[] came = ((PyTlsEngine) from).unread();
                    ((PyTlsEngine) to).feed(came, 0, came.length);
                    return PySingleton.NONE;
                })
                .function("alert(engine, description: index, /)", (e, description) -> {
                    ((PyTlsEngine) e).alert(Values.toInt(description));
                    return PySingleton.NONE;
                })
                .function("write(engine, data, /)", (e, data) -> {
                    Buffers.Stretch s = Buffers.stretch(data);
                    return progress(((PyTlsEngine) e).write(s.storage(), s.offset(), s.length()));
                })
                .function("pending(engine, /)", e -> PyInt.of(((PyTlsEngine) e).pending()))
                .function("is_closed_by_peer(engine, /)", e -> PyBool.of(((PyTlsEngine) e).isClosedByPeer()))
                .function("failure(engine, /)", e -> failure(((PyTlsEngine) e).failure()))
                .function("session(engine, /)", e -> {
                    var s = ((PyTlsEngine) e).engine.getSession();
                    return PyTuple.of(
                            PyStr.of(s.getProtocol()),
                            PyStr.of(s.getCipherSuite()),
                            new PyBytes(s.getId()),
                            PyInt.of(s.getCreationTime() / 1000));
                })
                .function("alpn(engine, /)", e -> {
                    String s = ((PyTlsEngine) e).engine.getApplicationProtocol();
                    return s == null || s.isEmpty() ? PySingleton.NONE : PyStr.of(s);
                })
                .function("peer_chain(engine, /)", e -> ders(((PyTlsEngine) e).peerChain()))
                .function("verified_chain(engine, /)", e -> ders(((PyTlsEngine) e).verifiedChain()));
    }

    private static PyObject ders(List<? extends Certificate> chain) {
        PyList out = new PyList();
        chain.forEach(c -> out.append(der(c)));
        return out;
    }

    private static PyObject progress(PyTlsEngine.Progress p) {
        return PyInt.of(p.ordinal());
    }

    private static String[] strings(PyObject o) {
        PyTuple t = (PyTuple) o;
        String[] out = new String[t.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = t.get(i).toString();
        }
        return out;
    }

    private static PyObject engine(PyObject[] a) {
        PyTlsStore store = (PyTlsStore) a[0];
        boolean server = a[1] == PyBool.TRUE;
        int mode = Values.toInt(a[5]);
        Verification v = new Verification(
                store,
                mode != 0,
                Values.toInt(a[6]),
                a[8] == PySingleton.NONE ? null : a[8].toString(),
                a[9] == PySingleton.NONE ? null : Buffers.bytes(a[9]));
        SSLEngine e;
        try {
            SSLContext c = SSLContext.getInstance("TLS");
            c.init(new KeyManager[] {store.keys()}, new TrustManager[] {v}, null);
            e = c.createSSLEngine();
        } catch (GeneralSecurityException x) {
            throw new IllegalStateException(x);
        }
        e.setUseClientMode(!server);
        SSLParameters p = e.getSSLParameters();
        p.setProtocols(strings(a[2]));
        p.setCipherSuites(strings(a[3]));
        List<String> protocols = List.of(strings(a[4]));
        if (!server) {
            p.setApplicationProtocols(strings(a[4]));
        } else if (!protocols.isEmpty()) {
            // Where nothing fits, the connection goes on without.
            e.setHandshakeApplicationProtocolSelector((own, offered) ->
                    protocols.stream().filter(offered::contains).findFirst().orElse(""));
        }
        p.setUseCipherSuitesOrder(true);
        if (server && mode == CERT_OPTIONAL) {
            p.setWantClientAuth(true);
        } else if (server && mode > CERT_OPTIONAL) {
            p.setNeedClientAuth(true);
        }
        try {
            if (a[7] != PySingleton.NONE) {
                p.setServerNames(List.of(new SNIHostName(a[7].toString())));
            }
            e.setSSLParameters(p);
        } catch (IllegalArgumentException x) {
            throw Errors.valueError("%s", x.getMessage());
        }
        return new PyTlsEngine(e, v);
    }

    /** @return None, or (text of Java, number and text of a verification or None) */
    private static PyObject failure(SSLException e) {
        if (e == null) {
            return PySingleton.NONE;
        }
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof Verification.Refusal r) {
                return PyTuple.of(PyStr.of("refused"), PyInt.of(r.code), PyStr.of(r.getMessage()));
            }
        }
        return PyTuple.of(PyStr.of(String.valueOf(e.getMessage())), PySingleton.NONE, PySingleton.NONE);
    }
}
