package io.liasse.store.journal;

import java.util.List;

/**
 * Something that reacts to what happened. {@link JournalFeed} runs each follower on its own thread, hands it entries in
 * order and asks again, after a pause, for a batch that failed; so a follower must bear seeing an entry twice.
 */
public interface JournalFollower {
    /** Names the cursor of this follower; stable for ever. */
    String name();

    /** Where to begin; called at start and after a failure. */
    JournalPosition position();

    /** Handles the entries and remembers the position of the last one, both or neither. */
    void accept(List<JournalEntry> entries);
}
