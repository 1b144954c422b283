package org.picklejar.modules.ssl;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/** Whether two halves of a key belong together. */
final class KeyMatch {
    private static final byte[] SAMPLE = {1, 2, 3, 4};

    private KeyMatch() {}

    static boolean fits(PrivateKey own, PublicKey shown) throws GeneralSecurityException {
        String algorithm = switch (shown.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case "DSA" -> "SHA256withDSA";
            default -> shown.getAlgorithm();
        };
        try {
            Signature s = Signature.getInstance(algorithm);
            s.initSign(own);
            s.update(SAMPLE);
            byte[] signed = s.sign();
            s.initVerify(shown);
            s.update(SAMPLE);
            return s.verify(signed);
        } catch (InvalidKeyException | SignatureException e) {
            return false;
        }
    }
}
