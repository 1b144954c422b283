package org.picklejar.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Signs frames with HMAC (RFC 2104) and recognises signatures that were seen before. Thread-safe.
 *
 * <p>HMAC is spelled out over MessageDigest: loading {@code javax.crypto} takes longer than the rest of the kernel's start.
 */
public final class Signer {
    /** How many signatures are remembered. */
    private static final int WINDOW = 65_536;

    private static final String HEX = "0123456789abcdef";

    private final MessageDigest digest;
    private final byte[] innerPad;
    private final byte[] outerPad;
    private final Set<String> seen = new LinkedHashSet<>();

    /**
     * @param scheme such as {@code hmac-sha256}
     * @param key empty to switch signing off
     */
    public Signer(String scheme, String key) {
        String hash = scheme.toLowerCase(Locale.ROOT);
        if (!hash.startsWith("hmac-")) {
            throw new IllegalArgumentException("unknown signature scheme '" + scheme + "'; use hmac-sha256");
        }
        digest = digest(hash.substring(5));
        byte[] secret = key.getBytes(StandardCharsets.UTF_8);
        int block = blockSize(hash.substring(5));
        if (secret.length > block) {
            secret = digest.digest(secret);
        }
        innerPad = key.isEmpty() ? null : pad(secret, block, 0x36);
        outerPad = pad(secret, block, 0x5c);
    }

    /** Lower-case hexadecimal signature of the frames; empty without a key. */
    public synchronized String sign(List<byte[]> frames) {
        if (innerPad == null) {
            return "";
        }
        digest.reset();
        digest.update(innerPad);
        frames.forEach(digest::update);
        byte[] inner = digest.digest();
        digest.update(outerPad);
        return hex(digest.digest(inner));
    }

    /** @throws WireException when the signature is wrong, missing, or was received before */
    public synchronized void verify(String signature, List<byte[]> frames) throws WireException {
        if (innerPad == null) {
            return;
        }
        byte[] expected = sign(frames).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.US_ASCII))) {
            throw new WireException(signature.isEmpty() ? "unsigned message" : "wrong signature");
        }
        if (!seen.add(signature)) {
            throw new WireException("duplicate signature");
        }
        if (seen.size() > WINDOW) {
            Iterator<String> oldest = seen.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    private static MessageDigest digest(String hash) {
        String name = hash.startsWith("sha3_")
                ? "SHA3-" + hash.substring(5)
                : hash.startsWith("sha") ? "SHA-" + hash.substring(3) : hash.toUpperCase(Locale.ROOT);
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("unknown signature scheme 'hmac-" + hash + "'; use hmac-sha256", e);
        }
    }

    private static int blockSize(String hash) {
        switch (hash) {
            case "sha384", "sha512":
                return 128;
            case "sha3_224":
                return 144;
            case "sha3_256":
                return 136;
            case "sha3_384":
                return 104;
            case "sha3_512":
                return 72;
            default:
                return 64;
        }
    }

    private static byte[] pad(byte[] secret, int block, int value) {
        byte[] pad = new byte[block];
        for (int i = 0; i < block; i++) {
            pad[i] = (byte) ((i < secret.length ? secret[i] : 0) ^ value);
        }
        return pad;
    }

    private static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length * 2);
        for (byte b : bytes) {
            text.append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
        }
        return text.toString();
    }
}
