package org.parley.enrollment.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code, to be drawn.
 *
 * @param size modules along each side, the quiet zone around it included
 * @param path its dark modules, as the path of an SVG whose unit is the module
 */
record QrCode(int size, String path) {

    /** Of paper that lay in a locker a sixth may be unreadable. */
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);

    /** @param text an address, of 2,000 characters at most */
    static QrCode of(String text) {
        try {
            // as large as the code is, so that a module is one unit
            var modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
            return new QrCode(modules.getWidth(), path(modules));
        } catch (WriterException e) {
            throw new IllegalStateException("Too long for a code", e);
        }
    }

    private static String path(BitMatrix modules) {
        var path = new StringBuilder();
        for (var y = 0; y < modules.getHeight(); y++) {
            var x = 0;
            while (x < modules.getWidth()) {
                var end = x;
                while (end < modules.getWidth() && modules.get(end, y)) {
                    end++;
                }
                if (end > x) {
                    path.append("M%d %dh%dv1h-%dz".formatted(x, y, end - x, end - x));
                }
                x = end + 1;
            }
        }
        return path.toString();
    }
}
