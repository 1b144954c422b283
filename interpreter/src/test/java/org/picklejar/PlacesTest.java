package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.picklejar.runtime.GuestException;

/**
 * A tasklet goes on in a fresh runtime from every place in which it can stand: {@code places} holds a program for each, whose title says
 * which. A line {@code # refused: TEXT} says that it cannot be saved there yet, and why; {@code # refused at some ticks: TEXT}
 * that a tick may find it where it holds something of the outside. {@code -Dplaces=PART} runs those whose titles contain PART; {@code -Dplaces.ticks=N} tries about N ticks of each, {@code -Dplaces.seed=S} others.
 */
@Tag("slow")
class PlacesTest {
    private static final Path PLACES = Path.of("src/test/resources/places");
    /** What save says of a place from which a tasklet cannot be saved yet. */
    private static final Pattern REFUSED = Pattern.compile("(?m)^# refused: (.*)$");

    /** It is not stopped by ticks: it cannot be saved where it blocks either, or for the reason that stands there. */
    private static final Pattern UNSTOPPED = Pattern.compile("(?m)^# (refused|not by ticks): ");

    private static final int MOST_TICKS = 1000;
    private static final int SAMPLE = Integer.getInteger("places.ticks", 1);

    private static Stream<StoppedProgram> places() throws IOException {
        String part = System.getProperty("places", "");
        return StoppedProgram.readAll(PLACES, "place").values().stream()
                .filter(p -> p.name().contains(part));
    }

    @TestFactory
    Stream<DynamicTest> blockedOnAChannel() throws IOException {
        return places().map(p -> DynamicTest.dynamicTest(p.name(), () -> {
            Matcher refused = REFUSED.matcher(p.code());
            if (refused.find()) {
                GuestException e = assertThrows(GuestException.class, () -> p.check(StoppedProgram.Way.CHANNEL));
                assertTrue(e.getMessage().contains(refused.group(1)), e.getMessage());
            } else {
                p.check(StoppedProgram.Way.CHANNEL);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> stoppedByTicks() throws IOException {
        long seed = Long.getLong("places.seed", 1);
        return places().filter(p -> !UNSTOPPED.matcher(p.code()).find())
                .map(p -> DynamicTest.dynamicTest(p.name() + ", seed " + seed, () -> {
                    Random random = new Random(seed + p.name().hashCode());
                    p.checkTicks(MOST_TICKS, chosen(random));
                }));
    }

    /** Dense among the first ticks, which most programs have, then rarer. */
    private static IntPredicate chosen(Random random) {
        return tick -> SAMPLE >= MOST_TICKS || random.nextDouble() * (20 + tick) < SAMPLE;
    }
}
