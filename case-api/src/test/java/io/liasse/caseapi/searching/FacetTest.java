package io.liasse.caseapi.searching;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.search.Results.Count;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FacetTest {
    @Test
    void choosesAValueByItsLink() {
        SearchForm form = form("café & lait", List.of(), null);

        Facet types = Facet.of(form, Map.of("type", List.of(new Count("invoice", 388))))
                .getFirst();

        assertThat(types.values().getFirst().chosen()).isFalse();
        assertThat(types.values().getFirst().address()).isEqualTo("/search?q=caf%C3%A9+%26+lait&type=invoice");
    }

    @Test
    void letsAChosenValueGoByItsLink() {
        SearchForm form = form("x", List.of(), "invoice");

        Facet types =
                Facet.of(form, Map.of("type", List.of(new Count("invoice", 3)))).getFirst();

        assertThat(types.values().getFirst().chosen()).isTrue();
        assertThat(types.values().getFirst().address()).isEqualTo("/search?q=x");
    }

    @Test
    void addsAndRemovesKindsOneByOne() {
        SearchForm form = form("x", List.of("document"), null);

        Facet kinds = Facet.of(form, Map.of("kind", List.of(new Count("DOCUMENT", 9), new Count("CASE", 2))))
                .getFirst();

        assertThat(kinds.values())
                .extracting(Facet.Value::address)
                .containsExactly("/search?q=x", "/search?q=x&kind=document&kind=case");
    }

    @Test
    void keepsAChosenValueOfWhichNothingWasFound() {
        SearchForm form = form("x", List.of(), "decision");

        Facet types = Facet.of(form, Map.of()).getFirst();

        assertThat(types.values()).singleElement().satisfies(value -> {
            assertThat(value.chosen()).isTrue();
            assertThat(value.count()).isNull();
        });
    }

    private static SearchForm form(String q, List<String> kinds, String type) {
        return new SearchForm(q, kinds, null, type, null, null, null, null, null, null, null);
    }
}
