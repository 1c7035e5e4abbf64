package io.liasse.store.item;

import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.DocumentId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The intake ledger. Thread-safe. */
@Component
public class Items {
    /** The receipt of an item: its id, its first document, and whether it had been taken before. */
    public record Receipt(ItemId item, DocumentId document, boolean repeated) {}

    /** The receipt of the item that was taken before under this channel and source key. */
    public Optional<Receipt> taken(Channel channel, String sourceKey) {
        throw new UnsupportedOperationException();
    }

    /** For the program's own work: without a viewer. */
    public Item get(ItemId id) {
        throw new UnsupportedOperationException();
    }

    public Item get(ItemId id, Viewer viewer) {
        throw new UnsupportedOperationException();
    }

    /** Newest first; those the viewer sent, and those of documents the viewer may see. */
    public Page<Item> page(Item.@Nullable State state, @Nullable Channel channel, Viewer viewer, PageRequest page) {
        throw new UnsupportedOperationException();
    }
}
