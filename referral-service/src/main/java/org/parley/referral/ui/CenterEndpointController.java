package org.parley.referral.ui;

import java.util.Map;
import java.util.TreeMap;
import org.parley.referral.audience.CenterScope;
import org.parley.referral.delivery.DeliveryLog;
import org.parley.referral.delivery.Endpoint;
import org.parley.referral.delivery.Endpoints;
import org.parley.referral.delivery.TestEvents;
import org.parley.referral.delivery.TestEvents.Tested;
import org.parley.starter.identity.Caller;
import org.parley.starter.pages.PageController;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a center's webhook goes. A secret is on the page that answers its making, and on no other. */
@PageController
class CenterEndpointController {

    private static final String PAGE = "/center/endpoint";
    private static final String NONE = "Your center has no endpoint, or no longer has one.";

    private final Endpoints endpoints;
    private final EndpointRules rules;
    private final DeliveryLog log;
    private final TestEvents tests;
    private final Words words;

    CenterEndpointController(Endpoints endpoints, EndpointRules rules, DeliveryLog log, TestEvents tests, Words words) {
        this.endpoints = endpoints;
        this.rules = rules;
        this.log = log;
        this.tests = tests;
        this.words = words;
    }

    @GetMapping(PAGE)
    ModelAndView show(Caller caller) {
        return page(center(caller), HttpStatus.OK);
    }

    /** Enables it, too. */
    @PostMapping(PAGE)
    ModelAndView set(Caller caller, @ModelAttribute EndpointForm form, RedirectAttributes next) {
        var center = center(caller);
        var request = form.request();
        var wrong = new TreeMap<String, String>();
        var url = rules.url(request, wrong);
        if (url.isEmpty()) {
            return wrong(center, form, wrong);
        }
        var registered = endpoints.put(center, url.get(), request.secret());
        if (registered.freshSecret() != null) {
            return page(center, HttpStatus.OK).addObject("fresh", registered.freshSecret());
        }
        next.addFlashAttribute("said", "Deliveries go there from now on.");
        return new ModelAndView("redirect:" + PAGE);
    }

    @PostMapping(PAGE + "/test")
    ModelAndView test(Caller caller) {
        var center = center(caller);
        return switch (tests.send(center)) {
            case Tested.Answered(var answer) ->
                page(center, HttpStatus.OK)
                        .addObject(
                                "tested",
                                DeliveryWords.answer(answer.status(), answer.error()) + " That took "
                                        + answer.took().toMillis() + " ms.");
            case Tested.NoEndpoint _ -> refused(center, NONE);
            case Tested.UnderWay _ -> refused(center, "Another test has not been answered yet.");
        };
    }

    @PostMapping(PAGE + "/rotate-secret")
    ModelAndView rotateSecret(Caller caller) {
        var center = center(caller);
        return endpoints
                .rotateSecret(center)
                .map(rotated -> page(center, HttpStatus.OK).addObject("fresh", rotated.freshSecret()))
                .orElseGet(() -> refused(center, NONE));
    }

    @PostMapping(PAGE + "/remove")
    ModelAndView remove(Caller caller, @ModelAttribute EndpointForm form, RedirectAttributes next) {
        var center = center(caller);
        if (!form.isSure()) {
            return wrong(center, EndpointForm.EMPTY, Map.of("sure", "Nothing was done. Tick the box if you are sure."));
        }
        endpoints.remove(center);
        next.addFlashAttribute("said", "The endpoint is removed. What is new waits in the inbox.");
        return new ModelAndView("redirect:" + PAGE);
    }

    static String center(Caller caller) {
        var center = CenterCases.center(caller);
        CenterScope.require(caller, center);
        return center;
    }

    private ModelAndView wrong(String center, EndpointForm form, Map<String, String> wrong) {
        return page(center, HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("form", form)
                .addObject("wrong", wrong);
    }

    private ModelAndView refused(String center, String why) {
        return page(center, HttpStatus.CONFLICT).addObject("refused", why);
    }

    private ModelAndView page(String center, HttpStatus status) {
        var page = new ModelAndView("center-endpoint", status);
        page.addObject("card", endpoints.find(center).map(this::card).orElse(null));
        page.addObject("form", EndpointForm.EMPTY);
        page.addObject("wrong", Map.of());
        return page;
    }

    private EndpointCard card(Endpoint endpoint) {
        return EndpointCard.of(endpoint, log.failingSince(endpoint), words);
    }
}
