package io.localstream.adapters.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;

/** Answers of multicast DNS as anybody can make them up (RFC 1035, section 4.1; RFC 6762). */
final class ForgedPacket {
  private static final int PORT = 5_353;
  private static final int ANSWER = 0x8400;
  private static final int IN = 1;
  private static final int TTL_SECONDS = 4_500;
  private static final int PTR = 12;
  private static final int AAAA = 28;

  private final ByteArrayOutputStream records = new ByteArrayOutputStream();
  private int count;

  /** An IPv6 address of four bytes, which ends the listener of JmDNS 3.6.5. */
  ForgedPacket withShortAddress(String name) throws IOException {
    return with(name, AAAA, new byte[] {10, 0, 0, 9});
  }

  ForgedPacket withInstance(String label) throws IOException {
    return with("_localstream._tcp.local", PTR, name(label + "._localstream._tcp.local"));
  }

  private ForgedPacket with(String name, int type, byte[] data) throws IOException {
    DataOutputStream out = new DataOutputStream(records);
    out.write(name(name));
    out.writeShort(type);
    out.writeShort(IN);
    out.writeInt(TTL_SECONDS);
    out.writeShort(data.length);
    out.write(data);
    count++;
    return this;
  }

  private static byte[] name(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String label : text.split("\\.", -1)) {
      out.write(label.length());
      out.writeBytes(label.getBytes(UTF_8));
    }
    out.write(0);
    return out.toByteArray();
  }

  /** From the port that answers come from. */
  void send(InetAddress from) throws IOException {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(packet);
    out.writeShort(0);
    out.writeShort(ANSWER);
    out.writeShort(0);
    out.writeShort(count);
    out.writeInt(0);
    records.writeTo(out);
    try (MulticastSocket socket = new MulticastSocket(null)) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(from, PORT));
      socket.setNetworkInterface(NetworkInterface.getByInetAddress(from));
      InetAddress group = InetAddress.ofLiteral("224.0.0.251");
      socket.send(new DatagramPacket(packet.toByteArray(), packet.size(), group, PORT));
    }
  }
}
