package io.liasse.routes.failure;

import io.liasse.store.object.ObjectMissing;
import io.liasse.store.object.ObjectStoreFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells trouble of the surroundings, which passes, from faults of a thing or of the program, which do not. */
public final class Trouble {
    private Trouble() {}

    /** Whether a disk, the network, the database or the object store is to blame, so that trying later is worth while. */
    public static boolean passes(Throwable problem) {
        for (Throwable each = problem; each != null; each = each.getCause()) {
            if (isOfSurroundings(each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfSurroundings(Throwable problem) {
        return switch (problem) {
            case ObjectStoreFailure _,
                    ObjectMissing _,
                    DataAccessResourceFailureException _,
                    TransientDataAccessException _,
                    RecoverableDataAccessException _,
                    TransactionException _,
                    UncheckedIOException _,
                    IOException _,
                    InterruptedException _ -> true;
            default -> false;
        };
    }
}
