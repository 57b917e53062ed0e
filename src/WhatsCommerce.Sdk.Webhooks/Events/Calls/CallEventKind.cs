namespace WhatsCommerce.Webhooks;

/// <summary>What happened in a call (<c>event</c>): an open value.</summary>
/// <remarks>Source: Meta, calling/reference.</remarks>
public readonly record struct CallEventKind
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public CallEventKind(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>It is to be connected: <see cref="CallEvent.Sdp"/>.</summary>
    public static CallEventKind Connect { get; } = new("connect");

    /// <summary>It is over: <see cref="CallEvent.Status"/>.</summary>
    public static CallEventKind Terminate { get; } = new("terminate");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "connect" or "terminate";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
