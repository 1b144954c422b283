package org.picklejar.text.xml;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.picklejar.text.xml.XmlEvent.Kind;

/**
 * Parses XML as Expat does. It is fed pieces of any size and asked for events; between two of them it is nothing but data. Not for use by several threads
 * at once.
 */
public final class XmlParser implements Serializable {
    private static final long serialVersionUID = 1;
    /** Entities may multiply the input so often, from so much on. */
    private static final long MOST_AMPLIFICATION = 100;

    /** Expat converts text from other encodings than UTF-8 in pieces of so many bytes. */
    private static final int CONVERTED = 1024;

    private static final long AMPLIFICATION_FROM = 8L << 20;

    /** What is being parsed. */
    enum Mode {
        PROLOG,
        CONTENT,
        CDATA,
        IGNORED,
        EPILOG
    }

    /** The document, or the text of an entity. */
    static final class Source implements Serializable {
        private static final long serialVersionUID = 1;
        char[] text = {};
        int at;
        int end;
        /** Null for the document. */
        Dtd.Entity entity;
        /** How many elements were open where the entity begins. */
        int tagLevel;

        String text(int from, int to) {
            return new String(text, from, to - from);
        }
    }

    /** An event, and where in the document it happens. */
    private record Queued(XmlEvent event, int at) implements Serializable {}

    /** What has to be done once a handler has answered. */
    enum After {
        NOTHING,
        ENTITY,
        PARAMETER_ENTITY,
        EXTERNAL_SUBSET,
        FOREIGN_SUBSET,
        STANDALONE
    }

    // ---- what programs set
    final boolean namespaces;
    final char separator;
    public boolean namespacePrefixes;
    public boolean reparseDeferral = true;
    public String base;
    /** 0 never, 1 unless standalone, 2 always. */
    int parameterParsing;

    boolean foreignDtd;
    private int handlers;

    // ---- what is read
    Dtd dtd;
    /** Whether this is the parser of an external parameter entity, or of the external subset. */
    final boolean isParameterEntity;

    final boolean isExternal;
    private String protocolEncoding;
    private XmlDecoder decoder;
    /** All bytes so far, as long as the encoding may change. */
    private byte[] raw = {};
    /** Bytes of a character that is not complete. */
    private byte[] rest = {};

    private boolean begun;
    boolean isFinal;
    final Source document = new Source();
    private final ArrayDeque<Source> entities = new ArrayDeque<>();
    Mode mode;
    final PrologProcessor prolog;
    final ContentProcessor content;

    // ---- what comes out
    private final ArrayDeque<Queued> queue = new ArrayDeque<>();
    private XmlError failure;
    private int failureAt;
    private After after = After.NOTHING;
    private boolean waiting;
    private boolean deferred;
    private int partialBefore;

    // ---- positions
    int eventAt;
    /** Where the token begins that is parsed. */
    private int tokenAt;

    private int fedAt;
    private boolean hasPosition;
    private int positionAt;
    private long line = 1;
    private long column;
    private long byteIndex;

    private Amplification amplification = new Amplification();

    /** How much was read, by this parser and those of external entities. */
    private static final class Amplification implements Serializable {
        private static final long serialVersionUID = 1;
        long direct;
        long indirect;
    }

    private XmlParser(
            String encoding, boolean namespaces, char separator, Dtd dtd, boolean external, boolean parameter) {
        this.protocolEncoding = encoding;
        this.namespaces = namespaces;
        this.separator = separator;
        this.dtd = dtd;
        isExternal = external;
        isParameterEntity = parameter;
        prolog = new PrologProcessor(this);
        content = new ContentProcessor(this);
        mode = external && !parameter ? Mode.CONTENT : Mode.PROLOG;
    }

    /**
     * A parser for a document.
     *
     * @param encoding null to find out
     * @param namespaces whether names are expanded, with {@code separator} (0 for none) between their parts
     */
    public static XmlParser of(String encoding, boolean namespaces, char separator) {
        return new XmlParser(encoding, namespaces, separator, new Dtd(), false, false);
    }

