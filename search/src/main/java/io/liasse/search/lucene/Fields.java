package io.liasse.search.lucene;

/** The fields of the index. Whoever changes them or their analysis raises {@link #FORMAT}. */
final class Fields {
    /** Version of the format; an index of another one is made anew. */
    static final int FORMAT = 3;

    /** On every Lucene document: {@link Key} of the entry it belongs to. */
    static final String KEY = "key";

    /** On heads only: one of {@link #YES}, {@link #NO}; absent for people of no case. */
    static final String FILED = "filed";

    static final String YES = "yes";
    static final String NO = "no";

    /** On heads: the cases it belongs to, one for documents and cases, any number for people. */
    static final String CASES = "cases";

    /** On heads of documents and cases: the case whose phase they share. */
    static final String DOSSIER = "dossier";

    static final String REFERENCE = "reference";
    static final String BY = "by";
    static final String KIND = "kind";
    static final String TYPE = "type";
    static final String LANGUAGE = "language";

    /** On heads: the ids of the tags it carries, any number. Names and colours stay in the database. */
    static final String TAG = "tag";

    /** Number that stands for the phase, so that it can change without indexing texts again. */
    static final String PHASE = "phase";

    /** On cases: the phase by name, for telling what the numbers mean. */
    static final String PHASE_NAME = "phaseName";

    /** Days since 1970. */
    static final String DAY = "day";

    /** Milliseconds since 1970. */
    static final String MOMENT = "moment";

    /** Half of the id: puts hits of equal rank into an order that lasts. */
    static final String TIE = "tie";

    /** Folded words of title and text; with a language key behind it, their stems. */
    static final String TEXT = "text";

    static final String TITLE = "title";

    /** Words and stems of one page of an entry that has several; with a language key behind it where that is known. */
    static final String PAGE_TEXT = "page";

    /** Stored: what snippets are cut from. */
    static final String BODY = "body";

    /** Stored: language of the body. */
    static final String BODY_LANGUAGE = "bodyLanguage";

    /** Stored: number of the page the body is of. */
    static final String PAGE_NUMBER = "pageNumber";

    /** On heads: how many Lucene documents of the same entry stand before it. */
    static final String PAGES_BEFORE = "pagesBefore";

    private Fields() {}

    static String in(String field, String language) {
        return field + "_" + language;
    }

    static long phaseNumber(String phase) {
        long number = 1125899906842597L;
        for (int i = 0; i < phase.length(); i++) {
            number = 31 * number + phase.charAt(i);
        }
        return number;
    }
}
