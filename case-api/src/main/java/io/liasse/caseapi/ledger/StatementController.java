package io.liasse.caseapi.ledger;

import io.liasse.caseapi.security.OnlyFor;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.item.Channel;
import io.liasse.store.item.Item;
import io.liasse.store.item.Statement;
import io.liasse.store.item.Statements;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/items/statement}: what was received on a day and where it is now. */
@RestController
@RequestMapping("/api/v1/items")
@OnlyFor({Role.SUPERVISOR, Role.ADMINISTRATOR})
final class StatementController {
    private static final String CSV = "text/csv;charset=utf-8";

    private final Statements statements;
    private final Clock clock;

    StatementController(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** One channel; every state is named, also those without any. */
    record LineJson(
            Channel channel,
            long received,
            long stored,
            long read,
            Map<Item.State, Long> present,
            long differing,
            long unwitnessed,
            boolean agrees) {
        static LineJson of(Statement.Line line) {
            Map<Item.State, Long> present = new EnumMap<>(Item.State.class);
            for (Item.State state : Item.State.values()) {
                present.put(state, line.in(state));
            }
            return new LineJson(
                    line.channel(),
                    line.received(),
                    line.stored(),
                    line.read(),
                    present,
                    line.differing(),
                    line.unwitnessed(),
                    line.agrees());
        }
    }

    /** The last look for the bytes. */
    record ProofJson(Instant checkedAt, long objects, long missing, List<String> examples) {}

    record StatementJson(
            LocalDate day,
            long received,
            List<LineJson> channels,
            long lost,
            boolean agrees,
            @Nullable ProofJson proof) {
        static StatementJson of(Statement statement) {
            Statement.Proof proof = statement.proof();
            return new StatementJson(
                    statement.day(),
                    statement.received(),
                    statement.lines().stream().map(LineJson::of).toList(),
                    statement.lost(),
                    statement.agrees(),
                    proof == null
                            ? null
                            : new ProofJson(proof.checkedAt(), proof.objects(), proof.missing(), proof.examples()));
        }
    }

    @Operation(
            summary = "The statement of a day",
            description = "What was received by each channel and in which state it is now; today when no day is named.")
    @GetMapping("/statement")
    StatementJson statement(@RequestParam(required = false) @Nullable LocalDate day, Viewer viewer) {
        return StatementJson.of(statements.of(orToday(day), viewer));
    }

    @Operation(
            summary = "Looks for the bytes of all that was received on a day",
            description = "Answers the statement.")
    @PostMapping("/statement/check")
    StatementJson check(@RequestParam(required = false) @Nullable LocalDate day, Viewer viewer) {
        return StatementJson.of(statements.check(orToday(day), viewer));
    }

    @Operation(
            summary = "The statement of a day as a table",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @GetMapping(path = "/statement.csv", produces = CSV)
    ResponseEntity<String> csv(@RequestParam(required = false) @Nullable LocalDate day, Viewer viewer) {
        Statement statement = statements.of(orToday(day), viewer);
        String name = "statement-" + statement.day() + ".csv";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(table(statement));
    }

    private static String table(Statement statement) {
        List<Object> head = new ArrayList<>(List.of("day", "channel", "received", "stored", "read"));
        head.addAll(List.of(Item.State.values()));
        head.addAll(List.of("differing", "unwitnessed"));
        StringBuilder table = new StringBuilder(row(head));
        for (Statement.Line line : statement.lines()) {
            List<Object> cells = new ArrayList<>(
                    List.of(statement.day(), line.channel(), line.received(), line.stored(), line.read()));
            for (Item.State state : Item.State.values()) {
                cells.add(line.in(state));
            }
            cells.addAll(List.of(line.differing(), line.unwitnessed()));
            table.append(row(cells));
        }
        return table.toString();
    }

    private static String row(List<Object> cells) {
        return cells.stream().map(Object::toString).collect(Collectors.joining(",", "", "\r\n"));
    }

    private LocalDate orToday(@Nullable LocalDate day) {
        return day == null ? LocalDate.now(clock) : day;
    }
}
