package io.liasse.routes.batch;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code liasse.batch.*}: how a stack of papers in one file is told apart.
 *
 * @param enabled off: every file is one document, and all codes on it are only data
 * @param separators codes on sheets between documents; {@code PATCHT} also stands for the bars of patch code T
 * @param archiveNumberPrefix before the number on labels (ASN); such a page begins a document
 * @param tagPrefix before a tag on labels
 * @param tagsDivide whether a page with a tag begins a document; off: it only gives the tag to the document it is in
 * @param keepSeparators whether separator sheets stay as first page of the document that follows
 * @param keepCoverSheets whether cover sheets of cases do
 * @param keepBlankPages whether blank pages of a stack stay; of files that are not divided they always do
 */
@ConfigurationProperties("liasse.batch")
public record BatchSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("PATCHT") List<String> separators,
        @DefaultValue("ASN") String archiveNumberPrefix,
        @DefaultValue("TAG:") String tagPrefix,
        @DefaultValue("true") boolean tagsDivide,
        @DefaultValue("false") boolean keepSeparators,
        @DefaultValue("false") boolean keepCoverSheets,
        @DefaultValue("false") boolean keepBlankPages) {
    public BatchSettings {
        separators = List.copyOf(separators);
    }
}