    /**
     * A parser for an external entity.
     *
     * @param context as an event has it; null for a parameter entity or the external subset
     */
    public XmlParser ofEntity(String context, String encoding) {
        XmlParser p = new XmlParser(encoding, namespaces, separator, dtd, true, context == null);
        p.namespacePrefixes = namespacePrefixes;
        p.reparseDeferral = reparseDeferral;
        p.base = base;
        p.parameterParsing = parameterParsing;
        p.handlers = handlers;
        p.amplification = amplification;
        if (context == null) {
            dtd.parameterRead = true;
        } else {
            p.content.setContext(context);
        }
        return p;
    }

    /** What parsers of external entities have in common, to be saved once. */
    public Dtd dtd() {
        return dtd;
    }

    /** Takes that, when both were saved. */
    public void setDtd(Dtd shared) {
        dtd = shared;
    }

    public void setHandler(Kind kind, boolean on) {
        handlers = on ? handlers | 1 << kind.ordinal() : handlers & ~(1 << kind.ordinal());
    }

    public boolean has(Kind kind) {
        return (handlers & 1 << kind.ordinal()) != 0;
    }

    boolean hasDefault() {
        return has(Kind.Default) || has(Kind.DefaultHandlerExpand);
    }

    /** Whether entities are expanded though they might be shown to the default handler. */
    boolean expandsEntities() {
        return !has(Kind.Default);
    }

    public boolean hasBegun() {
        return begun;
    }

    /** @return whether it is not too late */
    public boolean setParameterParsing(int value) {
        if (!begun) {
            parameterParsing = value;
        }
        return !begun;
    }

    /** @return whether it is not too late */
    public boolean setForeignDtd(boolean value) {
        if (!begun) {
            foreignDtd = value;
        }
        return !begun;
    }

    /** Names the encoding, as {@code of} does; for text that is given as characters. */
    public void setProtocolEncoding(String encoding) {
        if (!begun) {
            protocolEncoding = encoding;
        }
    }

    // ---- input

    /** Takes a piece. All events of the one before have been taken. */
    public void feed(byte[] data, boolean last) {
        if (failure != null) {
            failure = failure == XmlError.ABORTED ? XmlError.FINISHED : failure;
            return;
        }
        if (isFinal) {
            failure = XmlError.FINISHED;
            failureAt = eventAt;
            return;
        }
        begun = true;
        isFinal = last;
        if (raw != null) {
            byte[] all = Arrays.copyOf(raw, raw.length + data.length);
            System.arraycopy(data, 0, all, raw.length, data.length);
            raw = all;
        }
        if (decoder == null) {
            start();
        } else {
            append(data);
        }
        int have = document.end - document.at;
        deferred = reparseDeferral && !last && have < 2 * partialBefore;
        fedAt = document.at;
    }

    /** Chooses the encoding. */
    private void start() {
        if (raw.length < 2 && !isFinal) {
            return;
        }
        decoder = protocolEncoding == null ? XmlDecoder.utf8() : XmlDecoder.named(protocolEncoding, raw);
        if (decoder != null) {
            // The first bytes tell more than a name.
            XmlDecoder seen = XmlDecoder.detect(raw);
            decoder = seen == null ? decoder : seen;
        }
        if (decoder == null) {
            waiting = true;
            queue.add(new Queued(new XmlEvent(Kind.UnknownEncoding, protocolEncoding), 0));
        } else {
            append(raw);
        }
    }

    /** Tells an encoding that an event has named. A character for each byte, U+FFFF for none; null for no such encoding. */
    public void setEncoding(char[] table) {
        waiting = false;
        if (table == null) {
            fail(new XmlException(XmlError.UNKNOWN_ENCODING));
            return;
        }
        switchTo(XmlDecoder.ofTable(table));
    }

    /** Reads what is not yet parsed by another encoding. */
    private void switchTo(XmlDecoder other) {
        int used = 0;
        for (int i = 0; i < document.at; i++) {
            used += decoder.size(document.text[i]);
        }
        decoder = other;
        document.end = document.at;
        rest = new byte[0];
        append(Arrays.copyOfRange(raw, used, raw.length));
    }

