package io.liasse.caseapi.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liasse.caseapi.web.Listing;
import io.liasse.caseapi.web.Paging;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentState;
import io.liasse.store.item.Channel;
import io.liasse.store.item.Item;
import io.liasse.store.item.ItemId;
import io.liasse.store.item.ItemQuery;
import io.liasse.store.item.Ledger;
import io.liasse.store.item.LedgerLine;
import io.liasse.store.journal.Action;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/items}: the intake ledger, one line for everything received. */
@RestController
@RequestMapping("/api/v1/items")
final class ItemController {
    private final Ledger ledger;
    private final ItemViews views;
    private final Again again;

    ItemController(Ledger ledger, ItemViews views, Again again) {
        this.ledger = ledger;
        this.views = views;
        this.again = again;
    }

    /** What the list is narrowed to; {@code text} stands for beginnings of words of name and sender. */
    @ParameterObject
    record Asked(
            Item.@Nullable State state,
            @Nullable Channel channel,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String text) {
        ItemQuery query() {
            return ItemQuery.of(state, channel, from, to, text);
        }
    }

    /** A document of an item that the caller may see, with the case it is in. */
    record PartJson(
            UUID id,
            @Nullable UUID parent,
            String title,
            DocumentState state,
            @Nullable String reason,
            @JsonProperty("case") @Nullable String caseReference) {
        static PartJson of(LedgerLine.Part part) {
            return new PartJson(
                    part.id().value(), null, part.title(), part.state(), part.reason(), text(part.caseReference()));
        }

        static PartJson of(Document document) {
            return new PartJson(
                    document.id().value(),
                    document.parent() == null ? null : document.parent().value(),
                    document.title(),
                    document.state(),
                    document.reason(),
                    text(document.caseReference()));
        }

        private static @Nullable String text(@Nullable CaseReference reference) {
            return reference == null ? null : reference.toString();
        }
    }

    /** Something that happened to a document of the item. */
    record StepJson(
            Instant at, Action action, String by, @Nullable String title) {}

    /**
     * One thing received; {@code documents} is how many came of it, {@code parts} the first of those the caller may see. Of
     * a line that is none of the caller's business only time, channel, size and state are told.
     */
    record ItemJson(
            UUID id,
            Channel channel,
            Item.State state,
            @Nullable String name,
            @Nullable String sender,
            long size,
            @Nullable String sha256,
            @Nullable String messageId,
            List<String> hints,
            @Nullable UUID by,
            Instant receivedAt,
            @Nullable Instant filedAt,
            int documents,
            List<PartJson> parts,
            @Nullable List<StepJson> steps) {
        static ItemJson of(LedgerLine line) {
            Item item = line.item();
            return line.told()
                    ? told(
                            item,
                            line.settledAt(),
                            line.documents().stream().map(PartJson::of).toList(),
                            null)
                    : new ItemJson(
                            item.id().value(),
                            item.channel(),
                            item.state(),
                            null,
                            null,
                            item.size(),
                            null,
                            null,
                            List.of(),
                            null,
                            item.receivedAt(),
                            null,
                            item.documents(),
                            List.of(),
                            null);
        }

        static ItemJson of(ItemViews.ItemView view) {
            return told(
                    view.item(),
                    view.filedAt(),
                    view.branches().stream()
                            .map(each -> PartJson.of(each.document()))
                            .toList(),
                    view.steps().stream()
                            .map(each -> new StepJson(each.at(), each.action(), each.actor(), each.title()))
                            .toList());
        }

        private static ItemJson told(
                Item item, @Nullable Instant filedAt, List<PartJson> parts, @Nullable List<StepJson> steps) {
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
                    filedAt,
                    item.documents(),
                    parts,
                    steps);
        }
    }

    @Operation(summary = "Lists what was received", description = "Newest first.")
    @GetMapping
    Listing<ItemJson> list(Asked asked, Paging paging, Viewer viewer) {
        return Listing.of(ledger.page(asked.query(), viewer, paging.request()), ItemJson::of);
    }

    @Operation(summary = "One thing received", description = "With its documents and what happened to them.")
    @GetMapping("/{id}")
    ItemJson get(@PathVariable ItemId id, Viewer viewer) {
        return ItemJson.of(views.of(id, viewer));
    }

    @Operation(
            summary = "Has the failed documents of an item read again",
            description = "Those that are being read again already are left alone.")
    @PostMapping("/{id}/retry")
    Again.Outcome retry(@PathVariable ItemId id, Viewer viewer) {
        return again.one(id, viewer);
    }

    @Operation(
            summary = "Has failed documents read again, those of the lines named by the filter",
            description = "At most 500 at once; more says that others are left.")
    @PostMapping("/retry")
    Again.Outcome retryAll(@RequestBody Asked asked, Viewer viewer) {
        return again.all(asked.query(), viewer);
    }
}
