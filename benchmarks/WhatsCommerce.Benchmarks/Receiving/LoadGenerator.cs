using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace WhatsCommerce.Benchmarks.Receiving;

/// <summary>
/// Posts prepared requests over persistent connections. One thread that never sleeps, on its own core: it takes no time from the server,
/// and its clock is exact to some microseconds.
/// </summary>
internal sealed class LoadGenerator : IDisposable
{
    private readonly Socket[] _sockets;
    private readonly long[] _sentAt;
    private readonly bool[] _busy;
    private readonly byte[] _answer = new byte[4096];

    public LoadGenerator(Uri server, int connections)
    {
        _sockets = new Socket[connections];
        _sentAt = new long[connections];
        _busy = new bool[connections];
        for (int i = 0; i < connections; i++)
        {
            _sockets[i] = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            _sockets[i].Connect(IPAddress.Loopback, server.Port);
            _sockets[i].Blocking = false;
        }
    }

    /// <summary>Posts them as fast as the server answers.</summary>
    public void Flood(byte[][] requests)
    {
        long start = Stopwatch.GetTimestamp();
        Run(requests, _ => start, latencies: null);
    }

    /// <summary>Posts them at a constant rate, whether the server keeps up or not.</summary>
    /// <returns>The time of each from when it was due until its answer, in nanoseconds.</returns>
    public double[] Pace(byte[][] requests, double perSecond)
    {
        long start = Stopwatch.GetTimestamp();
        double ticks = Stopwatch.Frequency / perSecond;
        double[] latencies = new double[requests.Length];
        Run(requests, i => start + (long)(i * ticks), latencies);
        return latencies;
    }

    public void Dispose() => Array.ForEach(_sockets, socket => socket.Dispose());

    private void Run(byte[][] requests, Func<int, long> dueAt, double[]? latencies)
    {
        int sent = 0;
        int answered = 0;
        while (answered < requests.Length)
        {
            for (int i = 0; i < _sockets.Length; i++)
            {
                if (_busy[i] && TryReceive(i))
                {
                    if (latencies is not null)
                    {
                        latencies[answered] = Stopwatch.GetElapsedTime(_sentAt[i]).TotalNanoseconds;
                    }

                    answered++;
                    _busy[i] = false;
                }

                if (!_busy[i] && sent < requests.Length && dueAt(sent) <= Stopwatch.GetTimestamp())
                {
                    // A request that had to wait for a connection is late already: its time counts from when it was due.
                    _sentAt[i] = dueAt(sent);
                    Send(i, requests[sent++]);
                    _busy[i] = true;
                }
            }
        }
    }

    private void Send(int connection, byte[] request)
    {
        int written = _sockets[connection].Send(request);
        if (written != request.Length)
        {
            throw new InvalidOperationException("A request did not fit into the buffer of the socket.");
        }
    }

    private bool TryReceive(int connection)
    {
        int length = _sockets[connection].Receive(_answer, SocketFlags.None, out SocketError error);
        if (error == SocketError.WouldBlock)
        {
            return false;
        }

        ReadOnlySpan<byte> answer = _answer.AsSpan(0, length);
        return answer.StartsWith("HTTP/1.1 200 "u8) && answer.EndsWith("\r\n\r\n"u8)
            ? true
            : throw new InvalidOperationException($"Answered {System.Text.Encoding.ASCII.GetString(answer)} ({error}).");
    }
}
