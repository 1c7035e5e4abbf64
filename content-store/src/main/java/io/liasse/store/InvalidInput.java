package io.liasse.store;

/** Something a caller sent cannot be used: which field, and what is wrong with it. Becomes status 400 or 422. */
public final class InvalidInput extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    public InvalidInput(String field, String problem) {
        super(problem);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
