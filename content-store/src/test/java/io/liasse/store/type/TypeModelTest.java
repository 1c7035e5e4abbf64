package io.liasse.store.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.store.type.TypeProposal.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeModelTest {
    private final List<String> types = new ArrayList<>(
            List.of("letter", "message", "invoice", "medical-report", "decision", "contract", "report"));
    private final Map<String, Map<String, Double>> counts = new HashMap<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "invoice | Muster AG\\nBern\\nArztrechnung 118\\nBetrag CHF 540.00 zahlbar innert 30 Tagen",
                "invoice | Garage du Lac\\nFacture no 2026-118\\nMontant à payer : 540.00, échéance 30 jours",
                "invoice | Fattura 118\\nImporto totale 540.00, pagabile entro 30 giorni, IVA inclusa",
                "invoice | Invoice 118\\nTotal amount due 540.00 including VAT",
                "medical-report | Austrittsbericht\\nDiagnose: Lumbago. Der Patient klagt über Schmerzen.",
                "decision | Décision\\nLe recours est rejeté.",
                "contract | Contratto di locazione\\nLe parti convengono la durata e la disdetta.",
            })
    void proposesForTheVeryFirstDocument(String type, String text) {
        TypeProposal proposal = proposed(text.replace("\\n", "\n"));

        assertThat(proposal.type()).isEqualTo(type);
        assertThat(proposal.confidence()).isBetween(0.5, 0.8);
    }

    @Test
    void saysWhichWordsOnWhichPage() {
        TypeProposal proposal = TypeModel.propose(
                        TypeClues.of(
                                List.of("Sehr geehrte Frau Meier", "Rechnung\nzahlbar innert 30 Tagen"),
                                "application/pdf",
                                2,
                                null),
                        new TypeModel.Counts(counts),
                        types)
                .orElseThrow();

        assertThat(proposal.type()).isEqualTo("invoice");
        assertThat(proposal.evidence()).contains(new Word("Rechnung", 2), new Word("zahlbar", 2));
    }

    @Test
    void learnsATypeNobodyKnewFromOneDocumentAndForgetsItAgain() {
        types.add("timesheet");
        String text = "Stundenzettel\nArbeitswoche 12, Pausen, Überstunden, Visum des Vorgesetzten";
        TypeClues first = clues(text);

        learn(first, "timesheet", 1);
        TypeProposal proposal = proposed("Stundenzettel\nArbeitswoche 13 ohne Pausen, Überstunden keine");
        assertThat(proposal.type()).isEqualTo("timesheet");
        assertThat(proposal.evidence()).extracting(Word::word).contains("Stundenzettel");

        learn(first, "timesheet", -1);
        assertThat(TypeModel.propose(clues("Stundenzettel"), new TypeModel.Counts(counts), types))
                .isEmpty();
    }

    @Test
    void believesWhatWasDecidedMoreThanTheWordsKnownBeforehand() {
        String text = "Rapport 2026-%d\nVisite de chantier, ouvrage, échafaudage conforme";
        for (int number = 0; number < 3; number++) {
            learn(clues(text.formatted(number)), "letter", 1);
        }
        assertThat(proposed(text.formatted(9)).type()).isEqualTo("letter");
    }

    @Test
    void saysNothingOfADocumentWithoutWords() {
        assertThat(TypeModel.propose(clues("123 456\n--"), new TypeModel.Counts(counts), types))
                .isEmpty();
        assertThat(TypeModel.propose(
                        TypeClues.of(List.of(), "image/png", null, null), new TypeModel.Counts(counts), types))
                .isEmpty();
    }

    @Test
    void looksAtABoundedNumberOfClues() {
        StringBuilder text = new StringBuilder();
        for (int each = 0; each < 100_000; each++) {
            text.append(Integer.toString(each, 26).replaceAll("\\d", "x")).append("wort ");
        }
        assertThat(clues(text.toString()).sightings()).hasSize(TypeClues.MOST);
    }

    private TypeProposal proposed(String text) {
        return TypeModel.propose(clues(text), new TypeModel.Counts(counts), types)
                .orElseThrow();
    }

    private static TypeClues clues(String text) {
        return TypeClues.of(List.of(text), "application/pdf", 1, null);
    }

    private void learn(TypeClues clues, String type, int change) {
        List<String> keys = new ArrayList<>(clues.sightings().keySet());
        keys.add(TypeModel.ALL);
        keys.forEach(
                key -> counts.computeIfAbsent(key, none -> new HashMap<>()).merge(type, (double) change, Double::sum));
    }
}
