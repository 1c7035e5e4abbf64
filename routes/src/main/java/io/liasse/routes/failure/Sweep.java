package io.liasse.routes.failure;

import java.time.Duration;

/** A channel that is looked into again and again, e.g. a folder or a mailbox. One thread at a time. */
public interface Sweep {
    /** Of small letters, digits and hyphens; names the route. */
    String id();

    ChannelHealth health();

    /** The pause between two rounds. */
    Duration interval();

    /** Takes what is there. What ends in an exception is trouble of the channel and is tried again. */
    void sweep() throws Exception;
}
