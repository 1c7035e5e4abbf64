package io.liasse.caseapi.web;

import io.liasse.store.PageRequest;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/** The parameters by which every list is paged: {@code limit} 1 to 200, usually 50, and {@code cursor} from the page before. */
@ParameterObject
public record Paging(
        @Parameter(description = "Most items, 1 to 200, usually 50") @Nullable
        Integer limit,

        @Parameter(description = "Where to go on: next of the page before") @Nullable
        String cursor) {
    public PageRequest request() {
        return new PageRequest(limit == null ? PageRequest.USUAL : limit, cursor);
    }
}
