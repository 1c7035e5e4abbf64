package io.liasse.capture.worker;

import io.liasse.capture.Reading.Cause;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Ends a task with an answer that is not a success: a broken limit, a missing password, an unknown kind of file. */
public final class RefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    public RefusedException(Answer answer) {
        super(answer.toString(), null, false, false);
        this.answer = answer;
    }

    /** A broken limit or damage. */
    public static RefusedException failed(@Nullable String mediaType, Cause cause, String detail) {
        return new RefusedException(new Answer.Failed(mediaType, cause, detail));
    }

    /** What is told to the server. */
    public Answer answer() {
        return answer;
    }
}
