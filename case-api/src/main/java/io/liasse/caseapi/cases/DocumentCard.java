package io.liasse.caseapi.cases;

import io.liasse.store.document.Document;

/** A document with whether there is a picture of its first page. */
record DocumentCard(Document document, boolean pictured) {}
