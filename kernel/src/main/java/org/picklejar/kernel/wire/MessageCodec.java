package org.picklejar.kernel.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Messages to frames and back: {@code [identities, <IDS|MSG>, signature, header, parent, metadata, content, buffers]}. */
public final class MessageCodec {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(UTF_8);

    private final Signer signer;

    public MessageCodec(Signer signer) {
        this.signer = signer;
    }

    public List<byte[]> encode(Message message) {
        List<byte[]> signed = List.of(
                message.header().json().getBytes(UTF_8),
                message.parent().getBytes(UTF_8),
                Json.write(message.metadata()).getBytes(UTF_8),
                Json.write(message.content()).getBytes(UTF_8));
        List<byte[]> frames = new ArrayList<>(message.identities());
        frames.add(DELIMITER);
        frames.add(signer.sign(signed).getBytes(UTF_8));
        frames.addAll(signed);
        frames.addAll(message.buffers());
        return frames;
    }

    /** @throws WireException when the frames are not a message, or not signed with our key, or a repetition */
    public Message decode(List<byte[]> frames) throws WireException {
        int delimiter = 0;
        while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        if (delimiter == frames.size()) {
            throw new WireException("no delimiter in " + frames.size() + " frames");
        }
        int first = delimiter + 2;
        if (frames.size() < first + 4) {
            throw new WireException("only " + (frames.size() - delimiter - 1) + " frames behind the delimiter");
        }
        signer.verify(text(frames.get(delimiter + 1)), frames.subList(first, first + 4));
        Header header = Header.parse(text(frames.get(first)));
        String parent = text(frames.get(first + 1));
        Json.parseObject(parent);
        JsonObject metadata = Json.parseObject(text(frames.get(first + 2)));
        JsonObject content = Json.parseObject(text(frames.get(first + 3)));
        return new Message(
                List.copyOf(frames.subList(0, delimiter)),
                header,
                parent,
                metadata,
                content,
                List.copyOf(frames.subList(first + 4, frames.size())));
    }

    private static String text(byte[] frame) {
        return new String(frame, UTF_8);
    }
}
