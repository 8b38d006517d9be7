package org.parley.referral.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Referral;
import org.parley.referral.Urgency;
import org.parley.referral.audience.CenterScope;
import org.parley.referral.audience.CenterView;
import org.parley.referral.codes.Listed;
import org.parley.referral.lists.CasePage;
import org.parley.referral.lists.CenterList;
import org.parley.referral.lists.Order;
import org.parley.referral.lists.Wanted;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A center's referrals, each as the center sees it but for the incident and the people, who are looked at one by one. */
@RestController
@PreAuthorize(CenterScope.ROLES)
class CenterListController {

    private final CenterList list;

    CenterListController(CenterList list) {
        this.list = list;
    }

    /** @param next the cursor with which the list goes on, also after a page of few or none; null at its end */
    record CenterPage(List<CenterView> items, @Nullable String next) {}

    /**
     * @param state open ones unless given
     * @param sort of open ones: {@code due} unless given; with ended ones what was offered last comes first
     */
    @GetMapping("/v1/centers/{center}/referrals")
    CenterPage referralsOfCenter(
            Caller caller,
            @PathVariable String center,
            @RequestParam(required = false) @Nullable Set<Referral.@NotNull State> state,
            @RequestParam(required = false) @Listed("dispute-types") @Nullable String type,
            @RequestParam(required = false) @Nullable Urgency urgency,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        CenterScope.require(caller, center);
        var wanted = Wanted.of(state, type, urgency);
        var order = order(sort);
        if (wanted.areOpen()) {
            return page(list.open(center, wanted, order == null ? Order.DUE : order, limit, cursor), center);
        }
        if (order != null) {
            throw ProblemException.invalid("?sort", "must not be given with states that have ended");
        }
        return page(list.all(center, wanted, limit, cursor), center);
    }

    private static @Nullable Order order(@Nullable String sort) {
        return switch (sort) {
            case null -> null;
            case "due" -> Order.DUE;
            case "submitted" -> Order.SUBMITTED;
            default -> throw ProblemException.invalid("?sort", "must be due or submitted");
        };
    }

    private static CenterPage page(CasePage page, String center) {
        return new CenterPage(
                page.items().stream()
                        .map(current -> CenterView.listed(current, center))
                        .toList(),
                page.next());
    }
}
