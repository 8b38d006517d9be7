package org.parley.local.platform;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Asks a part in its own protocol whether it serves; without the libraries of its clients, which cost memory. */
final class Probe {

    private static final int TIMEOUT_MILLIS = 2_000;

    private Probe() {}

    static boolean isReady(Part part, Settings settings) {
        try {
            return switch (part) {
                case STORE -> answersPing(settings.port(part));
                case BROKER -> answersApiVersions(settings.port(part));
                case ISSUER, ENROLLMENT, SESSION, REFERRAL, REPORTING -> answersReady(settings.address(part));
            };
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean answersReady(String address) throws IOException {
        var request = (HttpURLConnection)
                URI.create(address + "/actuator/health/readiness").toURL().openConnection();
        request.setConnectTimeout(TIMEOUT_MILLIS);
        request.setReadTimeout(TIMEOUT_MILLIS);
        try {
            return request.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
            request.disconnect();
        }
    }

    /** An OP_MSG with {@code {ping: 1, $db: "admin"}}. */
    private static boolean answersPing(int port) throws IOException {
        var document = ByteBuffer.allocate(64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0)
                .put((byte) 0x10)
                .put(cString("ping"))
                .putInt(1)
                .put((byte) 0x02)
                .put(cString("$db"))
                .putInt(6)
                .put(cString("admin"))
                .put((byte) 0);
        document.putInt(0, document.position());
        var length = 16 + 4 + 1 + document.position();
        var message = ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .putInt(1)
                .putInt(0)
                .putInt(2013)
                .putInt(0)
                .put((byte) 0)
                .put(document.flip());
        return answers(port, message.array(), ByteOrder.LITTLE_ENDIAN);
    }

    /** An ApiVersions request of version 0, which every broker since 0.10 answers. */
    private static boolean answersApiVersions(int port) throws IOException {
        var message = ByteBuffer.allocate(14)
                .putInt(10)
                .putShort((short) 18)
                .putShort((short) 0)
                .putInt(1)
                .putShort((short) -1);
        return answers(port, message.array(), ByteOrder.BIG_ENDIAN);
    }

    /** Both protocols begin an answer with its length. */
    private static boolean answers(int port, byte[] request, ByteOrder order) throws IOException {
        try (var socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), TIMEOUT_MILLIS);
            new DataOutputStream(socket.getOutputStream()).write(request);
            var length = new byte[4];
            new DataInputStream(socket.getInputStream()).readFully(length);
            return ByteBuffer.wrap(length).order(order).getInt() > 0;
        }
    }

    private static byte[] cString(String text) {
        return (text + "\0").getBytes(StandardCharsets.US_ASCII);
    }
}
