package io.liasse.caseapi.searching;

import io.liasse.search.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** One way to narrow a search down: its values with their counts, each a link that chooses it or lets it go again. */
record Facet(String name, List<Value> values) {
    private static final int MOST = 12;
    private static final List<String> SHOWN = List.of("kind", "type", "tag", "phase", "language");

    /** {@code count} is null for a chosen value of which nothing was found. */
    record Value(String value, @Nullable Long count, boolean chosen, String address) {}

    Facet {
        values = List.copyOf(values);
    }

    static List<Facet> of(SearchForm form, Map<String, List<Results.Count>> counted) {
        return SHOWN.stream()
                .map(name -> of(name, form, counted.getOrDefault(name, List.of())))
                .filter(facet -> !facet.values.isEmpty())
                .toList();
    }

    private static Facet of(String name, SearchForm form, List<Results.Count> counts) {
        List<String> chosen = chosen(name, form);
        List<Value> values = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (Results.Count each : counts.subList(0, Math.min(MOST, counts.size()))) {
            String value = each.value().toLowerCase(Locale.ROOT);
            known.add(value);
            values.add(value(name, value, each.count(), chosen, form));
        }
        chosen.stream()
                .filter(each -> !known.contains(each))
                .forEach(each -> values.add(value(name, each, null, chosen, form)));
        return new Facet(name, values);
    }

    private static Value value(String name, String value, @Nullable Long count, List<String> chosen, SearchForm form) {
        boolean on = chosen.contains(value);
        return new Value(value, count, on, toggled(name, value, on, form));
    }

    private static String toggled(String name, String value, boolean on, SearchForm form) {
        UriComponentsBuilder address = form.address();
        if (!name.equals("kind")) {
            address.replaceQueryParam(name);
            return on ? text(address) : text(address.queryParam(name, SearchForm.encoded(value)));
        }
        address.replaceQueryParam(name);
        form.kind().stream()
                .filter(each -> !each.equals(value))
                .forEach(each -> address.queryParam(name, SearchForm.encoded(each)));
        return on ? text(address) : text(address.queryParam(name, SearchForm.encoded(value)));
    }

    private static String text(UriComponentsBuilder address) {
        return address.build().toUriString();
    }

    private static List<String> chosen(String name, SearchForm form) {
        return switch (name) {
            case "kind" -> form.kind();
            case "type" -> one(form.type());
            case "phase" -> one(form.phase());
            case "tag" -> one(form.tag() == null ? null : form.tag().toString());
            case "language" -> one(form.language());
            default -> List.of();
        };
    }

    private static List<String> one(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
