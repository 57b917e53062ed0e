namespace WhatsCommerce.Testing;

/// <summary>A webhook event of a local provider, with every delivery attempt.</summary>
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

    /// <summary>The provider's id of the event, for deduplication by the shop.</summary>
    public string Id { get; }

    /// <summary>The type, such as <c>checkout.session.completed</c>.</summary>
    public string Type { get; }

    /// <summary>The body, which is the same for each attempt.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>When the event happened.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The name of the fault that applied to the delivery; <see langword="null"/> if none did.</summary>
    public string? Fault { get; internal set; }

    /// <summary>The attempts so far, oldest first. Each call returns a new list.</summary>
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

    /// <summary>The signature that all attempts share, if the provider signs an event once.</summary>
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
