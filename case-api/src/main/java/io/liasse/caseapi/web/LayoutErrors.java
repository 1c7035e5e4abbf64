package io.liasse.caseapi.web;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Turns what went wrong on a page into a friendly page with a way on. It comes after the advice of REST, which takes what
 * went wrong in REST controllers. An unknown error shows nothing but the reference under which it stands in the log.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class LayoutErrors {
    private static final Logger LOG = LoggerFactory.getLogger(LayoutErrors.class);

    private final LayoutModel layouts;

    LayoutErrors(LayoutModel layouts) {
        this.layouts = layouts;
    }

    @ExceptionHandler
    ModelAndView notFound(NotFound problem, HttpServletRequest request) {
        return page("error/404", HttpStatus.NOT_FOUND, null, request);
    }

    @ExceptionHandler
    ModelAndView notAllowed(NotAllowed problem, HttpServletRequest request) {
        return page("error/403", HttpStatus.FORBIDDEN, null, request);
    }

    @ExceptionHandler
    ModelAndView conflict(Conflict problem, HttpServletRequest request) {
        return page("error/409", HttpStatus.CONFLICT, null, request);
    }

    @ExceptionHandler
    ModelAndView invalid(InvalidInput problem, HttpServletRequest request) {
        return page("error/400", HttpStatus.BAD_REQUEST, null, request);
    }

    /** A reader who left in the middle of an answer is no fault, and there is nobody to be told. */
    @ExceptionHandler
    @Nullable
    ModelAndView unknown(Exception problem, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(problem)) {
            return null;
        }
        if (problem instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatusCode status = known.getStatusCode();
            return page(status.value() == 404 ? "error/404" : "error/400", status, null, request);
        }
        if (problem instanceof MultipartException) {
            return page("error/400", HttpStatus.BAD_REQUEST, null, request);
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.atError()
                .addKeyValue("reference", reference)
                .addKeyValue("path", request.getRequestURI())
                .setCause(problem)
                .log("A page failed");
        return page("error/500", HttpStatus.INTERNAL_SERVER_ERROR, reference, request);
    }

    private ModelAndView page(
            String view, HttpStatusCode status, @Nullable String reference, HttpServletRequest request) {
        ModelAndView page = new ModelAndView(view);
        page.setStatus(status);
        page.addObject("layout", layouts.layout(request));
        page.addObject("reference", reference);
        return page;
    }
}
