package io.liasse.capture.format;

import java.util.Arrays;
import java.util.Random;

/** Damages bytes the ways disks, networks and attackers do. The same seed does the same. */
record Mutator(Random random) {
    /** One to four damages, one after the other. */
    byte[] damage(byte[] bytes, byte[] other) {
        byte[] damaged = bytes;
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            damaged = once(damaged, other);
        }
        return damaged;
    }

    private byte[] once(byte[] bytes, byte[] other) {
        return switch (random.nextInt(6)) {
            case 0 -> flipped(bytes);
            case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 2 -> repeated(bytes);
            case 3 -> spliced(bytes, other);
            case 4 -> filled(bytes);
            default -> number(bytes);
        };
    }

    private byte[] flipped(byte[] bytes) {
        byte[] damaged = bytes.clone();
        for (int times = 1 + bytes.length / 500; times > 0 && damaged.length > 0; times--) {
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return damaged;
    }

    private byte[] repeated(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = from + random.nextInt(Math.min(4096, bytes.length - from) + 1);
        byte[] damaged = new byte[bytes.length + to - from];
        System.arraycopy(bytes, 0, damaged, 0, to);
        System.arraycopy(bytes, from, damaged, to, bytes.length - from);
        return damaged;
    }

    private byte[] spliced(byte[] bytes, byte[] other) {
        int end = random.nextInt(bytes.length + 1);
        int from = random.nextInt(other.length + 1);
        byte[] damaged = Arrays.copyOf(bytes, end + other.length - from);
        System.arraycopy(other, from, damaged, end, other.length - from);
        return damaged;
    }

    private byte[] filled(byte[] bytes) {
        byte[] damaged = bytes.clone();
        int from = random.nextInt(bytes.length + 1);
        Arrays.fill(damaged, from, from + random.nextInt(bytes.length - from + 1), (byte)
                (random.nextBoolean() ? 0 : 0xFF));
        return damaged;
    }

    /** A length or a count that is as large as can be. */
    private byte[] number(byte[] bytes) {
        byte[] damaged = bytes.clone();
        int at = random.nextInt(bytes.length + 1);
        byte[] huge = {0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
        System.arraycopy(huge, 0, damaged, at, Math.min(huge.length, bytes.length - at));
        return damaged;
    }
}
