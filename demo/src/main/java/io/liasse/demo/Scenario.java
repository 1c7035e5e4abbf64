package io.liasse.demo;

import static io.liasse.demo.DemoCase.organisation;
import static io.liasse.demo.DemoCase.person;

import java.util.List;

/** The users and cases of the demonstration and the letters that belong to them. All people are made up. */
final class Scenario {
    private static final String CLAIRE = "claire.monnier";
    private static final String LUCIA = "lucia.bernasconi";
    private static final String REGULA = "regula.huber";

    private Scenario() {}

    /** Whom to sign in as; each has the password given. */
    static List<DemoUser> users(String password) {
        return List.of(
                new DemoUser(CLAIRE, "Claire Monnier", "fr", List.of("CASE_MANAGER"), password),
                new DemoUser(LUCIA, "Lucia Bernasconi", "it", List.of("CASE_MANAGER"), password),
                new DemoUser("urs.keller", "Urs Keller", "de", List.of("CLERK"), password),
                new DemoUser(REGULA, "Regula Huber", "de", List.of("SUPERVISOR"), password),
                new DemoUser("jane.baker", "Jane Baker", "en", List.of("RECORDS_OFFICER"), password));
    }

    /** The cases; the letters name the first two, a folder the third, a mail the fourth. */
    static List<Story> stories() {
        return List.of(
                returnToWork(),
                rehabilitation(),
                allowance(),
                complaint(),
                homeCare(),
                integration(),
                inquiry(),
                audit());
    }

    private static Story returnToWork() {
        DemoCase file = new DemoCase(
                "case-management",
                "Meier Anna · Return to work after stroke",
                CLAIRE,
                false,
                List.of(
                        person("client", "Meier Anna", "1971-04-12", "fr", "Lausanne", "756.1234.5678.97"),
                        organisation("physician", "Hôpital universitaire, neurologie", "Genève", "neuro@example.org"),
                        organisation("employer", "Bühler Feinmechanik AG", "Uzwil", "hr@buehler.example")));
        return Story.of(file, CLAIRE)
                .through("assessment", "planning")
                .noted(
                        "Téléphone avec Mme Meier : elle se sent prête à reprendre à 50 % dès septembre.",
                        "Visite chez l’employeur fixée au 2 juillet, avec la logopédiste.");
    }

    private static Story rehabilitation() {
        DemoCase file = new DemoCase(
                "case-management",
                "Frei Beat · Rehabilitation nach Unfall",
                CLAIRE,
                false,
                List.of(
                        person("client", "Frei Beat", "1984-09-02", "de", "Winterthur", "756.9217.0769.85"),
                        organisation("insurer", "Muster Unfallversicherung", "Bern", "schaden@example.org")));
        return Story.of(file, CLAIRE)
                .through("assessment", "planning", "implementation")
                .noted("Arbeitsversuch mit angepasster Tätigkeit beginnt am 15. April.");
    }

    private static Story allowance() {
        DemoCase file = new DemoCase(
                "application",
                "Bianchi Luca · Assegno per grandi invalidi",
                LUCIA,
                false,
                List.of(
                        person("client", "Bianchi Luca", "1959-01-23", "it", "Lugano", "756.3047.5009.62"),
                        organisation(
                                "authority", "Comune di Lugano, servizi sociali", "Lugano", "sociale@example.org")));
        return Story.of(file, LUCIA).noted("Manca ancora il certificato medico aggiornato.");
    }

    private static Story complaint() {
        DemoCase file = new DemoCase(
                "complaint",
                "Smith Jane · Invoice charged twice",
                "admin",
                false,
                List.of(person("client", "Smith Jane", "1990-06-30", "en", "Basel", "756.4812.3390.08")));
        return Story.of(file, "admin").through("assessment");
    }

    private static Story homeCare() {
        DemoCase file = new DemoCase(
                "case-management",
                "Rochat Marie · Prise en charge à domicile",
                CLAIRE,
                false,
                List.of(
                        person("client", "Rochat Marie", "1942-11-05", "fr", "Fribourg", "756.2204.8813.41"),
                        organisation("provider", "Soins à domicile de la Sarine", "Fribourg", "soins@example.org")));
        return Story.of(file, CLAIRE)
                .through("assessment", "planning", "implementation", "evaluation")
                .noted("Objectifs atteints : la fille de Mme Rochat assure le relais le week-end.")
                .andClosed();
    }

    private static Story integration() {
        DemoCase file = new DemoCase(
                "application",
                "Steiner Peter · Berufliche Integration",
                LUCIA,
                false,
                List.of(person("client", "Steiner Peter", "1996-03-17", "de", "Chur", "756.6655.1290.33")));
        return Story.of(file, REGULA).through("assessment");
    }

    /** Only Lucia and Regula know of it. */
    private static Story inquiry() {
        DemoCase file = new DemoCase(
                "incident",
                "Vogel Nina · Vertrauliche Abklärung",
                LUCIA,
                true,
                List.of(person("client", "Vogel Nina", "1988-07-29", "de", "Luzern", "756.7314.0025.16")));
        return Story.of(file, REGULA);
    }

    /** Nobody steers it and it has no client, so it asks for attention. */
    private static Story audit() {
        return Story.of(new DemoCase("audit", "Aktenführung 2026 · Internes Audit", null, false, List.of()), REGULA);
    }

    /** Letters that name their case, so that they file themselves; references are in the order of {@link #stories()}. */
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
                                "Betrifft: Herr Beat Frei, geboren am 2. September 1984",
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

    /** A letter that names two cases, so that a person decides: it waits in the inbox. */
    static Letter letterNamingTwo(List<String> references) {
        return new Letter(
                "facture-transports.pdf",
                List.of(
                        "Transports Handicap Romandie",
                        "",
                        "Lausanne, le 30 juin 2026",
                        "",
                        "Facture 2026-118",
                        "Dossiers " + references.get(0) + " et " + references.get(1),
                        "",
                        "Trajets à la rééducation, juin 2026",
                        "Madame A. Meier, 8 courses                    CHF 312.00",
                        "Monsieur B. Frei, 4 courses                    CHF 188.00",
                        "Total                                                       CHF 500.00",
                        "",
                        "Payable à 30 jours. Merci de votre confiance."));
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
