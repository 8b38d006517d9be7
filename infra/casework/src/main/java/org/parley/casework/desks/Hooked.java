package org.parley.casework.desks;

import static org.parley.casework.calls.House.REFERRAL;

import java.util.Map;
import org.parley.casework.calls.Client;
import org.parley.casework.calls.Unexpected;

/** Has an endpoint to which the platform delivers. */
final class Hooked implements Way {

    static final String NAME = "webhook";

    private final Desk desk;
    private final Hooks hooks;
    private final Client client;
    private final String center;

    Hooked(Desk desk, Hooks hooks, Client client) {
        this.desk = desk;
        this.hooks = hooks;
        this.client = client;
        this.center = desk.mail().center();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void open() {
        var secret = hooks.expect(center, entry -> desk.receive(entry, NAME));
        var answer =
                client.put(REFERRAL, path(), Map.of("url", hooks.address(center).toString(), "secret", secret));
        if (answer.status() == 422) {
            throw new Unexpected("The platform delivers to public addresses only, so not to this machine."
                    + " infra/up allows it; elsewhere it is the setting parley.webhooks.allow-private");
        }
        answer.fine("registering an endpoint");
    }

    /** Whether somebody else has an endpoint there, which this run must not take away. */
    boolean isTaken() {
        var endpoint = client.get(REFERRAL, path());
        return endpoint.isFine() && !endpoint.text("url").contains(Hooks.PATH);
    }

    @Override
    public void close() {
        client.delete(REFERRAL, path());
    }

    private String path() {
        return "/v1/centers/" + center + "/endpoint";
    }
}
