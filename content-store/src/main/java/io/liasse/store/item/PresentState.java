package io.liasse.store.item;

/**
 * What an item is by its documents taken together, for statements that join {@code item} with its {@code document}s as
 * {@code d} and group them by item. Documents in the trash, and those whose pages are in others, do not count beside others.
 */
public final class PresentState {
    /** An aggregate; its value is a name of {@link Item.State}. */
    public static final String SQL = """
            case when bool_or(d.trashed_at is null and d.state in ('RECEIVED', 'READING')) then 'RECEIVED'
                 when bool_or(d.trashed_at is null and d.state = 'FAILED') then 'FAILED'
                 when bool_or(d.trashed_at is null and d.state = 'QUARANTINED') then 'QUARANTINED'
                 when bool_or(d.trashed_at is null and d.state = 'NEEDS_PASSWORD') then 'NEEDS_PASSWORD'
                 when bool_or(d.trashed_at is null and d.state = 'INBOX') then 'WAITING'
                 when bool_or(d.trashed_at is null and d.state <> 'DIVIDED') then 'DONE'
                 when bool_or(d.trashed_at is not null) then 'TRASHED'
                 when count(d.id) > 0 then 'DONE'
                 else 'DELETED' end
            """;

    private PresentState() {}
}
