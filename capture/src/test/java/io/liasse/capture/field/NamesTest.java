package io.liasse.capture.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.Reading.FoundField;
import io.liasse.capture.page.PageWord;
import io.liasse.capture.page.PageWords;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names beside and below their labels, and running text in which the same words stand. */
final class NamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Name, Vorname: Müller, Anna-Lena; name; Müller, Anna-Lena",
                "Name: Meier; name; Meier",
                "Patient: Peter Zurbriggen; name; Peter Zurbriggen",
                "Patientin: Anna Meier-Huber geb. 12.03.1970; name; Anna Meier-Huber",
                "Versicherte Person: Luca Della Valle; name; Luca Della Valle",
                "Nom : Favre; surname; Favre",
                "Prénom : Élodie; given-names; Élodie",
                "Nom et prénom : de la Harpe Jean; name; de la Harpe Jean",
                "Patiente : Marie-Claude Rochat; name; Marie-Claude Rochat",
                "Cognome: D’Angelo; surname; D’Angelo",
                "Cognome e nome: Rossi Maria; name; Rossi Maria",
                "Paziente: Giulia Bernasconi; name; Giulia Bernasconi",
                "Patient: John O'Neill; name; John O'Neill",
                "Surname: van den Berg; surname; van den Berg",
                "Contact person: Dr. Jane Smith; name; Dr. Jane Smith"
            })
    void findsTheNameBesideItsLabel(String line, String field, String name) {
        assertThat(found(line)).contains(field + "=" + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Der Patient wurde am Montag entlassen",
                "Le nom de la commune est connu",
                "Il nome della via",
                "Name / Vorname / Strasse",
                "The patient Is Well",
                "Patient: 4711",
                "Nom : Prénom : Adresse :"
            })
    void takesNoOtherWordsForNames(String line) {
        assertThat(found(line)).isEmpty();
    }

    private static List<String> found(String line) {
        List<PageWord> words = new ArrayList<>();
        double x = 50;
        for (String word : line.split(" ")) {
            words.add(new PageWord(word, 1, 1, 1, x, 100, 5.0 * word.length(), 10));
            x += 5.0 * word.length() + 4;
        }
        return new FieldFinder("CH", null, Clock.systemUTC())
                .find(new PageWords(595, 842, 0, words), null).stream()
                        .filter(field ->
                                List.of("name", "surname", "given-names").contains(field.name()))
                        .map((FoundField field) -> field.name() + "=" + field.value())
                        .toList();
    }
}
