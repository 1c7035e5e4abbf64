package io.liasse.capture.page;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Looks at the headers of a picture file for whether PDF can hold its bytes as they are, without decoding them. */
final class CodedImage {
    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int TRANSPARENCY = 0x74524E53;
    private static final int PROFILE = 0x69434350;
    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;
    private static final int PROGRESSIVE = 0xC2;
    private static final Set<Integer> NOT_FRAMES = Set.of(0xC4, 0xC8, 0xCC);

    private CodedImage() {}

    /** ITU T.81, B.2: a frame of 8 bits in Huffman coding, with one component (grey) or three. */
    static boolean isPlainJpeg(Path file) throws IOException {
        try (DataInputStream in = open(file)) {
            return in.readUnsignedShort() == 0xFFD8 && plainFrame(in);
        } catch (EOFException e) {
            return false;
        }
    }

    private static boolean plainFrame(DataInputStream in) throws IOException {
        while (true) {
            int marker = marker(in);
            int length = in.readUnsignedShort() - 2;
            boolean frame = marker >= BASELINE && marker <= 0xCF && !NOT_FRAMES.contains(marker);
            if (frame) {
                int depth = in.readUnsignedByte();
                in.skipNBytes(4);
                int components = in.readUnsignedByte();
                boolean usual = marker == BASELINE || marker == EXTENDED || marker == PROGRESSIVE;
                return usual && depth == 8 && (components == 1 || components == 3);
            }
            if (length < 0 || marker == 0xD9 || marker == 0xDA) {
                return false;
            }
            in.skipNBytes(length);
        }
    }

    private static int marker(DataInputStream in) throws IOException {
        int read = in.readUnsignedByte();
        while (read != 0xFF) {
            read = in.readUnsignedByte();
        }
        while (read == 0xFF) {
            read = in.readUnsignedByte();
        }
        return read;
    }

    /** PNG 1.2: at most 8 bits, in one pass, opaque, in no colours but the usual. */
    static boolean isPlainPng(Path file) throws IOException {
        try (DataInputStream in = open(file)) {
            return in.readLong() == PNG_SIGNATURE && plainHeader(in) && plainChunks(in);
        } catch (EOFException e) {
            return false;
        }
    }

    private static boolean plainHeader(DataInputStream in) throws IOException {
        in.skipNBytes(4);
        boolean header = in.readInt() == IHDR;
        in.skipNBytes(8);
        int depth = in.readUnsignedByte();
        int colours = in.readUnsignedByte();
        in.skipNBytes(2);
        boolean onePass = in.readUnsignedByte() == 0;
        in.skipNBytes(4);
        return header && onePass && depth <= 8 && (colours == 0 || colours == 2 || colours == 3);
    }

    private static boolean plainChunks(DataInputStream in) throws IOException {
        while (true) {
            long length = in.readInt() & 0xFFFFFFFFL;
            int kind = in.readInt();
            if (kind == IDAT || kind == TRANSPARENCY || kind == PROFILE) {
                return kind == IDAT;
            }
            in.skipNBytes(length + 4);
        }
    }

    private static DataInputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return new DataInputStream(new java.io.BufferedInputStream(in));
    }
}
