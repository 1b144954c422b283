package org.picklejar.testing;

import java.util.Locale;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Says every few seconds how far the tests of a process are, on lines of their own, for people and for logs. JUnit finds it by its
 * service file; both modules compile it into their tests.
 */
public final class Progress implements TestExecutionListener {
    private static final long INTERVAL = 5_000_000_000L;

    private int classes;
    private int classesDone;
    private int tests;
    private int failures;
    private long last = System.nanoTime();

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        classes += (int) plan.countTestIdentifiers(Progress::isClass);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest() && System.nanoTime() - last >= INTERVAL) {
            last = System.nanoTime();
            System.out.printf(
                    Locale.ROOT,
                    "progress: %d of %d test classes done, %d tests, %d failed; now %s%n",
                    classesDone,
                    classes,
                    tests,
                    failures,
                    test.getDisplayName());
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        if (isClass(test)) {
            classesDone++;
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            failures++;
        }
        if (test.isTest()) {
            tests++;
        } else if (isClass(test)) {
            classesDone++;
        }
    }

    private static boolean isClass(TestIdentifier test) {
        return test.getSource().filter(ClassSource.class::isInstance).isPresent()
                && test.getParentId().filter(p -> p.contains("[class:")).isEmpty();
    }
}
