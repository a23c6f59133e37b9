package io.localstream.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.util.Locale;
import java.util.UUID;

/**
 * Somebody who announces hundreds of devices that are not there, again and again, in packets of
 * multicast DNS that are made by hand (RFC 1035, section 4.1; RFC 6762; RFC 6763).
 */
final class Flood {
  private static final int DEVICES = 300;
  private static final int AT_ONCE = 5;
  private static final int PORT = 5_353;
  private static final int ANSWER = 0x8400;
  private static final int IN = 1;
  private static final int TTL_SECONDS = 120;
  private static final int A = 1;
  private static final int PTR = 12;
  private static final int TXT = 16;
  private static final int SRV = 33;
  private static final String SERVICE = "_localstream._tcp.local";

  private final ByteArrayOutputStream records = new ByteArrayOutputStream();
  private int count;

  private Flood() {}

  /**
   * Floods until it is ended.
   *
   * @param arguments the address that it comes from; the code that all devices have, or 0; the
   *     identifier that every other one has
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    InetAddress from = InetAddress.ofLiteral(arguments[0]);
    try (MulticastSocket socket = new MulticastSocket(null)) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(from, PORT));
      socket.setNetworkInterface(NetworkInterface.getByInetAddress(from));
      for (int round = 0; true; round++) {
        for (int device = 0; device < DEVICES; device += AT_ONCE) {
          Flood flood = new Flood();
          for (int i = device; i < device + AT_ONCE; i++) {
            flood.announce(i, arguments[1], i % 2 == 0 ? arguments[2] : id(i));
          }
          flood.send(socket);
        }
        if (round == 2) {
          System.out.println("flooding");
        }
        Thread.sleep(200);
      }
    }
  }

  private static String id(int number) {
    return new UUID(0x4000L, 0x8000_0000_0000_0000L | number).toString();
  }

  private void announce(int number, String code, String id) throws IOException {
    String instance = String.format(Locale.ROOT, "forged-%d.%s", number, SERVICE);
    String host = String.format(Locale.ROOT, "forged-%d.local", number);
    with(SERVICE, PTR, name(instance));
    ByteArrayOutputStream place = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(place);
    out.writeShort(0);
    out.writeShort(0);
    out.writeShort(10_000 + number);
    out.write(name(host));
    with(instance, SRV, place.toByteArray());
    with(instance, TXT, text(number, code, id));
    with(host, A, new byte[] {10, 78, 0, (byte) (100 + number % 100)});
  }

  private static byte[] text(int number, String code, String id) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    put(out, "v=1");
    put(out, "id=" + id);
    put(out, "name=forged " + number);
    if (!code.equals("0")) {
      put(out, "code=" + code);
    }
    return out.toByteArray();
  }

  private static void put(ByteArrayOutputStream out, String text) {
    out.write(text.length());
    out.writeBytes(text.getBytes(UTF_8));
  }

  private static byte[] name(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String label : text.split("\\.", -1)) {
      put(out, label);
    }
    out.write(0);
    return out.toByteArray();
  }

  private void with(String name, int type, byte[] data) throws IOException {
    DataOutputStream out = new DataOutputStream(records);
    out.write(name(name));
    out.writeShort(type);
    out.writeShort(IN);
    out.writeInt(TTL_SECONDS);
    out.writeShort(data.length);
    out.write(data);
    count++;
  }

  private void send(MulticastSocket socket) throws IOException {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(packet);
    out.writeShort(0);
    out.writeShort(ANSWER);
    out.writeShort(0);
    out.writeShort(count);
    out.writeInt(0);
    records.writeTo(out);
    socket.send(
        new DatagramPacket(
            packet.toByteArray(), packet.size(), InetAddress.ofLiteral("224.0.0.251"), PORT));
  }
}
