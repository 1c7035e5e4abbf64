package io.liasse.caseapi.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.AbstractErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers errors that happen outside controllers: programs get a problem, people the page {@code error.html}. */
@Controller
@RequestMapping("${spring.web.error.path:/error}")
class ErrorAnswers extends AbstractErrorController {
    ErrorAnswers(ErrorAttributes attributes, List<ErrorViewResolver> pages) {
        super(attributes, pages);
    }

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = getStatus(request);
        response.setStatus(status.value());
        Map<String, Object> model = Map.of("status", status.value());
        ModelAndView page = resolveErrorView(request, response, status, model);
        return page == null ? new ModelAndView("error", model) : page;
    }

    @RequestMapping
    ResponseEntity<Problem> problem(HttpServletRequest request) {
        HttpStatus status = getStatus(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.ofStatus(status));
    }
}
