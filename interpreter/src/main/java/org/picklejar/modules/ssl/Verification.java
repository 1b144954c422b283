package org.picklejar.modules.ssl;

import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Judges the certificates of the other side with the numbers and texts of OpenSSL's {@code X509_verify_cert_error_string}. */
final class Verification extends X509ExtendedTrustManager {
    private static final int CHECK_LEAF = 4;
    private static final int CHECK_CHAIN = 8;
    private static final int PARTIAL_CHAIN = 0x80000;
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final int LONGEST = 100;
    private static final String SERVERS = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENTS = "1.3.6.1.5.5.7.3.2";
    private static final String ANY = "2.5.29.37.0";

    private final PyTlsStore store;
    private final boolean judges;
    private final int flags;
    /** The name or the text of an address that a certificate must have; null for any. */
    private final String host;
    /** Both forms of the host when it is an address. */
    private final byte[] address;

    /** From the leaf to what is trusted; null until it was verified. */
    private volatile List<X509Certificate> path;

    Verification(PyTlsStore store, boolean judges, int flags, String host, byte[] address) {
        this.store = store;
        this.judges = judges;
        this.flags = flags;
        this.host = host;
        this.address = address;
    }

    /** Why certificates are not accepted. */
    static final class Refusal extends CertificateException {
        private static final long serialVersionUID = 1;
        final int code;

        Refusal(int code, String text) {
            super(text);
            this.code = code;
        }
    }

    List<X509Certificate> path() {
        return path;
    }

    private void judge(X509Certificate[] chain, String purpose) throws CertificateException {
        if (!judges) {
            return;
        }
        List<X509Certificate> found = complete(chain);
        for (int i = found.size() - 1; i >= 0; i--) {
            checkDates(found.get(i));
            if (i > 0 && found.get(i).getVersion() == 3 && found.get(i).getBasicConstraints() < 0) {
                throw new Refusal(79, "invalid CA certificate");
            }
        }
        List<String> purposes = found.get(0).getExtendedKeyUsage();
        if (purposes != null && !purposes.contains(purpose) && !purposes.contains(ANY)) {
            throw new Refusal(26, "unsuitable certificate purpose");
        }
        checkRevocations(found);
        checkAsPkix(found);
        if (host != null) {
            checkHost(found.get(0));
        }
        path = List.copyOf(found);
    }

    /** The path from the leaf to a certificate that is trusted. */
    private List<X509Certificate> complete(X509Certificate[] chain) throws CertificateException {
        List<X509Certificate> found = new ArrayList<>();
        X509Certificate c = chain[0];
        List<X509Certificate> anchors = store.anchors();
        while (found.size() < LONGEST) {
            found.add(c);
            boolean own = PyTlsStore.signs(c, c);
            if (anchors.contains(c) && (own || (flags & PARTIAL_CHAIN) != 0)) {
                return found;
            }
            X509Certificate issuer = store.issuerOf(c);
            if (issuer != null && (own || issuer.equals(c))) {
                return found;
            }
            if (own) {
                throw found.size() == 1
                        ? new Refusal(18, "self-signed certificate")
                        : new Refusal(19, "self-signed certificate in certificate chain");
            }
            if (issuer == null) {
                X509Certificate child = c;
                issuer = Arrays.stream(chain)
                        .filter(k -> PyTlsStore.signs(k, child))
                        .findFirst()
                        .orElseThrow(() -> new Refusal(20, "unable to get local issuer certificate"));
            }
            c = issuer;
        }
        throw new Refusal(22, "certificate chain too long");
    }

    private static void checkDates(X509Certificate c) throws CertificateException {
        try {
            c.checkValidity();
        } catch (CertificateExpiredException e) {
            throw new Refusal(10, "certificate has expired");
        } catch (CertificateException e) {
            throw new Refusal(9, "certificate is not yet valid");
        }
    }

    private void checkRevocations(List<X509Certificate> found) throws CertificateException {
        int n = (flags & CHECK_LEAF) == 0 ? 0 : (flags & CHECK_CHAIN) == 0 ? 1 : found.size();
        for (int i = 0; i < n; i++) {
            X509Certificate c = found.get(i);
            X509Certificate issuer = found.get(Math.min(i + 1, found.size() - 1));
            X509CRL list = store.revocations().stream()
                    .filter(r -> r.getIssuerX500Principal().equals(c.getIssuerX500Principal()))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(3, "unable to get certificate CRL"));
            try {
                list.verify(issuer.getPublicKey());
            } catch (GeneralSecurityException e) {
                throw new Refusal(8, "CRL signature failure");
            }
            if (list.getNextUpdate() != null && list.getNextUpdate().toInstant().isBefore(Instant.now())) {
                throw new Refusal(12, "CRL has expired");
            } else if (list.isRevoked(c)) {
                throw new Refusal(23, "certificate revoked");
            }
        }
    }

    /** All else that RFC 5280 asks for: what may be signed, names, critical extensions, algorithms. */
    private static void checkAsPkix(List<X509Certificate> found) throws CertificateException {
        if (found.size() == 1) {
            return;
        }
        try {
            int last = found.size() - 1;
            PKIXParameters p = new PKIXParameters(Set.of(new TrustAnchor(found.get(last), null)));
            p.setRevocationEnabled(false);
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(found.subList(0, last)), p);
        } catch (CertificateException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new Refusal(1, "unspecified certificate verification error: " + e.getMessage());
        }
    }

    // ---- names

    private void checkHost(X509Certificate c) throws CertificateException {
        Collection<List<?>> names = c.getSubjectAlternativeNames();
        boolean fits = false;
        if (names != null) {
            for (List<?> n : names) {
                int kind = (Integer) n.get(0);
                fits |= address == null
                        ? kind == DNS_NAME && matches((String) n.get(1), host)
                        : kind == IP_ADDRESS && sameAddress((String) n.get(1));
            }
        }
        if (!fits) {
            throw address == null
                    ? new Refusal(62, "Hostname mismatch, certificate is not valid for '" + host + "'.")
                    : new Refusal(64, "IP address mismatch, certificate is not valid for '" + host + "'.");
        }
    }

    private boolean sameAddress(String text) {
        try {
            // The text of an address in a certificate is numeric, so nothing is looked up.
            return Arrays.equals(InetAddress.getByName(text).getAddress(), address);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** As RFC 6125 says: a star stands for the whole first label, of at least three. */
    private static boolean matches(String pattern, String host) {
        String p = pattern.toLowerCase(Locale.ROOT);
        String h = host.toLowerCase(Locale.ROOT);
        if (!p.startsWith("*.")) {
            return p.equals(h);
        }
        int dot = h.indexOf('.');
        return dot > 0 && p.indexOf('.', 2) > 0 && h.substring(dot).equals(p.substring(1));
    }

    // ---- as the engine asks

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return store.anchors().toArray(new X509Certificate[0]);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine e) throws CertificateException {
        judge(chain, SERVERS);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine e) throws CertificateException {
        judge(chain, CLIENTS);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket s) throws CertificateException {
        judge(chain, SERVERS);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket s) throws CertificateException {
        judge(chain, CLIENTS);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        judge(chain, SERVERS);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        judge(chain, CLIENTS);
    }
}
