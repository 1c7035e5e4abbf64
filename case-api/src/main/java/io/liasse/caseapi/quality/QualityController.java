package io.liasse.caseapi.quality;

import io.liasse.caseapi.security.OnlyFor;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.item.Channel;
import io.liasse.store.quality.Figures;
import io.liasse.store.quality.Mean;
import io.liasse.store.quality.QualityFigures;
import io.liasse.store.quality.Samples;
import io.liasse.store.quality.Share;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/quality}: how well the program files, and the drawing of samples. */
@RestController
@RequestMapping("/api/v1")
@OnlyFor({Role.SUPERVISOR, Role.RECORDS_OFFICER, Role.ADMINISTRATOR})
final class QualityController {
    private static final String CSV = "text/csv;charset=utf-8";

    private final QualityFigures figures;
    private final Samples samples;
    private final SampleSize size;

    QualityController(QualityFigures figures, Samples samples, SampleSize size) {
        this.figures = figures;
        this.samples = samples;
        this.size = size;
    }

    /** A figure from 0 to 1 with its bounds of 95 %; all null when {@code n} is too small to tell. */
    record FigureJson(
            long n,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high) {
        static FigureJson of(Share share) {
            return share.enough()
                    ? new FigureJson(share.of(), share.rate(), share.low(), share.high())
                    : new FigureJson(share.of(), null, null, null);
        }

        static FigureJson of(Mean mean) {
            return mean.enough()
                    ? new FigureJson(mean.of(), mean.mean(), mean.low(), mean.high())
                    : new FigureJson(mean.of(), null, null, null);
        }
    }

    /** All of a channel where there is neither source nor scanner. */
    record GroupJson(
            Channel channel,
            @Nullable String source,
            @Nullable String scanner,
            Map<String, FigureJson> figures) {}

    record QualityJson(
            Instant since, long sampled, long checked, Map<String, FigureJson> figures, List<GroupJson> groups) {}

    @Operation(
            summary = "How well the program files",
            description =
                    "Counts over what was decided in the last 7, 30, 90 or 365 days, over all and by channel, source and scanner. "
                            + "precision, type, fieldErrors: of the documents that people checked; kept, typeKept, fieldsCorrected: by "
                            + "what people changed; alone, recall: of all that were filed; confidence: mean of the recognition.")
    @GetMapping("/quality")
    QualityJson quality(@RequestParam(defaultValue = Days.USUAL) int days, Viewer viewer) {
        Figures found = figures.of(Days.checked(days), viewer);
        return new QualityJson(
                found.since(),
                found.drawn(),
                found.checked(),
                json(found.all()),
                found.groups().stream()
                        .map(each -> new GroupJson(each.channel(), each.source(), each.scanner(), json(each.row())))
                        .toList());
    }

    private static Map<String, FigureJson> json(Figures.Row row) {
        Map<String, FigureJson> all = new LinkedHashMap<>();
        all.put("precision", FigureJson.of(row.precision()));
        all.put("kept", FigureJson.of(row.kept()));
        all.put("alone", FigureJson.of(row.alone()));
        all.put("recall", FigureJson.of(row.recall()));
        all.put("type", FigureJson.of(row.type()));
        all.put("typeKept", FigureJson.of(row.typeKept()));
        all.put("fieldErrors", FigureJson.of(row.fieldErrors()));
        all.put("fieldsCorrected", FigureJson.of(row.fieldsCorrected()));
        all.put("confidence", FigureJson.of(row.confidence()));
        return all;
    }

    @Operation(
            summary = "How well the program files, as a table",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @GetMapping(path = "/quality.csv", produces = CSV)
    ResponseEntity<String> csv(@RequestParam(defaultValue = Days.USUAL) int days, Viewer viewer) {
        Figures found = figures.of(Days.checked(days), viewer);
        StringBuilder table = new StringBuilder("channel,source,scanner,figure,n,value,low,high\r\n");
        rows(table, ",,", found.all());
        found.groups().forEach(each -> rows(table, part(each), each.row()));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("quality-" + days + ".csv")
                                .build()
                                .toString())
                .body(table.toString());
    }

    /** Channel, source and scanner. */
    private static String part(Figures.Group group) {
        return group.channel().name()
                + ','
                + quoted(Objects.requireNonNullElse(group.source(), ""))
                + ','
                + quoted(Objects.requireNonNullElse(group.scanner(), ""));
    }

    private static void rows(StringBuilder table, String part, Figures.Row row) {
        json(row)
                .forEach((name, figure) -> table.append(part)
                        .append(',')
                        .append(name)
                        .append(',')
                        .append(figure.n())
                        .append(',')
                        .append(number(figure.value()))
                        .append(',')
                        .append(number(figure.low()))
                        .append(',')
                        .append(number(figure.high()))
                        .append("\r\n"));
    }

    /** RFC 4180; an apostrophe before what spreadsheets would take for a formula. */
    private static String quoted(String text) {
        String harmless = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.4f", value);
    }

    /** How many documents to draw; as many as each week when not said. */
    record Draw(@Nullable Integer size) {}

    /** A draw; {@code seed} draws the same documents of the same decisions again. */
    record SampleJson(UUID id, Instant since, Instant until, String seed, int wanted, int population, Instant drawnAt) {
        static SampleJson of(Samples.Sample sample) {
            return new SampleJson(
                    sample.id(),
                    sample.since(),
                    sample.until(),
                    Long.toString(sample.seed()),
                    sample.wanted(),
                    sample.population(),
                    sample.drawnAt());
        }
    }

    @Operation(
            summary = "Draws a sample now",
            description = "From what the program filed alone since the last draw; 204 when that was this moment.")
    @PostMapping("/quality/samples")
    ResponseEntity<SampleJson> draw(@RequestBody(required = false) @Nullable Draw wished, Viewer viewer) {
        return samples.drawNow(size.of(wished == null ? null : wished.size()), viewer)
                .map(sample -> ResponseEntity.ok(SampleJson.of(sample)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
