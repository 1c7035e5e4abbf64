package io.liasse.caseapi.documents;

import io.liasse.store.document.PageHint;

/**
 * What is wrong with a scanned page.
 *
 * @param page from 1; 0: of the whole document
 * @param detail of MISSING_PAGES: which, and of how many, as {@code 2, 4|5}; else empty
 * @param scanAgain whether the page should be scanned again; else it is only good to know
 * @param dismissed whether a person said that it is fine as it is
 */
record HintJson(int page, PageHint.Kind kind, String detail, boolean scanAgain, boolean dismissed) {
    static HintJson of(PageHint hint) {
        return new HintJson(hint.page(), hint.kind(), hint.detail(), hint.kind().poor(), hint.dismissed());
    }
}
