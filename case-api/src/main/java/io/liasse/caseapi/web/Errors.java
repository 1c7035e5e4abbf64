package io.liasse.caseapi.web;

import io.liasse.caseapi.web.Ranges.UnsatisfiableRange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one place where exceptions of REST controllers end, as a problem. What nobody foresaw is logged under a reference,
 * and only the reference is shown.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Errors implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    /** They were meant for the content that is now not sent. */
    private static final List<String> CONTENT_HEADERS = List.of(
            HttpHeaders.ETAG,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.ACCEPT_RANGES);

    private final ProblemWriter problems;

    Errors(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (!Paths.isOfApi(request) || isEndOfStream(thrown)) {
            return null;
        }
        Problem problem = problem(request, thrown);
        if (response.isCommitted()) {
            return new ModelAndView();
        }
        try {
            forget(response, thrown);
            headers(response, thrown);
            answer(response, problem);
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The other side went away, or a stream of events came to its time: nobody is there to be told. */
    private static boolean isEndOfStream(Exception thrown) {
        return thrown instanceof AsyncRequestNotUsableException || thrown instanceof AsyncRequestTimeoutException;
    }

    private static Problem problem(HttpServletRequest request, Exception thrown) {
        Optional<Problem> known = Problems.of(thrown);
        if (known.isPresent() && known.get().status() < 500) {
            return known.get();
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.atError()
                .setMessage("request failed")
                .addKeyValue("reference", reference)
                .addKeyValue("method", request.getMethod())
                .addKeyValue("path", request.getRequestURI())
                .setCause(thrown)
                .log();
        return known.map(problem -> problem.withReference(reference)).orElseGet(() -> Problem.unknown(reference));
    }

    private static void headers(HttpServletResponse response, Exception thrown) {
        if (thrown instanceof ErrorResponse known) {
            HttpHeaders headers = known.getHeaders();
            headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
    }

    private static void forget(HttpServletResponse response, Exception thrown) {
        CONTENT_HEADERS.forEach(name -> response.setHeader(name, null));
        if (thrown instanceof UnsatisfiableRange outside) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, outside.contentRange());
        }
    }

    private void answer(HttpServletResponse response, Problem problem) throws IOException {
        if (problem.status() == ProblemKind.BUSY.status()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        }
        problems.write(response, problem);
    }
}
