namespace WhatsCommerce.Testing;

/// <summary>A recorded webhook delivery: the body that was posted to the callback, and every attempt with its response.</summary>
public sealed class RecordedDelivery : ITraffic
{
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebhookBody _body;
    private readonly string _subject;

    // In one place, so that nobody sees the response that ends a delivery beside a state from before it.
    private volatile Progress _progress = new(DeliveryState.Pending, []);

    internal RecordedDelivery(long number, string subject, EmulatedNumber from, WebhookBody body, DateTimeOffset at)
    {
        _subject = subject;
        _body = body;
        Number = number;
        From = from;
        At = at;
    }

    /// <summary>Its sequence number among all requests and webhooks.</summary>
    public long Number { get; }

    /// <summary>The revision of its last change; see <see cref="CloudApiEmulator.TrafficSince"/>.</summary>
    public long Revision { get; private set; }

    long ITraffic.Revision
    {
        get => Revision;
        set => Revision = value;
    }

    /// <summary>When the first of its updates happened, on the clock of the emulator.</summary>
    public DateTimeOffset At { get; }

    /// <summary>
    /// A short description: <c>message text</c>, <c>status read</c>, <c>errors</c>; for several updates, <c>status sent and 2 more</c>.
    /// </summary>
    public string Subject => UpdateCount is var count and > 1
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_subject} and {count - 1} more")
        : _subject;

    /// <summary>
    /// The number of updates that it contains; see <see cref="CloudApiEmulatorOptions.UpdatesPerWebhook"/>. It may grow until it is sent.
    /// </summary>
    public int UpdateCount => _body.Updates;

    /// <summary>The posted bytes, which the signature covers: non-ASCII characters and slashes are escaped, as Meta escapes them.</summary>
    public ReadOnlyMemory<byte> Body => _body.ToArray();

    /// <summary>The posted JSON, parsed again at each call.</summary>
    public JsonElement Json => JsonElement.Parse(_body.ToArray());

    /// <summary>The state of the delivery.</summary>
    public DeliveryState State => _progress.State;

    /// <summary>All attempts so far, oldest first.</summary>
    public IReadOnlyList<DeliveryAttempt> Attempts => _progress.Attempts;

    internal Task Finished => _finished.Task;

    /// <summary>The number that the first update concerns; by it the callback is found.</summary>
    internal EmulatedNumber From { get; }

    internal byte[] PostedBody => _body.ToArray();

    internal long Size => _body.Length;

    /// <summary>Whether it is delivered once more after the callback has taken it. Set before it is sent.</summary>
    internal bool IsDuplicated { get; set; }

    /// <summary>Its node in the queue of pending deliveries, while it is pending.</summary>
    internal LinkedListNode<RecordedDelivery>? Place { get; set; }

    /// <summary>Returns the subject, the state and the last response, without content.</summary>
    public override string ToString()
    {
        (DeliveryState state, DeliveryAttempt[] attempts) = _progress;
        string told = attempts.Length == 0 ? "" : $", {Plural.Of(attempts.Length, "attempt")}, the last: {attempts[^1]}";
        return $"{Subject}: {state}{told}";
    }

    internal PendingWebhook ToPending() => new(_subject, From.Id, _body.ToArray(), _body.Updates);

    internal int Join(byte[] other) => _body.Join(other);

    // Only the one sender adds attempts. The callback has taken the delivery with the first that succeeds, or with the duplicate after it.
    internal void Add(DeliveryAttempt attempt)
    {
        Progress before = _progress;
        bool isTaken = attempt.Succeeded && (!IsDuplicated || before.Attempts is [.., { Succeeded: true }]);
        _progress = new(isTaken ? DeliveryState.Delivered : before.State, [.. before.Attempts, attempt]);
    }

    /// <summary>
    /// Settles the state. The change is stamped before the waiters go on: what they read next must not report it once more.
    /// </summary>
    internal void Finish(DeliveryState state, TrafficLog traffic)
    {
        _progress = _progress with { State = state };
        traffic.Stamp(this);
        _finished.TrySetResult();
    }

    private sealed record Progress(DeliveryState State, DeliveryAttempt[] Attempts);
}
