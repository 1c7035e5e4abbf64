package io.liasse.caseapi.web;

import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.User;
import io.liasse.store.document.Documents;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the frame of a page shows: the places to go, who is signed in and how much waits. Counts are asked for only when
 * a template shows them, and once. Not for use by several threads.
 */
public final class Layout {
    /** Beyond this the inbox count is shown as "99+". */
    static final int MOST_COUNTED = 99;

    private static final List<Place> PLACES = List.of(
            new Place("today", "/", "layout-dashboard", "t"),
            new Place("inbox", "/inbox", "inbox", "i"),
            new Place("ledger", "/ledger", "list", "r"),
            new Place("cases", "/cases", "folders", "c"),
            new Place("tasks", "/tasks", "square-check", "a"),
            new Place("search", "/search", "search", "s"),
            new Place("settings", "/settings", "settings", "e"));

    /** One entry of the main navigation; {@code shortcut} is the letter after "g". */
    public record Place(String key, String path, String icon, String shortcut) {}

    private final Supplier<Optional<User>> user;
    private final String url;
    private final Documents documents;
    private final AccessPolicy policy;
    private final Supplier<Integer> inboxCount = SingletonSupplier.of(this::countInbox);

    Layout(Supplier<Optional<User>> user, String url, Documents documents, AccessPolicy policy) {
        this.user = SingletonSupplier.of(user);
        this.url = url;
        this.documents = documents;
        this.policy = policy;
    }

    public List<Place> getPlaces() {
        return PLACES;
    }

    public List<String> getLanguages() {
        return LayoutLanguage.LANGUAGES;
    }

    /** This page in another language. */
    public String urlIn(String language) {
        return UriComponentsBuilder.fromUriString(url)
                .replaceQueryParam(LayoutLanguage.PARAMETER, language)
                .build()
                .toUriString();
    }

    public boolean isSignedIn() {
        return user.get().isPresent();
    }

    /** Whether to offer opening a case. */
    public boolean isCaseOpener() {
        return user.get().filter(each -> policy.mayOpenCases(each.viewer())).isPresent();
    }

    /** Whether to offer the figures of filing. */
    public boolean isQualityReader() {
        return user.get().filter(each -> policy.maySeeQuality(each.viewer())).isPresent();
    }

    public String getName() {
        return user.get().map(User::displayName).orElse("");
    }

    public String getUsername() {
        return user.get().map(User::username).orElse("");
    }

    public String getInitials() {
        return Initials.of(getName());
    }

    public int getInboxCount() {
        return inboxCount.get();
    }

    private int countInbox() {
        return user.get()
                .map(each -> documents.countInbox(each.viewer(), MOST_COUNTED + 1))
                .orElse(0);
    }

    public String getInboxCountText() {
        return getInboxCount() > MOST_COUNTED ? MOST_COUNTED + "+" : String.format(Locale.ROOT, "%d", getInboxCount());
    }

    public int getUnderWay() {
        return user.get().isPresent() ? documents.countUnderWay() : 0;
    }

    /** The header that htmx sends with each request against forged ones, as JSON. */
    public String csrfHeaders(@Nullable CsrfToken token) {
        return token == null ? "{}" : "{\"%s\":\"%s\"}".formatted(token.getHeaderName(), token.getToken());
    }
}
