package io.liasse.store.document;

import java.util.List;
import org.springframework.stereotype.Component;

/** The document types there are. Texts for the keys are in the message files of the screens. */
@Component
public class DocumentTypes {
    public List<String> all() {
        return List.of(
                "letter",
                "message",
                "invoice",
                "medical-report",
                "decision",
                "contract",
                "form",
                "consent",
                "certificate",
                "report",
                "other");
    }
}
