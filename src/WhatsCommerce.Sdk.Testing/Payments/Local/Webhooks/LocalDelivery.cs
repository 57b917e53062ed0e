namespace WhatsCommerce.Testing;

/// <summary>An event of a local provider, and every attempt to tell the shop of it.</summary>
public sealed class LocalDelivery
{
    private readonly Lock _gate = new();
    private readonly List<DeliveryAttempt> _attempts = [];

    internal LocalDelivery(string id, string type, byte[] body, DateTimeOffset at)
    {
        Id = id;
        Type = type;
        Body = body;
        At = at;
    }

    /// <summary>The provider's id of the event, by which the shop knows a repetition.</summary>
    public string Id { get; }

    /// <summary>The type, such as <c>checkout.session.completed</c>.</summary>
    public string Type { get; }

    /// <summary>The body, the same at each attempt.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>When the event happened.</summary>
    public DateTimeOffset At { get; }

    /// <summary>How it was to be delivered, when not at once: the name of the fault.</summary>
    public string? Fault { get; internal set; }

    /// <summary>The attempts so far, the oldest first. A new list at each call.</summary>
    public IReadOnlyList<DeliveryAttempt> Attempts
    {
        get
        {
            lock (_gate)
            {
                return [.. _attempts];
            }
        }
    }

    /// <summary>Whether an attempt was answered with 2xx.</summary>
    public bool IsTaken => Attempts.Any(attempt => attempt.StatusCode is >= 200 and < 300);

    /// <summary>The signature that every attempt repeats, where the provider signs once.</summary>
    internal string? Signature { get; set; }

    internal void Add(DeliveryAttempt attempt)
    {
        lock (_gate)
        {
            _attempts.Add(attempt);
        }
    }

    /// <summary>Id and type.</summary>
    public override string ToString() => $"{Id} {Type}";
}
