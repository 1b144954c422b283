package org.picklejar.modules.ssl;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;

/** The certificates and keys of an {@code SSLContext}. Any thread may use it. */
final class PyTlsStore extends PyObject {
    static final PyType TYPE =
            PyType.builtin("_Store", PyTlsStore.class, PyType.OBJECT).inModule("_ssl_calls");

    /** A key, and the chain of certificates that goes with it. */
    private record Identity(PrivateKey key, X509Certificate[] chain) {}

    private final Set<X509Certificate> anchors = new LinkedHashSet<>();
    private final Set<X509CRL> revocations = new LinkedHashSet<>();
    private final List<String> folders = new ArrayList<>();
    private final List<Identity> identities = new ArrayList<>();

    @Override
    public PyType type() {
        return TYPE;
    }

    synchronized void trust(List<X509Certificate> certificates, List<X509CRL> lists) {
        anchors.addAll(certificates);
        revocations.addAll(lists);
    }

    synchronized void addFolder(String path) {
        folders.add(path);
    }

    synchronized List<X509Certificate> anchors() {
        return List.copyOf(anchors);
    }

    synchronized List<X509CRL> revocations() {
        return List.copyOf(revocations);
    }

    /** A trusted certificate by which another one is signed; null when there is none. Folders are looked into last. */
    synchronized X509Certificate issuerOf(X509Certificate c) {
        for (X509Certificate a : anchors) {
            if (signs(a, c)) {
                return a;
            }
        }
        for (String folder : folders) {
            // Files are named by OpenSSL's hash of the subject, which needs the form of names that it has for this.
            try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder), "????????.[0-9]*")) {
                for (Path p : files) {
                    for (X509Certificate a : new PemFile(Files.readAllBytes(p)).certificates()) {
                        if (signs(a, c)) {
                            anchors.add(a);
                            return a;
                        }
                    }
                }
            } catch (IOException | GeneralSecurityException e) {
                // As in OpenSSL, a folder that cannot be read trusts nobody.
            }
        }
        return null;
    }

    static boolean signs(X509Certificate issuer, X509Certificate c) {
        if (!issuer.getSubjectX500Principal().equals(c.getIssuerX500Principal())) {
            return false;
        }
        try {
            c.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** A key takes the place of one of its kind. */
    synchronized void identify(PrivateKey key, List<X509Certificate> chain) {
        identities.removeIf(i -> i.key.getAlgorithm().equals(key.getAlgorithm()));
        identities.add(new Identity(key, chain.toArray(new X509Certificate[0])));
    }

    private synchronized String alias(String... kinds) {
        for (String kind : kinds) {
            for (int i = 0; i < identities.size(); i++) {
                String own = identities.get(i).chain[0].getPublicKey().getAlgorithm();
                if (kind.equals(own) || kind.startsWith(own + "_") || kind.equals("EdDSA") && own.startsWith("Ed")) {
                    return String.valueOf(i);
                }
            }
        }
        return null;
    }

    private synchronized Identity identity(String alias) {
        return identities.get(Integer.parseInt(alias));
    }

    /** What shows an engine the keys. */
    X509ExtendedKeyManager keys() {
        return new X509ExtendedKeyManager() {
            @Override
            public String[] getClientAliases(String kind, Principal[] issuers) {
                String a = alias(kind);
                return a == null ? null : new String[] {a};
            }

            @Override
            public String chooseClientAlias(String[] kinds, Principal[] issuers, Socket s) {
                return alias(kinds);
            }

            @Override
            public String chooseEngineClientAlias(String[] kinds, Principal[] issuers, SSLEngine e) {
                return alias(kinds);
            }

            @Override
            public String[] getServerAliases(String kind, Principal[] issuers) {
                return getClientAliases(kind, issuers);
            }

            @Override
            public String chooseServerAlias(String kind, Principal[] issuers, Socket s) {
                return alias(kind);
            }

            @Override
            public String chooseEngineServerAlias(String kind, Principal[] issuers, SSLEngine e) {
                return alias(kind);
            }

            @Override
            public X509Certificate[] getCertificateChain(String alias) {
                return identity(alias).chain.clone();
            }

            @Override
            public PrivateKey getPrivateKey(String alias) {
                return identity(alias).key;
            }
        };
    }
}
