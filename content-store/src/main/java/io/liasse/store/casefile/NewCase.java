package io.liasse.store.casefile;

import io.liasse.store.InvalidInput;
import io.liasse.store.access.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a case is opened with; the opener gets MANAGE on it, and so does the manager. Title: 1 to 200 characters. */
public record NewCase(
        String type, String title, boolean sealed, @Nullable UserId manager, List<NewParticipant> participants) {
    public NewCase {
        participants = List.copyOf(participants);
        if (title.isBlank() || title.length() > 200) {
            throw new InvalidInput("title", "must have 1 to 200 characters");
        }
    }
}
