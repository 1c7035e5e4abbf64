package io.liasse.routes.reading;

import io.liasse.capture.Reading;
import java.util.function.BooleanSupplier;

/**
 * One try of a job.
 *
 * @param failures tries that failed before
 * @param stopping whether this node is about to end, and its child processes with it
 */
record Attempt(int failures, BooleanSupplier stopping) {
    boolean stops() {
        return stopping.getAsBoolean();
    }

    /** A failure that is not the document's and does not count as a fault of the program. */
    RuntimeException brokenOff(RuntimeException ending) {
        IllegalStateException brokenOff = new IllegalStateException("stopping", new InterruptedException());
        brokenOff.addSuppressed(ending);
        return brokenOff;
    }

    /**
     * A child process can also be ended from outside (this node stops, the machine is short of memory): that a file crashes
     * it is believed the second time, and never while stopping.
     */
    void throwUnlessToBlame(Reading.Cause cause) {
        if (stops() || (cause == Reading.Cause.CRASHED && failures == 0)) {
            throw new IllegalStateException("the child process ended: " + cause);
        }
    }
}
