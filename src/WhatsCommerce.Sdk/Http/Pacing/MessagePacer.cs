using System.Security.Cryptography;

namespace WhatsCommerce.Http;

/// <summary>Limits the rate of messages: for each sending number, and for each number and customer.</summary>
/// <remarks>
/// System.Threading.RateLimiting knows no <see cref="TimeProvider"/>. Memory is bounded by the recent sends: state that has been idle long
/// enough is removed.
/// </remarks>
/// <param name="time">The clock of this process.</param>
/// <param name="shared">
/// The turns that are shared with other instances; <see langword="null"/> to limit the rate of this process alone.
/// </param>
internal sealed class MessagePacer(TimeProvider time, SharedTurns? shared = null)
{
    private const int MinSweep = 1024;

    private readonly Lock _gate = shared?.Gate ?? new();
    private readonly Dictionary<Key, TurnQueue> _queues = [];
    private int _sweepAt = MinSweep;

    /// <summary>The number of queues in memory.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _queues.Count;
            }
        }
    }

    /// <summary>Waits for the turn of one message.</summary>
    /// <param name="options">The pace.</param>
    /// <param name="phoneNumberId">The number that sends.</param>
    /// <param name="to">The customer.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>The time that was waited.</returns>
    public ValueTask<TimeSpan> WaitAsync(PacingOptions options, string phoneNumberId, Recipient to, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        long started = time.GetTimestamp();
        TurnQueue? pair = null;
        TurnQueue.Waiter? pairTurn = null;
        if (options.PairInterval is TimeSpan interval && to.Kind is RecipientKind.PhoneNumber or RecipientKind.User)
        {
            pairTurn = Enter(new Key(phoneNumberId, to.Value!.TrimStart('+')), interval, options.PairBurst, out pair);
        }

        // First the customer, then the number: a customer whose turn is later does not block the others.
        TurnQueue.Waiter? numberTurn = pairTurn is null ? EnterNumber(options, phoneNumberId) : null;
        return pairTurn is null && numberTurn is null
            ? default
            : QueueAsync(options, phoneNumberId, pair, pairTurn, numberTurn, started, cancellationToken);
    }

    private async ValueTask<TimeSpan> QueueAsync(
        PacingOptions options,
        string phoneNumberId,
        TurnQueue? pair,
        TurnQueue.Waiter? pairTurn,
        TurnQueue.Waiter? numberTurn,
        long started,
        CancellationToken cancellationToken)
    {
        if (pairTurn is not null)
        {
            await TurnAsync(pairTurn, cancellationToken).ConfigureAwait(false);
            numberTurn = EnterNumber(options, phoneNumberId);
        }

        if (numberTurn is not null)
        {
            try
            {
                await TurnAsync(numberTurn, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (pair is not null)
            {
                lock (_gate)
                {
                    pair.GiveBack();
                }

                throw;
            }
        }

        return time.GetElapsedTime(started);
    }

    private TurnQueue.Waiter? EnterNumber(PacingOptions options, string phoneNumberId) => options.MessagesPerSecond is int rate
        ? Enter(new Key(phoneNumberId, null), TimeSpan.FromSeconds(1) / rate, burst: 1, out _)
        : null;

    private async ValueTask TurnAsync(TurnQueue.Waiter waiter, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            static state =>
            {
                (Lock gate, TurnQueue.Waiter waiter) = ((Lock, TurnQueue.Waiter))state!;
                lock (gate)
                {
                    waiter.Leave();
                }
            },
            (_gate, waiter));
        try
        {
            await waiter.Turn.Task.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    private TurnQueue.Waiter? Enter(Key key, TimeSpan interval, int burst, out TurnQueue queue)
    {
        lock (_gate)
        {
            if (!_queues.TryGetValue(key, out queue!))
            {
                ForgetTheIdle();
                queue = shared is null ? new PacedQueue(_gate, time) : new SharedQueue(shared, key.Hash(), key.Customer is null);
                _queues.Add(key, queue);
            }

            return queue.Enter(interval, burst);
        }
    }

    // Done each time the number of queues has doubled, so that the amortized cost for each message is negligible.
    private void ForgetTheIdle()
    {
        if (_queues.Count < _sweepAt)
        {
            return;
        }

        foreach ((Key key, TurnQueue queue) in _queues)
        {
            if (queue.IsIdle)
            {
                _queues.Remove(key);
            }
        }

        _sweepAt = Math.Max(MinSweep, 2 * _queues.Count);
    }

    private readonly record struct Key(string PhoneNumberId, string? Customer)
    {
        /// <summary>Gets the key outside this process; a hash, which does not reveal the customer.</summary>
        public string Hash() =>
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{PhoneNumberId} {Customer}")).AsSpan(0, 16));

        public override string ToString() => nameof(Key);
    }
}
