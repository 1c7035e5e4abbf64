package io.liasse.store.plan;

import io.liasse.store.Entries;
import io.liasse.store.InvalidInput;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A goal as people say it.
 *
 * @param what 1 to {@value #LONGEST} characters
 * @param need at most {@value #LONGEST_TEXT} characters, like {@code conflict} and {@code settlement}
 * @param priority 1 to 3
 * @param settlement only where there is a conflict
 */
public record NewGoal(
        String what,
        @Nullable String need,
        Horizon horizon,
        int priority,
        @Nullable LocalDate dueOn,
        @Nullable Indicator indicator,
        @Nullable String conflict,
        @Nullable String settlement) {
    public static final int LONGEST = 300;
    public static final int LONGEST_TEXT = 2000;

    public NewGoal {
        what = Entries.wanted("what", what, LONGEST);
        need = Entries.allowed("need", need, LONGEST_TEXT);
        conflict = Entries.allowed("conflict", conflict, LONGEST_TEXT);
        settlement = Entries.allowed("settlement", settlement, LONGEST_TEXT);
        if (settlement != null && conflict == null) {
            throw new InvalidInput("conflict", "is missing although it is settled");
        }
        if (priority < 1 || priority > 3) {
            throw new InvalidInput("priority", "must be 1, 2 or 3");
        }
        Entries.likely("dueOn", dueOn);
    }
}
