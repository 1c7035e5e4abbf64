package io.liasse.caseapi.documents;

import io.liasse.store.document.DocumentId;
import io.liasse.store.item.Items;

/** The answer to a file handed in by the page's script. */
record Upload(String id, String item, String name, boolean repeated) {
    static Upload of(Items.Receipt receipt, String name) {
        DocumentId document = receipt.document();
        return new Upload(document.toString(), receipt.item().toString(), name, receipt.repeated());
    }
}
