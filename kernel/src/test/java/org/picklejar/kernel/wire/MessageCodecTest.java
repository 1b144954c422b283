package org.picklejar.kernel.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageCodecTest {
    private static final byte[] TEXT = "Hi There".getBytes(UTF_8);

    @ParameterizedTest
    @CsvSource({
        "hmac-sha256, HmacSHA256",
        "hmac-sha512, HmacSHA512",
        "hmac-md5, HmacMD5",
        "hmac-sha1, HmacSHA1",
        "hmac-sha3_256, HmacSHA3-256"
    })
    void signaturesEqualThoseOfTheJdk(String scheme, String jdk) throws Exception {
        for (String key : List.of("k", "x".repeat(64), "x".repeat(300))) {
            Mac mac = Mac.getInstance(jdk);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), jdk));
            assertEquals(HexFormat.of().formatHex(mac.doFinal(TEXT)), new Signer(scheme, key).sign(List.of(TEXT)));
        }
    }

    @Test
    void emptyKeySwitchesSigningOff() throws WireException {
        Signer signer = new Signer("hmac-sha256", "");
        assertEquals("", signer.sign(List.of(TEXT)));
        signer.verify("anything", List.of(TEXT));
    }

    @Test
    void unknownSchemeIsNamed() {
        assertThrows(IllegalArgumentException.class, () -> new Signer("hmac-rot13", "k"));
        assertThrows(IllegalArgumentException.class, () -> new Signer("crc32", "k"));
    }

    @Test
    void messagesSurviveTheRoundTrip() throws WireException {
        MessageCodec codec = new MessageCodec(new Signer("hmac-sha256", "k"));
        JsonObject content =
                Json.parseObject("{\"n\":null,\"big\":123456789012345678901234567890,\"f\":1.0,\"t\":\"<é𝄞>\"}");
        Message sent = new Composer("me")
                .compose(
                        List.of(TEXT),
                        "tea_request",
                        "{\"msg_id\":\"p\",\"odd\":1}",
                        content,
                        new JsonObject(),
                        List.of(new byte[] {1, 2}, new byte[0]));
        List<byte[]> frames = codec.encode(sent);
        Message received = new MessageCodec(new Signer("hmac-sha256", "k")).decode(frames);
        assertEquals(sent.header(), received.header());
        assertEquals(sent.parent(), received.parent());
        assertEquals(sent.content(), received.content());
        assertArrayEquals(TEXT, received.identities().get(0));
        assertEquals(2, received.buffers().size());
    }

    @Test
    void repeatedSignatureIsRefused() throws WireException {
        MessageCodec codec = new MessageCodec(new Signer("hmac-sha256", "k"));
        List<byte[]> frames = codec.encode(new Composer("me")
                .compose(List.of(), "t", Message.NO_PARENT, new JsonObject(), new JsonObject(), List.of()));
        codec.decode(frames);
        assertThrows(WireException.class, () -> codec.decode(frames));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{\"a\": NaN}", "{'a': 1}", "{\"a\": 1} 2", "[1]", "{\"a\": }", "''"})
    void badJsonIsRefused(String text) {
        assertThrows(WireException.class, () -> Json.parseObject(text));
    }

    @Test
    void deepNestingIsRefusedInsteadOfOverflowing() {
        assertThrows(WireException.class, () -> Json.parse("[".repeat(100_000)));
    }

    @Test
    void hostValuesBecomeJson() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("bytes", new byte[] {1, 2, 3});
        map.put("nan", Double.NaN);
        map.put("inf", Double.NEGATIVE_INFINITY);
        map.put("list", Arrays.asList(1L, null, true, 2.5, BigInteger.TWO.pow(70)));
        String json =
                "{\"bytes\":\"AQID\",\"nan\":\"nan\",\"inf\":\"-inf\",\"list\":[1,null,true,2.5,1180591620717411303424]}";
        assertEquals(json, Json.write(HostJson.toJson(map)));
        Map<?, ?> back = (Map<?, ?>) HostJson.fromJson(HostJson.toJson(map));
        assertEquals(map.get("list"), back.get("list"));
    }
}
