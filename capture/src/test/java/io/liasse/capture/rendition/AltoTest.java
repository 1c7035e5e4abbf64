package io.liasse.capture.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.page.PageWord;
import io.liasse.capture.page.PageWords;
import io.liasse.capture.worker.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

final class AltoTest {
    private static final String NAMESPACE = "http://www.loc.gov/standards/alto/ns-v4#";

    @TempDir
    Path folder;

    private Document alto;

    @BeforeEach
    void writeAPageOfTwoLines() throws Exception {
        List<PageWord> words = List.of(
                new PageWord("Das", 0.95, 1, 1, 72, 100, 20, 10),
                new PageWord("Unter-", 0.9, 1, 1, 100, 100, 60, 10),
                new PageWord("nehmen", 0.8, 1, 2, 72, 114, 40, 10),
                new PageWord("Nord-", 1.2, 2, 3, 72, 150, 30, 10),
                new PageWord("Süd", 0.7, 2, 4, 72, 164, 30, 10));
        new PageWords(595, 842, 1.5, words).write(folder, 1);
        Task.Source source = new Task.Source(Task.Form.IMAGE, folder, null, folder);
        Path file = Alto.write(new Task.Assemble(source, 2, List.of(), List.of("de", "")))
                .file();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        alto = factory.newDocumentBuilder().parse(file.toFile());
    }

    @Test
    void putsPagesBlocksLinesAndWordsIntoEachOther() {
        assertThat(alto.getDocumentElement().getNamespaceURI()).isEqualTo(NAMESPACE);
        assertThat(children(alto.getDocumentElement())).containsExactly("Description", "Layout");
        assertThat(elements("Page"))
                .hasSize(1)
                .allSatisfy(page -> assertThat(children(page)).containsExactly("PrintSpace"));
        assertThat(elements("TextBlock"))
                .extracting(block -> block.getAttribute("LANG"), block -> block.getAttribute("ROTATION"))
                .containsOnly(org.assertj.core.groups.Tuple.tuple("de", "1.50"))
                .hasSize(2);
        assertThat(elements("TextLine"))
                .extracting(AltoTest::children)
                .containsExactly(
                        List.of("String", "String", "HYP"), List.of("String"), List.of("String"), List.of("String"));
    }

    @Test
    void givesEveryWordAPlaceAndAConfidence() {
        assertThat(elements("String")).hasSize(5).allSatisfy(word -> {
            for (String side : List.of("HPOS", "VPOS", "WIDTH", "HEIGHT")) {
                assertThat(Double.parseDouble(word.getAttribute(side))).isPositive();
            }
            assertThat(Double.parseDouble(word.getAttribute("WC"))).isBetween(0.0, 1.0);
        });
        assertThat(elements("String").getFirst().getAttribute("HPOS")).isEqualTo("254.0");
        assertThat(elements("String").getFirst().getAttribute("VPOS")).isEqualTo("317.5");
    }

    @Test
    void saysWhatTheHalvesOfAPartedWordAre() {
        List<Element> words = elements("String");
        assertThat(words.get(1).getAttribute("CONTENT")).isEqualTo("Unter");
        assertThat(words.get(1).getAttribute("SUBS_TYPE")).isEqualTo("HypPart1");
        assertThat(words.get(2).getAttribute("SUBS_TYPE")).isEqualTo("HypPart2");
        assertThat(words.subList(1, 3))
                .extracting(word -> word.getAttribute("SUBS_CONTENT"))
                .containsOnly("Unternehmen");
        assertThat(elements("HYP"))
                .extracting(hyphen -> hyphen.getAttribute("CONTENT"))
                .containsExactly("-");
        assertThat(words.get(3).getAttribute("CONTENT")).isEqualTo("Nord-");
        assertThat(words.get(3).hasAttribute("SUBS_TYPE")).isFalse();
    }

    private List<Element> elements(String name) {
        NodeList found = alto.getElementsByTagNameNS(NAMESPACE, name);
        List<Element> elements = new ArrayList<>();
        for (int each = 0; each < found.getLength(); each++) {
            elements.add((Element) found.item(each));
        }
        return elements;
    }

    private static List<String> children(Element parent) {
        List<String> names = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            names.add(child.getLocalName());
        }
        return names;
    }
}
