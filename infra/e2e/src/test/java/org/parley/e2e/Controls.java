package org.parley.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What people see and use on a page. */
final class Controls {

    private Controls() {}

    /** @param path at the address of the page that is open */
    static void visits(Page page, String path) {
        page.navigate(page.url().replaceAll("^(https?://[^/]+).*", "$1") + path);
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator message(Page page, String text) {
        return page.locator("[role=alert]")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    /** What a browser's own check would hold back is sent: the service has to say so itself. */
    static void sendsUnchecked(Locator button) {
        button.evaluate("button => { button.form.noValidate = true; }");
        button.click();
    }
}
