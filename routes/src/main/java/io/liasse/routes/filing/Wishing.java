package io.liasse.routes.filing;

import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.User;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Users;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.Document;
import io.liasse.store.item.Item;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks whether the sender may file into the case named in the wish. Channels without a user wish with full rights. */
@Component
final class Wishing {
    private static final int LONGEST_QUOTE = 40;

    private final CaseFiles cases;
    private final Users users;
    private final AccessPolicy policy;

    Wishing(CaseFiles cases, Users users, AccessPolicy policy) {
        this.cases = cases;
        this.users = users;
        this.policy = policy;
    }

    Wish of(Document document, Item item) {
        String wished = document.wishedCase();
        if (wished == null || wished.isBlank() || document.parent() != null) {
            return new Wish.None();
        }
        return CaseReference.parse(wished)
                .map(reference -> of(reference, item.by()))
                .orElseGet(() -> new Wish.Refused("unknown-reference|" + quoted(wished)));
    }

    private Wish of(CaseReference reference, @Nullable UserId by) {
        return cases.find(reference)
                .filter(each -> mayFileInto(each, by))
                .<Wish>map(Wish.Granted::new)
                .orElseGet(() -> new Wish.Refused((by == null ? "unknown-reference|" : "not-allowed|") + reference));
    }

    private boolean mayFileInto(CaseFile wished, @Nullable UserId by) {
        if (by == null) {
            return true;
        }
        Optional<User> sender = users.find(by).filter(User::enabled);
        return sender.isPresent() && policy.mayFileInto(sender.get().viewer(), wished.id());
    }

    private static String quoted(String wished) {
        String plain = wished.replaceAll("[|\\p{Cc}\\s]+", " ").strip();
        return plain.codePoints()
                .limit(LONGEST_QUOTE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
