using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>A server of bare sockets on loopback that counts what reaches it and answers with the bytes that it is told to.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Exchange, CancellationToken, Task<bool>> _answer;
    private readonly List<string> _requests = [];
    private readonly Task _accepting;

    // The answer says whether the connection stays open.
    private RawServer(Func<Exchange, CancellationToken, Task<bool>> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>Every request that arrived whole: its head and its body.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Answers each request with these bytes and closes the connection.</summary>
    public static RawServer Answering(string response) => new(async (exchange, stop) =>
    {
        await exchange.Stream.WriteAsync(Encoding.UTF8.GetBytes(response), stop);
        return false;
    });

    /// <summary>Answers each request with a status and a JSON body, and closes the connection.</summary>
    public static RawServer Answering(int status, string json, string headers = "") => Answering(Response(status, json, headers));

    /// <summary>Answers the first request of a connection, reads the second one whole and cuts the connection.</summary>
    public static RawServer AnsweringOnceThenCutting(string json) => new(async (exchange, stop) =>
    {
        if (exchange.Number == 1)
        {
            await exchange.Stream.WriteAsync(Encoding.UTF8.GetBytes(Response(200, json)), stop);
        }

        return exchange.Number == 1;
    });

    /// <summary>Answers each request with a JSON body made from it, and keeps the connection.</summary>
    public static RawServer Responding(Func<string, string> json) => new(async (exchange, stop) =>
    {
        await exchange.Stream.WriteAsync(Encoding.UTF8.GetBytes(Response(200, json(exchange.Request))), stop);
        return true;
    });

    /// <summary>Reads each request whole and cuts the connection.</summary>
    public static RawServer Cutting() => new((_, _) => Task.FromResult(false));

    /// <summary>Reads each request whole and never answers.</summary>
    public static RawServer Silent(TaskCompletionSource arrived) => new(async (_, stop) =>
    {
        arrived.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
        return false;
    });

    /// <summary>Answers each request with these bytes, and with the rest when the test says so; then closes the connection.</summary>
    public static RawServer AnsweringInParts(string response, Task go, string rest) => new(async (exchange, stop) =>
    {
        await exchange.Stream.WriteAsync(Encoding.UTF8.GetBytes(response), stop);
        await go.WaitAsync(stop);
        await exchange.Stream.WriteAsync(Encoding.UTF8.GetBytes(rest), stop);
        return false;
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The listener was stopped: while it waited, or, as InvalidOperationException, between two connections.
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                bool open = true;
                for (int number = 1; open; number++)
                {
                    string request = await ReadRequestAsync(stream);
                    if (request.Length == 0)
                    {
                        return;
                    }

                    lock (_requests)
                    {
                        _requests.Add(request);
                    }

                    open = await _answer(new Exchange(number, request, stream), _stop.Token);
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private async Task<string> ReadRequestAsync(NetworkStream stream)
    {
        StringBuilder request = new();
        byte[] buffer = new byte[16 * 1024];
        while (true)
        {
            int read = await stream.ReadAsync(buffer, _stop.Token);
            if (read == 0)
            {
                return "";
            }

            request.Append(Encoding.Latin1.GetString(buffer, 0, read));
            string text = request.ToString();
            int head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head >= 0 && IsWhole(text[..head], text[(head + 4)..]))
            {
                return text;
            }
        }
    }

    private static string Response(int status, string json, string headers = "") =>
        $"HTTP/1.1 {status} Any\r\nContent-Type: application/json\r\n{headers}Content-Length: "
            + $"{Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}";

    private static bool IsWhole(string head, string body) => head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase)
        ? body.EndsWith("0\r\n\r\n", StringComparison.Ordinal)
        : body.Length >= ContentLength(head);

    private static int ContentLength(string head)
    {
        const string Name = "Content-Length:";
        string? line = head.Split("\r\n").FirstOrDefault(line => line.StartsWith(Name, StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line[Name.Length..], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A request, whole, with its number on its connection.</summary>
    private sealed record Exchange(int Number, string Request, NetworkStream Stream);
}
