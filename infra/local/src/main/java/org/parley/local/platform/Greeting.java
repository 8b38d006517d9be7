package org.parley.local.platform;

import java.time.Duration;

/** What a newcomer needs to know when everything runs. */
final class Greeting {

    private Greeting() {}

    static String text(Settings settings, Duration start) {
        return """

                Parley is ready (%d s).

                  dashboard    %s/        log in as analyst, coordinator or administrator; the password is the same word
                  referrals    %s/        in the same way as staff-nypi, officer-demo, commander-075 or coordinator
                  trainings    %s/        in the same way as officer-demo, commander-075, trainer-demo or coordinator
                  phone        %s/log     officers log on the spot, as officer-demo, with or without a network
                  logs         %s/        read as officer-demo, commander-075 or coordinator
                  referral     %s/v1/referrals
                  session      %s/v1/sessions
                  enrollment   %s/v1/trainings
                  issuer       %s
                  Kafka        %s
                  store        %s

                Try next:
                  infra/token precinct-075           a bearer token; also center-nypi, analyst, coordinator, connector …
                  infra/refer --help                 turns complaints of 311 into referrals
                  curl -H "Authorization: Bearer $(infra/token analyst)" '%s/v1/metrics/referrals-submitted?by=borough'
                  infra/status                       ports, health and memory of the parts
                  infra/down                         ends all; the data stays, until infra/up --reset

                Logs are in %s.
                """.formatted(
                        start.toSeconds(),
                        settings.address(Part.REPORTING),
                        settings.address(Part.REFERRAL),
                        settings.address(Part.ENROLLMENT),
                        settings.address(Part.SESSION),
                        settings.address(Part.SESSION),
                        settings.address(Part.REFERRAL),
                        settings.address(Part.SESSION),
                        settings.address(Part.ENROLLMENT),
                        settings.address(Part.ISSUER),
                        settings.brokerAddress(),
                        store(settings),
                        settings.address(Part.REPORTING),
                        settings.home().resolve("logs"));
    }

    private static String store(Settings settings) {
        return settings.mongodbUri() == null
                ? settings.storeAddress() + "   (embedded: for evaluation and tests; a real one by PARLEY_MONGODB_URI)"
                : "named by PARLEY_MONGODB_URI";
    }
}
