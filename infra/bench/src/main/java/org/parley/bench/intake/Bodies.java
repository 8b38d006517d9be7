package org.parley.bench.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Referrals to be posted, 1 KiB each to the byte: an address of one of two thousand places, an incident number, and,
 * if wanted, two parties that consent. No two have the same reference. They come from commands in all boroughs.
 */
public final class Bodies implements Supplier<byte[]> {

    public static final int BYTES = 1024;

    private static final int PLACES = 2_000;
    private static final List<String> COMMANDS = List.of(
            "PCT-001", "PCT-040", "PCT-060", "PCT-100", "PCT-120", "PCT-010", "PCT-044", "PCT-075", "PCT-105",
            "PCT-122");
    private static final List<String> TYPES = List.of("NOISE", "FAMILY", "NEIGHBOR", "PARKING", "DEBT");

    private final String run;
    private final boolean parties;
    private final AtomicLong next = new AtomicLong();

    /** @param run begins every reference; another run has another */
    public Bodies(String run, boolean parties) {
        this.run = run;
        this.parties = parties;
    }

    @Override
    public byte[] get() {
        var number = next.incrementAndGet();
        return body(number, COMMANDS.get((int) (number % COMMANDS.size())), TYPES.get((int) (number % TYPES.size())));
    }

    /** From that command, about something of that type. */
    public byte[] get(String command, String type) {
        return body(next.incrementAndGet(), command, type);
    }

    private byte[] body(long number, String command, String type) {
        var begin =
                """
                {"reference":"%s-%09d","command":"%s","officer":"5f0c3c52-7f3e-4b7a-9a39-0f6f1c1d7a11","type":"%s",\
                "occurredAt":"2026-01-02T03:30:00Z","address":{"line":"%d Example Avenue","city":"Brooklyn",\
                "zip":"11208"},"incidentNumber":"2026-%09d","urgency":"ROUTINE","language":"en","contactVia":"%s",\
                "screening":{"arrestMade":false,"violentFelonyOrDrugs":false,"weapon":false,\
                "orderOfProtection":false,"intimatePartner":false},"parties":[""".formatted(run, number, command, type, number % PLACES, number, parties ? "PARTIES" : "PRECINCT");
        var text = begin + (parties ? people(BYTES - begin.length() - 2) : "") + "]";
        // White space where there are no parties whose needs could fill it.
        return (text + " ".repeat(BYTES - text.length() - 1) + "}").getBytes(StandardCharsets.US_ASCII);
    }

    private static String people(int room) {
        var begin = """
                {"name":"Ada Example","phone":"+1 718 555 0101","email":"ada@example.org","language":"en",\
                "consent":{"given":true,"purpose":"MEDIATION"}},\
                {"name":"Ben Example","phone":"+1 718 555 0102","email":"ben@example.org","language":"es",\
                "consent":{"given":true,"purpose":"MEDIATION"},"needs":\"""";
        var end = "\"}";
        return begin + "n".repeat(room - begin.length() - end.length()) + end;
    }
}