    private void append(byte[] data) {
        byte[] all = data;
        if (rest.length > 0) {
            all = Arrays.copyOf(rest, rest.length + data.length);
            System.arraycopy(data, 0, all, rest.length, data.length);
        }
        StringBuilder out = new StringBuilder(all.length);
        int used = decoder.decode(all, 0, all.length, out);
        rest = Arrays.copyOfRange(all, used, all.length);
        if (raw == null && document.at > 0) {
            sync(document.at);
            System.arraycopy(document.text, document.at, document.text, 0, document.end - document.at);
            document.end -= document.at;
            positionAt -= document.at;
            eventAt = Math.max(eventAt - document.at, 0);
            document.at = 0;
        }
        int size = document.end + out.length();
        if (size > document.text.length) {
            document.text = Arrays.copyOf(document.text, Math.max(size, 2 * document.text.length));
        }
        out.getChars(0, out.length(), document.text, document.end);
        document.end = size;
    }

    /** The encoding that a declaration names. */
    void declareEncoding(String name, int at) {
        if (protocolEncoding != null) {
            return;
        }
        XmlDecoder d = XmlDecoder.named(name, raw);
        if (d == null) {
            waiting = true;
            queue.add(new Queued(new XmlEvent(Kind.UnknownEncoding, name), document.at));
            return;
        }
        if (d.isWide() != decoder.isWide()) {
            throw new XmlException(XmlError.INCORRECT_ENCODING, at);
        }
        if (!d.isWide()) {
            switchTo(d);
        }
    }

    /** No declaration can come any more. */
    void settleEncoding() {
        if (raw != null && !waiting) {
            raw = null;
        }
    }

    // ---- events

    /** The next event; null when there is none without more input, or because of an error. */
    public XmlEvent next() {
        while (true) {
            Queued q = queue.poll();
            if (q != null) {
                hasPosition = true;
                eventAt = q.at;
                return q.event;
            }
            if (failure != null) {
                hasPosition = true;
                eventAt = failureAt;
                return null;
            }
            if (waiting || decoder == null || deferred || !step()) {
                if (!waiting && decoder != null && !deferred) {
                    hasPosition = true;
                    eventAt = document.at;
                    partialBefore = document.at == fedAt ? document.end - document.at : 0;
                }
                return null;
            }
        }
    }

    private boolean step() {
        try {
            Source s = source();
            int before = s.at;
            boolean goesOn = switch (mode) {
                case PROLOG, IGNORED -> prolog.step(s);
                case CONTENT -> content.step(s);
                case CDATA -> content.stepCdata(s);
                case EPILOG -> prolog.stepEpilog(s);
            };
            account(s, s.at - before);
            return goesOn || !queue.isEmpty();
        } catch (XmlException e) {
            fail(e);
            return true;
        }
    }

    private void account(Source s, int count) {
        if (s.entity == null && !isExternal) {
            amplification.direct += count;
            return;
        }
        if (s.entity == null) {
            return;
        }
        amplification.indirect += count;
        checkAmplification();
    }

    /** Counts what an entity gave within a value. */
    void accountValue(int count) {
        amplification.indirect += count;
        checkAmplification();
    }

    private void checkAmplification() {
        long all = amplification.direct + amplification.indirect;
        if (all >= AMPLIFICATION_FROM && all > MOST_AMPLIFICATION * Math.max(amplification.direct, 1)) {
            throw new XmlException(XmlError.AMPLIFICATION_LIMIT_BREACH);
        }
    }

    private void fail(XmlException e) {
        failure = e.error;
        failureAt = e.at >= 0 && entities.isEmpty() ? e.at : tokenAt;
    }

    /** Notes where a token of the document begins. */
    void beginToken(Source s) {
        if (s.entity == null) {
            tokenAt = s.at;
        }
    }

    void emit(Kind kind, Serializable... args) {
        queue.add(new Queued(new XmlEvent(kind, args), tokenAt));
    }

