package io.liasse.demo;

import static io.liasse.demo.DemoCase.organisation;
import static io.liasse.demo.DemoCase.person;

import java.util.List;

/** The cases of the demonstration and the letters that belong to them. All people are made up. */
final class Scenario {
    private Scenario() {}

    static List<DemoCase> cases() {
        return List.of(
                new DemoCase(
                        "case-management",
                        "Meier Anna · Return to work after stroke",
                        List.of(
                                person("client", "Meier Anna", "1971-04-12", "fr", "Lausanne", "756.1234.5678.97"),
                                organisation(
                                        "physician",
                                        "Hôpital universitaire, neurologie",
                                        "Genève",
                                        "neuro@example.org"),
                                organisation("employer", "Bühler Feinmechanik AG", "Uzwil", "hr@buehler.example"))),
                new DemoCase(
                        "case-management",
                        "Keller Urs · Rehabilitation nach Unfall",
                        List.of(
                                person("client", "Keller Urs", "1984-09-02", "de", "Winterthur", "756.9217.0769.85"),
                                organisation("insurer", "Muster Unfallversicherung", "Bern", "schaden@example.org"))),
                new DemoCase(
                        "application",
                        "Bianchi Luca · Assegno per grandi invalidi",
                        List.of(person("client", "Bianchi Luca", "1959-01-23", "it", "Lugano", "756.3047.5009.62"))),
                new DemoCase(
                        "complaint",
                        "Smith Jane · Invoice charged twice",
                        List.of(person("client", "Smith Jane", "1990-06-30", "en", "Basel", "756.4812.3390.08"))));
    }

    /** Letters that name their case, so that they file themselves; references are in the order of {@link #cases()}. */
    static List<Letter> lettersNaming(List<String> references) {
        return List.of(
                new Letter(
                        "rapport-neurologie.pdf",
                        List.of(
                                "Hôpital universitaire · Service de neurologie",
                                "",
                                "Genève, le 14 juin 2026",
                                "",
                                "Dossier " + references.get(0),
                                "Concerne : Madame Anna Meier, née le 12 avril 1971",
                                "",
                                "Cher confrère,",
                                "",
                                "La patiente a récupéré une grande partie du langage. La logopédie",
                                "reste indiquée deux fois par semaine pendant douze semaines.",
                                "Une reprise du travail à 50 % paraît possible dès septembre.",
                                "",
                                "Avec mes salutations les meilleures,",
                                "Dr D. Rochat, neurologue")),
                new Letter(
                        "verlaufsbericht.pdf",
                        List.of(
                                "Rehabilitationsklinik Sonnenhalde",
                                "",
                                "Winterthur, 3. März 2026",
                                "",
                                "Fallnummer " + references.get(1),
                                "Betrifft: Herr Urs Keller, geboren am 2. September 1984",
                                "",
                                "Sehr geehrte Damen und Herren",
                                "",
                                "Der Verlauf der Physiotherapie ist erfreulich. Die Schulter ist",
                                "wieder frei beweglich, schwere Lasten sind noch zu vermeiden.",
                                "Wir empfehlen einen Arbeitsversuch mit angepasster Tätigkeit.",
                                "",
                                "Freundliche Grüsse",
                                "Dr. med. S. Brunner")));
    }

    /** A letter without a reference: it waits in the inbox. */
    static Letter letterWithoutReference() {
        return new Letter(
                "lettera-comune.pdf",
                List.of(
                        "Comune di Lugano · Servizi sociali",
                        "",
                        "Lugano, 20 maggio 2026",
                        "",
                        "Oggetto: richiesta di documenti",
                        "",
                        "Gentile signora, egregio signore,",
                        "",
                        "per completare la domanda del signor Bianchi ci occorre ancora il",
                        "certificato medico aggiornato. Vogliate inviarlo entro trenta giorni.",
                        "",
                        "Distinti saluti",
                        "L'ufficio"));
    }
}
