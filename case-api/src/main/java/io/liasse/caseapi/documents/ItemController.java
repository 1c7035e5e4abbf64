package io.liasse.caseapi.documents;

import io.liasse.caseapi.web.Listing;
import io.liasse.caseapi.web.Paging;
import io.liasse.store.access.Viewer;
import io.liasse.store.item.Channel;
import io.liasse.store.item.Item;
import io.liasse.store.item.ItemId;
import io.liasse.store.item.Items;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/items}: the intake ledger, one line for everything received. */
@RestController
@RequestMapping("/api/v1/items")
final class ItemController {
    private final Items items;

    ItemController(Items items) {
        this.items = items;
    }

    /** One thing received; {@code documents} is how many came of it. */
    record ItemJson(
            UUID id,
            Channel channel,
            Item.State state,
            String name,
            @Nullable String sender,
            long size,
            String sha256,
            @Nullable String messageId,
            List<String> hints,
            @Nullable UUID by,
            Instant receivedAt,
            int documents) {
        static ItemJson of(Item item) {
            return new ItemJson(
                    item.id().value(),
                    item.channel(),
                    item.state(),
                    item.name(),
                    item.sender(),
                    item.size(),
                    item.sha256().hex(),
                    item.messageId(),
                    item.hints(),
                    item.by() == null ? null : item.by().value(),
                    item.receivedAt(),
                    item.documents());
        }
    }

    @Operation(summary = "Lists what was received", description = "Newest first.")
    @GetMapping
    Listing<ItemJson> list(
            @RequestParam(required = false) Item.@Nullable State state,
            @RequestParam(required = false) @Nullable Channel channel,
            Paging paging,
            Viewer viewer) {
        return Listing.of(items.page(state, channel, viewer, paging.request()), ItemJson::of);
    }

    @Operation(summary = "One thing received")
    @GetMapping("/{id}")
    ItemJson get(@PathVariable ItemId id, Viewer viewer) {
        return ItemJson.of(items.get(id, viewer));
    }
}
