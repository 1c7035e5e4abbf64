package io.liasse.routes;

/** What was sent has more bytes than {@code liasse.intake.max-bytes}; nothing of it was taken. Becomes status 413. */
public final class IncomingTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long limit;

    IncomingTooLarge(long limit) {
        super("more than " + limit + " bytes");
        this.limit = limit;
    }

    /** The most bytes one item may have. */
    public long limit() {
        return limit;
    }
}
