package io.liasse.store.access;

/** A right on one case; each includes those before it. */
public enum CaseRight {
    READ(1),
    WRITE(2),
    MANAGE(3);

    private final int strength;

    CaseRight(int strength) {
        this.strength = strength;
    }

    /** How the right stands in the database. */
    public int strength() {
        return strength;
    }

    public static CaseRight ofStrength(int strength) {
        return switch (strength) {
            case 1 -> READ;
            case 2 -> WRITE;
            case 3 -> MANAGE;
            default -> throw new IllegalArgumentException("no right has the strength " + strength);
        };
    }

    public boolean includes(CaseRight other) {
        return strength >= other.strength;
    }
}
