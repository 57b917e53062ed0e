using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TrimmedApp;

/// <summary>Answers one request on a loopback port as Meta answers a send, with nothing but a socket.</summary>
internal sealed class LoopbackGraph : IAsyncDisposable
{
    private const string Answer =
        """
        {"messaging_product":"whatsapp","contacts":[{"input":"+16505551234","wa_id":"16505551234"}],
        "messages":[{"id":"wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI"}]}
        """;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    private LoopbackGraph()
    {
        _listener.Start();
        Received = AnswerOneAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress => new($"http://{_listener.LocalEndpoint}/");

    /// <summary>The request, once it was answered.</summary>
    public Task<Request> Received { get; }

    public static LoopbackGraph Start() => new();

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<Request> AnswerOneAsync()
    {
        using TcpClient connection = await _listener.AcceptTcpClientAsync();
        await using NetworkStream stream = connection.GetStream();

        string line = await ReadLineAsync(stream);
        string authorization = "";
        int length = 0;
        while (await ReadLineAsync(stream) is { Length: > 0 } header)
        {
            string value = header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
            if (header.StartsWith("Authorization:", StringComparison.OrdinalIgnoreCase))
            {
                authorization = value;
            }
            else if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(value, CultureInfo.InvariantCulture);
            }
        }

        byte[] body = new byte[length];
        await stream.ReadExactlyAsync(body);

        string head =
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(Answer)}\r\nConnection: "
                + "close\r\n\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head + Answer));
        return new(line, authorization, body);
    }

    private static async Task<string> ReadLineAsync(NetworkStream stream)
    {
        StringBuilder line = new();
        byte[] one = new byte[1];
        while (true)
        {
            await stream.ReadExactlyAsync(one);
            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one[0]);
        }
    }

    /// <summary>What came.</summary>
    internal sealed record Request(string Line, string Authorization, byte[] Body);
}