    /** An event at another place of the document. */
    void emitAt(Source s, int at, Kind kind, Serializable... args) {
        queue.add(new Queued(new XmlEvent(kind, args), s.entity == null ? at : tokenAt));
    }

    /** Shows a part of the text to the default handler. */
    void emitDefault(Source s, int from, int to) {
        if (hasDefault()) {
            emit(has(Kind.DefaultHandlerExpand) ? Kind.DefaultHandlerExpand : Kind.Default, s.text(from, to));
        }
    }

    /** An event whose handler has to answer. */
    void ask(After then, Kind kind, Serializable... args) {
        emit(kind, args);
        after = then;
        waiting = true;
    }

    /** What the handler of an external entity, or of a document that is not standalone, has said. */
    public void answer(boolean right) {
        After then = after;
        waiting = false;
        after = After.NOTHING;
        if (!right) {
            fail(new XmlException(
                    then == After.STANDALONE ? XmlError.NOT_STANDALONE : XmlError.EXTERNAL_ENTITY_HANDLING));
            return;
        }
        try {
            prolog.answered(then);
        } catch (XmlException e) {
            fail(e);
        }
    }

    /** Ends the parsing before the end: a handler has failed. */
    public void stop() {
        queue.clear();
        waiting = false;
        failure = XmlError.ABORTED;
        failureAt = document.at;
    }

    // ---- entities

    /** Whether nothing of the document has been parsed. */
    boolean isAtStart() {
        return raw != null && document.at == 0;
    }

    Source source() {
        return entities.isEmpty() ? document : entities.peek();
    }

    /** Whether more of this text may come. */
    boolean hasMore(Source s) {
        return s.entity == null && !isFinal;
    }

    /** Raises when bytes of a character are left at the end. */
    void checkRest() {
        if (rest.length > 0) {
            boolean isHalf = decoder.isWide() && rest.length == 1;
            throw new XmlException(isHalf ? XmlError.UNCLOSED_TOKEN : XmlError.PARTIAL_CHAR);
        }
    }

    /** How many characters of text an event has at most. */
    int mostText() {
        return decoder.isUtf8() ? Integer.MAX_VALUE : CONVERTED;
    }

    void open(Dtd.Entity e, String text) {
        e.open = true;
        Source s = new Source();
        s.text = text.toCharArray();
        s.end = s.text.length;
        s.entity = e;
        s.tagLevel = content.tagLevel();
        entities.push(s);
    }

    void closeEntity() {
        entities.pop().entity.open = false;
    }

    /** The names of the entities that are open. */
    List<String> openEntities() {
        List<String> names = new ArrayList<>();
        for (Dtd.Entity e : dtd.entities.values()) {
            if (e.open) {
                names.add(e.name);
            }
        }
        return names;
    }

    // ---- positions

    /** Null for none. */
    public XmlError error() {
        return failure;
    }

    private void sync(int to) {
        for (; positionAt < to; positionAt++) {
            char c = document.text[positionAt];
            byteIndex += decoder.size(c);
            if (c == '\n') {
                boolean second = positionAt > 0 && document.text[positionAt - 1] == '\r';
                line += second ? 0 : 1;
                column = 0;
            } else if (c == '\r') {
                line++;
                column = 0;
            } else if (!Character.isLowSurrogate(c)) {
                column++;
            }
        }
    }

    private void syncEvent() {
        if (decoder != null) {
            sync(Math.min(eventAt, document.end));
        }
    }

    public long line() {
        syncEvent();
        return line;
    }

    public long column() {
        syncEvent();
        return column;
    }

    /** -1 as long as there is none. */
    public long byteIndex() {
        syncEvent();
        return hasPosition ? byteIndex : -1;
    }

    /** The text of the document from the current event on, null when there is none. */
    public byte[] context() {
        if (!hasPosition || decoder == null) {
            return null;
        }
        return document.text(eventAt, document.end).getBytes(StandardCharsets.UTF_8);
    }
}
