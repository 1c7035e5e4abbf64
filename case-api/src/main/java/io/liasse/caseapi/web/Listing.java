package io.liasse.caseapi.web;

import io.liasse.store.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list as every call answers it; {@code next} is the cursor of the next page, null on the last. */
public record Listing<T>(List<T> items, @Nullable String next) {
    public Listing {
        items = List.copyOf(items);
    }

    public static <S, T> Listing<T> of(Page<S> page, Function<? super S, ? extends T> change) {
        Page<T> changed = page.map(change);
        return new Listing<>(changed.items(), changed.next());
    }

    /** A list that is always whole. */
    public static <S, T> Listing<T> whole(List<S> all, Function<? super S, ? extends T> change) {
        return new Listing<>(all.stream().<T>map(change).toList(), null);
    }
}
