package org.parley.starter.pages;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.parley.starter.web.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * What goes wrong on a page, in words for people: as a page, or where htmx asked, as a message above the page that stays
 * as it is. Mistakes in a form are not for here: its page shows them beside the field.
 */
@ConditionalOnProperty("parley.login.client-id")
@ControllerAdvice(annotations = PageController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {

    private static final Logger log = LoggerFactory.getLogger(PageErrors.class);

    private final PageModel model;
    private final PageSettings pages;

    PageErrors(PageModel model, PageSettings pages) {
        this.model = model;
        this.pages = pages;
    }

    static boolean isByHtmx(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    @ExceptionHandler
    ModelAndView refused(ProblemException e, HttpServletRequest request, HttpServletResponse response) {
        return problem(e, request, response);
    }

    @ExceptionHandler
    ModelAndView denied(AccessDeniedException e, HttpServletRequest request, HttpServletResponse response) {
        return problem(ProblemException.forbidden(pages.denied()), request, response);
    }

    /** An address that no page has made. */
    @ExceptionHandler
    ModelAndView mistyped(
            MethodArgumentTypeMismatchException e, HttpServletRequest request, HttpServletResponse response) {
        return problem(ProblemException.notFound(), request, response);
    }

    @ExceptionHandler({MongoException.class, DataAccessException.class})
    ModelAndView storeAway(Exception e, HttpServletRequest request, HttpServletResponse response) {
        log.warn("The store did not answer", e);
        return problem(
                new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "store-unavailable",
                        "Try again",
                        "The service can't reach its data just now. It is not known whether this was stored: look"
                                + " before you do it again.",
                        List.of()),
                request,
                response);
    }

    /** A field that no form has, named as if it were a part of one; or what nobody may read, or can. */
    @ExceptionHandler({InvalidPropertyException.class, RequestRejectedException.class, InvalidParameterException.class})
    ModelAndView unreadable(Exception e, HttpServletRequest request, HttpServletResponse response) {
        return unreadable(HttpStatus.BAD_REQUEST, request, response);
    }

    @ExceptionHandler
    ModelAndView failed(Exception e, HttpServletRequest request, HttpServletResponse response) {
        if (e instanceof ErrorResponse spring && spring.getStatusCode().is4xxClientError()) {
            return unreadable(HttpStatus.valueOf(spring.getStatusCode().value()), request, response);
        }
        log.error("A page failed", e);
        return problem(
                new ProblemException(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal",
                        "Our fault",
                        "Something went wrong here. It is logged.",
                        List.of()),
                request,
                response);
    }

    private ModelAndView unreadable(HttpStatus status, HttpServletRequest request, HttpServletResponse response) {
        return problem(
                new ProblemException(status, "refused", status.getReasonPhrase(), "This can't be read.", List.of()),
                request,
                response);
    }

    private ModelAndView problem(ProblemException problem, HttpServletRequest request, HttpServletResponse response) {
        var shown = Map.of("problem", problem, "assets", model.assets());
        if (!isByHtmx(request)) {
            var page = new ModelAndView("problem", shown, problem.status());
            page.addObject("user", model.user(request));
            return page;
        }
        response.setHeader("HX-Retarget", "#message");
        response.setHeader("HX-Reswap", "innerHTML show:#message:top");
        response.setHeader("HX-Reselect", "unset");
        response.setHeader("HX-Push-Url", "false");
        return new ModelAndView("problem :: message", shown, problem.status());
    }
}
