package org.picklejar.tasklets;

/**
 * The arguments of {@code run()}.
 *
 * @param limit for how many ticks at most; 0 without a limit
 * @param threadBlock whether to wait for other threads when the queue is empty
 * @param soft whether it ends only where tasklets switch anyway
 * @param ignoreNesting whether tasklets inside blocking builtins are stopped too
 * @param total whether the limit is for all tasklets together
 */
record RunOptions(long limit, boolean threadBlock, boolean soft, boolean ignoreNesting, boolean total) {
    RunOptions {
        limit = Math.max(0, limit);
    }

    RunOptions withoutLimit() {
        return new RunOptions(0, threadBlock, soft, ignoreNesting, total);
    }
}
