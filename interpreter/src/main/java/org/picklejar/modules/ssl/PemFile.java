package org.picklejar.modules.ssl;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** What a PEM file holds (RFC 7468), in its order. */
final class PemFile {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s*\\n(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final String[] KEY_KINDS = {"RSA", "EC", "EdDSA", "DSA"};
    private static final byte[] RSA = {
        0x30, 0x0d, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
    };
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 4;
    private static final int CURVE_OF_KEY = 0xa0;

    /** A block: its label, and what is between. */
    private record Block(String label, String body) {
        byte[] der() throws GeneralSecurityException {
            try {
                return Base64.getMimeDecoder().decode(body);
            } catch (IllegalArgumentException e) {
                throw new GeneralSecurityException(e);
            }
        }
    }

    private final List<Block> blocks = new ArrayList<>();

    PemFile(byte[] content) {
        Matcher m = BLOCK.matcher(new String(content, StandardCharsets.ISO_8859_1).replace("\r", ""));
        while (m.find()) {
            blocks.add(new Block(m.group(1), m.group(2)));
        }
    }

    /** @throws GeneralSecurityException for one that is none */
    List<X509Certificate> certificates() throws GeneralSecurityException {
        List<X509Certificate> out = new ArrayList<>();
        for (Block b : blocks) {
            if (b.label.endsWith("CERTIFICATE")) {
                out.add(certificate(b.der()));
            }
        }
        return out;
    }

    static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    List<X509CRL> revocations() throws GeneralSecurityException {
        List<X509CRL> out = new ArrayList<>();
        for (Block b : blocks) {
            if (b.label.equals("X509 CRL")) {
                out.add((X509CRL)
                        CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(b.der())));
            }
        }
        return out;
    }

    /** Whether the first key needs a password. */
    boolean isEncrypted() {
        Block b = keyBlock();
        return b != null && (b.label.startsWith("ENCRYPTED") || b.body.contains("ENCRYPTED"));
    }

    private Block keyBlock() {
        return blocks.stream()
                .filter(b -> b.label.endsWith("PRIVATE KEY"))
                .findFirst()
                .orElse(null);
    }

    /**
     * The first private key.
     *
     * @param password for one that is encrypted
     * @return null when there is none
     * @throws GeneralSecurityException for a wrong password too
     * @throws UnsupportedOperationException for a key in the old form of encryption
     */
    PrivateKey key(char[] password) throws GeneralSecurityException {
        Block b = keyBlock();
        if (b == null) {
            return null;
        } else if (b.body.contains("ENCRYPTED")) {
            throw new UnsupportedOperationException("keys that are encrypted as OpenSSL did before PKCS #8");
        }
        byte[] der = b.der();
        switch (b.label) {
            case "PRIVATE KEY":
                break;
            case "ENCRYPTED PRIVATE KEY":
                der = decrypted(der, password);
                break;
            case "RSA PRIVATE KEY":
                der = wrapped(RSA, der);
                break;
            case "EC PRIVATE KEY":
                der = wrapped(curve(der), der);
                break;
            default:
                throw new GeneralSecurityException(b.label);
        }
        GeneralSecurityException failure = null;
        for (String kind : KEY_KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (GeneralSecurityException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private static byte[] decrypted(byte[] der, char[] password) throws GeneralSecurityException {
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
            // The parameters of PBES2 say in their text which algorithms these are.
            String name =
                    info.getAlgName().equals("PBES2") ? info.getAlgParameters().toString() : info.getAlgName();
            Cipher c = Cipher.getInstance(name);
            c.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(name).generateSecret(new PBEKeySpec(password)),
                    info.getAlgParameters());
            return info.getKeySpec(c).getEncoded();
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** A key of an older form as PKCS #8 has it. */
    private static byte[] wrapped(byte[] algorithm, byte[] key) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {2, 1, 0});
        out.writeBytes(algorithm);
        out.writeBytes(element(OCTETS, key));
        return element(SEQUENCE, out.toByteArray());
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int n = content.length;
        if (n < 0x80) {
            out.write(n);
        } else {
            int size = n < 0x100 ? 1 : n < 0x10000 ? 2 : 3;
            out.write(0x80 | size);
            for (int i = size - 1; i >= 0; i--) {
                out.write(n >> 8 * i);
            }
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    /** The algorithm of a key as in SEC 1, which names its curve. */
    private static byte[] curve(byte[] der) throws GeneralSecurityException {
        for (int i = 0; i + 3 < der.length; i++) {
            if ((der[i] & 0xff) == CURVE_OF_KEY && der[i + 2] == 6 && der[i + 3] + 2 == der[i + 1]) {
                byte[] ec = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                out.writeBytes(ec);
                out.write(der, i + 2, der[i + 1]);
                return element(SEQUENCE, out.toByteArray());
            }
        }
        throw new GeneralSecurityException("no named curve");
    }
}
